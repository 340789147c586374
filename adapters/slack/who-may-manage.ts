import type { webApi } from "@slack/bolt";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Log } from "../../src/log.ts";
import { slackChannelId, slackPlace } from "./slack-channel.ts";

export interface Rights {
	/** Whether someone, by Slack's id, may manage a channel. Never throws: who cannot be looked up may not. */
	mayManage(user: string, channel: ChannelRef): Promise<boolean>;
}

/** An admin made or unmade is noticed after this. */
const knownForMs = 5 * 60_000;
const mostKnown = 2000;

/**
 * Admins and owners of the workspace may manage every channel; whoever made a
 * channel, that one; and everyone, their own talk with the app. Guests and
 * people of another workspace, who come in by a shared channel, manage none:
 * an admin over there is none here. Needs the
 * scopes `users:read` and `channels:read`, `groups:read`; without them nobody
 * but in their own talk, and the log says which scope to add.
 */
export function slackRights(
	client: webApi.WebClient,
	tools: { readonly log: Log; readonly now: () => number },
): Rights {
	const person = remembered(tools.now, async (id: string) => {
		const { user } = await client.users.info({ user: id });
		return user ?? {};
	});
	const creatorOf = remembered(tools.now, async (id: string) => {
		const { channel } = await client.conversations.info({ channel: id });
		return channel?.creator ?? null;
	});
	const quietly = async <T>(what: string, look: Promise<T>) => {
		try {
			return await look;
		} catch (error) {
			tools.log.warn("slack rights not known", { what, error });
			return null;
		}
	};
	return {
		async mayManage(user, channel) {
			const id = slackChannelId(channel);
			if (isOwnTalk(channel)) return true;
			const [member, creator] = await Promise.all([
				quietly(`user ${user}`, person(user)),
				quietly(`channel ${id}`, creatorOf(id)),
			]);
			if (member === null || !isOfTeam(member, slackPlace(channel).team))
				return false;
			const isAdmin = member.is_admin === true || member.is_owner === true;
			return isAdmin || creator === user;
		},
	};
}

/** Whether a channel is a talk of two. */
export function isOwnTalk(channel: ChannelRef): boolean {
	return slackChannelId(channel).startsWith("D");
}

type Person = NonNullable<webApi.UsersInfoResponse["user"]>;

/** Slack names the workspace that someone is of; in an organisation, all of them. */
function isOfTeam(person: Person, team: string): boolean {
	if (person.is_stranger || person.is_restricted || person.is_bot) return false;
	const teams = person.enterprise_user?.teams ?? [];
	const own = person.team_id ?? team;
	return own === team || teams.includes(team);
}

/** Asks once for a while, also while the first answer is on its way; a failure is asked again. */
function remembered<T>(
	now: () => number,
	ask: (id: string) => Promise<T>,
): (id: string) => Promise<T> {
	const known = new Map<string, { answer: Promise<T>; until: number }>();
	return (id) => {
		const found = known.get(id);
		if (found && found.until > now()) return found.answer;
		const answer = ask(id);
		answer.catch(() => known.delete(id));
		const [eldest] = known.keys();
		if (eldest !== undefined && known.size >= mostKnown) known.delete(eldest);
		known.set(id, { answer, until: now() + knownForMs });
		return answer;
	};
}
