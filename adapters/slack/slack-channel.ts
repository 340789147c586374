import type { ChannelRef } from "../../src/chat/channel.ts";

/** Names a channel for the core: `T1/C1`, or `E1/T1/C1` where an organisation installed the app for all its workspaces. */
export function slackChannel(workspace: string, channel: string): ChannelRef {
	return { platform: "slack", id: `${workspace}/${channel}` };
}

/** Slack's own id of a channel, without its team. */
export function slackChannelId({ id }: ChannelRef): string {
	return id.slice(id.lastIndexOf("/") + 1);
}

/** What comes before it: the workspace's id, and that of its organisation when the channel's id has one. */
export function slackPlace({ id }: ChannelRef): {
	readonly team: string;
	readonly organisation: string | null;
} {
	const [team = "", organisation = null] = id.split("/").toReversed().slice(1);
	return { team, organisation };
}
