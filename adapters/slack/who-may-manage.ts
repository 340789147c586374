import type { webApi } from "@slack/bolt";
import type { Log } from "../../src/log.ts";

export interface Rights {
	/** Whether someone may manage a channel, by Slack's ids. Never throws: who cannot be looked up may not. */
	mayManage(user: string, channel: string): Promise<boolean>;
}

/** An admin made or unmade is noticed after this. */
const knownForMs = 5 * 60_000;
const mostKnown = 2000;

/**
 * Admins and owners of the workspace may manage every channel; whoever made a
 * channel, that one; and everyone, their own talk with the app. Needs the
 * scopes `users:read` and `channels:read`, `groups:read`; without them nobody
 * but in their own talk, and the log says which scope to add.
 */
export function slackRights(
	client: webApi.WebClient,
	tools: { readonly log: Log; readonly now: () => number },
): Rights {
	const isAdmin = remembered(tools.now, async (id: string) => {
		const { user } = await client.users.info({ user: id });
		return user?.is_admin === true || user?.is_owner === true;
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
			if (channel.startsWith("D")) return true;
			const [admin, creator] = await Promise.all([
				quietly(`user ${user}`, isAdmin(user)),
				quietly(`channel ${channel}`, creatorOf(channel)),
			]);
			return admin === true || creator === user;
		},
	};
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
