import type { ChannelRef } from "../../src/chat/channel.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Finding } from "../../src/chat/finding.ts";
import type { Say } from "../../src/phrases/say.ts";
import { notReached } from "./examine-slack.ts";
import { slackChannelId } from "./slack-channel.ts";
import { mendingOf, slackCode } from "./slack-error.ts";
import type { Workspace, Workspaces } from "./slack-workspaces.ts";

/**
 * Our rights in a channel: whether the app is in it, may write there, and may
 * read what it wrote, which `find` needs. One finding; never throws.
 */
export async function examineSlackChannel(
	channel: ChannelRef,
	{ workspaces, say }: { readonly workspaces: Workspaces; readonly say: Say },
): Promise<readonly Finding[]> {
	const what = `slack:${channel.id}`;
	const found = (
		state: Finding["state"],
		says: string,
		mend: string | null,
	) => [{ what, state, says, mend }];
	try {
		const workspace = await workspaces.of(channel);
		const fault = await closedFor(slackChannelId(channel), workspace, say);
		return fault
			? found("ill", fault.says, fault.mend)
			: found("well", say("platforms.slackChannelWell"), null);
	} catch (error) {
		const code = slackCode(error);
		if (code !== null) {
			const says = say("platforms.slackRefuses", { code });
			return found("ill", says, mendingOf(code));
		}
		if (error instanceof ChatError && error.kind === "gone") {
			return found("ill", error.message, say("platforms.slackInstallThere"));
		}
		return [{ ...notReached(error, say), what }];
	}
}

type Fault = Pick<Finding, "says" | "mend">;

/** Null when nothing stands in our way. Throws what Slack refuses. */
async function closedFor(
	id: string,
	{ client, pace }: Workspace,
	say: Say,
): Promise<Fault | null> {
	// A direct talk has no members to look up, nor an archive.
	const isDirect = id.startsWith("D");
	if (!isDirect) {
		const { channel } = await pace.call("conversations.info", () =>
			client.conversations.info({ channel: id }),
		);
		if (channel?.is_archived) return faultOf("is_archived", say);
		if (channel?.is_read_only) {
			return faultOf("restricted_action_read_only_channel", say);
		}
		// It enters a public channel by itself, with its first post.
		if (!channel?.is_member && !channel?.is_private) return null;
		if (!channel?.is_member) return faultOf("not_in_channel", say);
	}
	await pace.call("conversations.history", () =>
		client.conversations.history({ channel: id, limit: 1 }),
	);
	return null;
}

function faultOf(code: string, say: Say): Fault {
	return {
		says: say("platforms.slackRefuses", { code }),
		mend: mendingOf(code),
	};
}
