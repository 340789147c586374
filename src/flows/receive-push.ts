import { createHash } from "node:crypto";
import type { DueFeed, Feed, FeedMemory } from "../feeds/feed.ts";
import { FeedError } from "../feeds/feed-error.ts";
import type { HubLease } from "../feeds/hub-lease.ts";
import { readSignature } from "../feeds/push-signature.ts";
import type { Article } from "../news/article.ts";
import { endLease, type LeaseTools } from "./note-hub.ts";
import type { PollTools } from "./poll-feed.ts";
import { later } from "./rest-delivery.ts";
import { tellUnseen, type UnseenTools } from "./tell-unseen.ts";

/** What taking pushes needs of the house. */
export interface PushTools
	extends UnseenTools,
		LeaseTools,
		Pick<PollTools, "parseFeed" | "articlesFrom" | "minSeconds"> {
	readonly feeds: Pick<FeedMemory, "feed" | "state" | "keepState">;
	/** Never throws. */
	enqueuePolls(due: readonly DueFeed[]): Promise<void>;
}

/** What came to a lease's address, byte for byte. */
export interface Push {
	readonly token: string;
	/** The `X-Hub-Signature` header. */
	readonly signature: string | null;
	readonly contentType: string | null;
	readonly body: Uint8Array;
}

/**
 * `told`: read, and its news told · `polled`: the hub's, but no feed: the feed
 * itself is asked · `unfinished`: not all could be told; send it again ·
 * `forged`: not signed, or not soundly · `replayed`: told before · `unknown`:
 * no lease that stands · `gone`: not wanted any more.
 */
export type PushOutcome =
	| "told"
	| "polled"
	| "unfinished"
	| "forged"
	| "replayed"
	| "unknown"
	| "gone";

/**
 * Takes what a hub pushed the way that a poll's bytes go, save that its posts
 * do not wait for others. It changes nothing of what polls go by: whatever is
 * lost here, the next poll finds. A broken store throws.
 */
export async function receivePush(
	push: Push,
	tools: PushTools,
	now: Date,
): Promise<PushOutcome> {
	const lease = await tools.hubLeases.byToken(push.token);
	if (lease?.state === "ending") return "gone";
	if (lease?.state !== "active") return "unknown";
	const feed = await tools.feeds.feed(lease.feedId);
	if (!feed) {
		await endLease(lease, tools, now);
		return "gone";
	}
	const pushed: Pushed = { push, lease, feed, tools, now };
	if (!(await isGenuine(pushed))) return "forged";
	const hash = createHash("sha256").update(push.body).digest("hex");
	if (await tools.hubLeases.hasPush(push.token, hash)) return "replayed";
	const outcome = await take(pushed);
	if (outcome === "unfinished") return outcome;
	await tools.hubLeases.keepPush(push.token, hash, now);
	await tools.hubLeases.change(push.token, { pushedAt: now });
	return outcome;
}

interface Pushed {
	readonly push: Push;
	readonly lease: HubLease;
	readonly feed: Feed;
	readonly tools: PushTools;
	readonly now: Date;
}

async function isGenuine(pushed: Pushed): Promise<boolean> {
	const { push, feed, tools } = pushed;
	const secret = await tools.hubLeases.secret(push.token);
	const signed =
		secret === null
			? "false"
			: readSignature(push.signature, push.body, secret);
	if (signed === "sound") return true;
	tools.log.warn("push refused", { feedId: feed.id, signed });
	// Some hubs know nothing but SHA-1. Their word is not taken, their hint is.
	if (signed === "weak") await pollSoon(pushed);
	return false;
}

async function take(pushed: Pushed): Promise<"told" | "polled" | "unfinished"> {
	const { feed, tools, now } = pushed;
	const articles = await read(pushed);
	if (articles === null) {
		await pollSoon(pushed);
		return "polled";
	}
	const state = await tools.feeds.state(feed.id);
	const reading = { feed, state, isPushed: true, tools, now };
	const { isWhole } = await tellUnseen(articles, reading);
	return isWhole ? "told" : "unfinished";
}

/** Null when what was pushed is no feed. */
async function read({
	push,
	lease,
	feed,
	tools,
	now,
}: Pushed): Promise<readonly Article[] | null> {
	const { body, contentType } = push;
	const origin = { contentType, url: lease.topic, reader: feed.reader ?? null };
	try {
		const parsed = await tools.parseFeed(body, origin);
		return await tools.articlesFrom(feed, parsed, now);
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		tools.log.warn("push not read", { feedId: feed.id, error });
		return null;
	}
}

/** Has the feed asked as soon as it may be; one in trouble keeps its rest. */
async function pollSoon({ feed, tools, now }: Pushed): Promise<void> {
	const state = await tools.feeds.state(feed.id);
	const { polledAt, restUntil, failures } = state;
	const soonest = later(polledAt ?? new Date(0), tools.minSeconds * 1000);
	const at = soonest > now ? soonest : now;
	if (failures > 0 || restUntil === null || restUntil <= at) return;
	await tools.feeds.keepState(feed.id, { ...state, restUntil: at });
	await tools.enqueuePolls([{ feedId: feed.id, at }]);
}
