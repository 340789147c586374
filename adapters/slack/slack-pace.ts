import { setTimeout as wait } from "node:timers/promises";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import { slackError } from "./slack-error.ts";

/** Makes calls of one workspace's Web API no faster than Slack takes them. */
export interface SlackPace {
	/**
	 * Does the call when its turn has come; `channel` is given for posts.
	 * Throws ChatError busy when the turn is far off, or Slack says so.
	 */
	call<T>(
		method: SlackMethod,
		work: () => Promise<T>,
		channel?: string,
	): Promise<T>;
}

interface Limit {
	/** Between two calls in the long run. */
	readonly everyMs: number;
	/** So many may come at once when it has been quiet. */
	readonly burst: number;
}

/**
 * Slack limits each method by workspace, in calls a minute, and lets short
 * bursts pass. Ours stay below: no minute holds more than the tier, however
 * it is cut. Apps sold outside Slack's Marketplace get one call a minute of
 * the two that read history: there Slack's own Retry-After keeps the pace.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
const tier2: Limit = { everyMs: 4_000, burst: 4 };
const tier3: Limit = { everyMs: 1_500, burst: 9 };
const tier4: Limit = { everyMs: 750, burst: 19 };
/** Slack says "several hundred a minute" for all channels together: we take 290. */
const posts: Limit = { everyMs: 250, burst: 50 };
/** One a second for each channel, and room for a slow wire between us. */
const postsInChannelMs = 1_100;

const limits = {
	"chat.postMessage": posts,
	"chat.update": tier3,
	"conversations.history": tier3,
	"conversations.replies": tier3,
	"conversations.info": tier3,
	"conversations.join": tier3,
	"conversations.open": tier3,
	"files.getUploadURLExternal": tier4,
	"files.completeUploadExternal": tier4,
	"users.conversations": tier3,
	"users.info": tier4,
	"users.list": tier2,
	"views.publish": tier4,
} as const satisfies Readonly<Record<string, Limit>>;

type SlackMethod = keyof typeof limits;

/** A longer wait is the queue's, so that no worker is held up by it. */
const patienceMs = 2_000;

/** The pace of one workspace; every process that shares `pace` shares its limits. */
export function slackPace(pace: Pace, team: string): SlackPace {
	const comeBack = spreadOut();
	return {
		async call(method, work, channel) {
			const { everyMs, burst } = limits[method];
			const lane = `slack/${team}/${method}`;
			const burstMs = everyMs * (burst - 1);
			// Looked at before it is booked: a turn that nobody takes is lost to all.
			const ahead = (await pace.book(lane, 0)) - burstMs;
			if (ahead > patienceMs) {
				throw busy(method, comeBack(method, ahead, everyMs));
			}
			const ownLane = channel && `slack/${team}/${channel}`;
			const inChannel = ownLane
				? await pace.book(ownLane, postsInChannelMs)
				: 0;
			if (inChannel > patienceMs) throw busy(method, inChannel);
			const turn = (await pace.book(lane, everyMs)) - burstMs;
			await wait(Math.max(0, inChannel, turn));
			try {
				return await work();
			} catch (error) {
				const { kind, retryAfterMs } = slackError(error, method);
				if (kind === "busy") {
					// The burst would otherwise cut the rest short.
					await pace.rest(lane, retryAfterMs + burstMs);
					if (ownLane) await pace.rest(ownLane, retryAfterMs);
				}
				throw error;
			}
		},
	};
}

/** Sends callers back one after the other, not all at the moment when one of them has a turn. */
function spreadOut() {
	const last = new Map<string, number>();
	return (method: string, aheadMs: number, everyMs: number) => {
		const now = performance.now();
		// Back a little early, so that the lane does not run dry.
		const first = now + aheadMs - patienceMs / 2;
		const mine = Math.max(first, (last.get(method) ?? 0) + everyMs);
		last.set(method, mine);
		return mine - now;
	};
}

function busy(method: string, retryAfterMs: number): ChatError {
	const message = `${method}: our turn has not come yet`;
	return new ChatError("busy", message, { retryAfterMs });
}
