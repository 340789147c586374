import type { Reply } from "../../src/chat/command.ts";
import type { HouseTools } from "./ask-house.ts";
import { inSomeForm } from "./in-some-form.ts";
import { respondByUrl } from "./respond-by-url.ts";
import type { ViewPlace } from "./view-place.ts";

/**
 * Sends a reply to an event's response address, which needs no membership of
 * the channel; gives whether it arrived. Slack takes five within half an hour.
 */
export async function respondWith(
	{ card, audience }: Reply,
	{ channel, respondTo, thread }: ViewPlace,
	tools: HouseTools,
): Promise<boolean> {
	if (!respondTo) return false;
	const respond = respondByUrl(respondTo);
	const workspace = await tools.workspaces.of(channel).catch(() => null);
	try {
		await inSomeForm(card, tools, workspace, (message) =>
			respond({
				...message,
				...(thread ? { thread_ts: thread } : {}),
				response_type: audience === "channel" ? "in_channel" : "ephemeral",
				replace_original: false,
				unfurl_links: false,
				unfurl_media: false,
			}),
		);
		return true;
	} catch (error) {
		tools.log.error("slack reply failed", { channel: channel.id, error });
		return false;
	}
}
