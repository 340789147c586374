import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Log } from "../../src/log.ts";
import { slackChannelId } from "./slack-channel.ts";
import { slackCode } from "./slack-error.ts";
import type { Workspace, Workspaces } from "./slack-workspaces.ts";

const pageSize = 200;
/** A workspace whose owners stand beyond this many pages is asked no further. */
const mostPages = 5;

/**
 * A direct talk with whoever installed the app, else with the channel's
 * creator, else with an owner of the workspace; null when nobody is to be
 * found, or Slack does not let us. Never throws.
 */
export async function slackKeeper(
	channel: ChannelRef,
	{ workspaces, log }: { readonly workspaces: Workspaces; readonly log: Log },
): Promise<ChannelRef | null> {
	try {
		const workspace = await workspaces.of(channel);
		for await (const user of candidates(channel, workspace)) {
			const talk = await openTalk(user, workspace);
			if (talk) return { ...channel, id: sibling(channel, talk) };
		}
	} catch (error) {
		log.warn("slack keeper not found", { channel: channel.id, error });
	}
	return null;
}

async function* candidates(
	channel: ChannelRef,
	workspace: Workspace,
): AsyncGenerator<string> {
	if (workspace.installer) yield workspace.installer;
	const creator = await creatorOf(channel, workspace);
	if (creator) yield creator;
	yield* owners(workspace);
}

async function creatorOf(
	channel: ChannelRef,
	{ client, pace }: Workspace,
): Promise<string | null> {
	const id = slackChannelId(channel);
	if (id.startsWith("D")) return null;
	try {
		const found = await pace.call("conversations.info", () =>
			client.conversations.info({ channel: id }),
		);
		return found.channel?.creator ?? null;
	} catch (error) {
		// A channel that is gone has no creator any more.
		if (slackCode(error) === null) throw error;
		return null;
	}
}

/** The one who made the workspace first. */
async function* owners({ client, pace }: Workspace): AsyncGenerator<string> {
	const found: { readonly id: string; readonly isFirst: boolean }[] = [];
	let cursor = "";
	for (let pages = 0; pages < mostPages; pages++) {
		const page = { limit: pageSize, ...(cursor ? { cursor } : {}) };
		const { members, response_metadata } = await pace.call("users.list", () =>
			client.users.list(page),
		);
		for (const { id, deleted, is_owner, is_primary_owner } of members ?? []) {
			if (!id || deleted || !is_owner) continue;
			found.push({ id, isFirst: is_primary_owner ?? false });
		}
		cursor = response_metadata?.next_cursor ?? "";
		if (cursor === "") break;
	}
	found.sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
	for (const { id } of found) yield id;
}

/** Null for someone who left, or with whom apps cannot talk. */
async function openTalk(
	user: string,
	{ client, pace }: Workspace,
): Promise<string | null> {
	try {
		const { channel } = await pace.call("conversations.open", () =>
			client.conversations.open({ users: user }),
		);
		return channel?.id ?? null;
	} catch (error) {
		const code = slackCode(error) ?? "";
		if (isNobody.includes(code)) return null;
		throw error;
	}
}

const isNobody = [
	"user_not_found",
	"user_disabled",
	"user_not_visible",
	"users_not_found",
	"cannot_dm_bot",
	"invalid_user_combination",
	"channel_not_found",
];

/** Another channel's id in the same workspace. */
function sibling({ id }: ChannelRef, channel: string): string {
	return id.slice(0, id.lastIndexOf("/") + 1) + channel;
}
