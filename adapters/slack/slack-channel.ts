import type { ChannelRef } from "../../src/chat/channel.ts";

/** Names a channel for the core. Ids of Enterprise Grid (`E…`, and `T…` of its workspaces) are kept as they are. */
export function slackChannel(team: string, channel: string): ChannelRef {
	return { platform: "slack", id: `${team}/${channel}` };
}

/** Slack's own id of a channel, without its team. */
export function slackChannelId({ id }: ChannelRef): string {
	return id.slice(id.lastIndexOf("/") + 1);
}
