import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Reply } from "../../src/chat/command.ts";
import type { HouseTools } from "./ask-house.ts";
import { inSomeForm } from "./in-some-form.ts";
import { quiet } from "./post-message.ts";
import { slackChannelId } from "./slack-channel.ts";

/** Posts a reply that is for the whole channel; whoever asked sees it where they asked, so a failure is only logged. */
export async function showToChannel(
	{ card, audience }: Reply,
	channel: ChannelRef,
	tools: HouseTools,
): Promise<void> {
	if (audience !== "channel") return;
	const id = slackChannelId(channel);
	try {
		const workspace = await tools.workspaces.of(channel);
		const { client, pace } = workspace;
		await inSomeForm(card, tools, workspace, (message) =>
			pace.call(
				"chat.postMessage",
				() => client.chat.postMessage({ channel: id, ...quiet, ...message }),
				id,
			),
		);
	} catch (error) {
		tools.log.warn("slack reply not posted", { channel: channel.id, error });
	}
}
