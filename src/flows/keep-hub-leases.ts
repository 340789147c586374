import type { HubWish } from "../feeds/ask-hub.ts";
import type { FeedMemory } from "../feeds/feed.ts";
import { FeedError } from "../feeds/feed-error.ts";
import { hostOf } from "../feeds/host-of.ts";
import type { HubLease } from "../feeds/hub-lease.ts";
import { restAfterAsking } from "../feeds/lease-times.ts";
import { endLease, type LeaseTools } from "./note-hub.ts";
import { later } from "./rest-delivery.ts";

/** What keeping leases needs of the house. */
export interface KeepLeaseTools extends LeaseTools {
	readonly feeds: Pick<FeedMemory, "feed">;
	/** Throws FeedError when the hub does not take the wish. */
	askHub(wish: HubWish): Promise<void>;
	/** Where a hub verifies and pushes the lease of that token. */
	callbackOf(token: string): string;
}

/** In one round. */
const mostLeases = 50;
/** A hub that does not let us go is left to its lease. */
const mostGoodbyes = 4;
const pushesKeptMs = 30 * 24 * 3_600_000;

/**
 * Asks hubs for the leases that are wanted, for those that are to be renewed,
 * and to end those that are not wanted any more. Each is asked again by
 * itself: when it is next to be asked is written before it is asked now. One
 * hub that fails keeps none of the others.
 */
export async function keepHubLeases(
	tools: KeepLeaseTools,
	now: Date,
): Promise<void> {
	const due = await tools.hubLeases.due(now, mostLeases);
	if (due.length === 0) return;
	const hubs = Map.groupBy(due, ({ hub }) => hostOf(hub));
	await Promise.all(
		[...hubs.values()].map((leases) => keepInTurn(leases, tools, now)),
	);
	await tools.hubLeases.forgetPushes(later(now, -pushesKeptMs));
}

/** One hub's leases. The first that meets no hub is the round's last: the others stay due. */
async function keepInTurn(
	leases: readonly HubLease[],
	tools: KeepLeaseTools,
	now: Date,
): Promise<void> {
	for (const lease of leases) {
		try {
			if (!(await keepLease(lease, tools, now))) return;
		} catch (error) {
			tools.log.error("lease not kept", { feedId: lease.feedId, error });
		}
	}
}

/** False when the hub could not be reached. */
async function keepLease(
	lease: HubLease,
	tools: KeepLeaseTools,
	now: Date,
): Promise<boolean> {
	const { token, state, feedId } = lease;
	if (state === "ending") {
		const { failures, leaseUntil } = lease;
		const isOver = leaseUntil === null || leaseUntil <= now;
		if (!isOver && failures < mostGoodbyes)
			return ask(lease, "unsubscribe", { tools, now });
		tools.log.info("lease left to lapse", { feedId, hub: lease.hub });
		await tools.hubLeases.forget(token);
		return true;
	}
	if (await tools.feeds.feed(feedId))
		return ask(lease, "subscribe", { tools, now });
	await endLease(lease, tools, now);
	return true;
}

interface Keeping {
	readonly tools: KeepLeaseTools;
	readonly now: Date;
}

async function ask(
	lease: HubLease,
	mode: HubWish["mode"],
	{ tools, now }: Keeping,
): Promise<boolean> {
	const { token, hub, topic, feedId } = lease;
	const callback = tools.callbackOf(token);
	const failures = lease.failures + 1;
	const restMs = restAfterAsking(failures, token);
	const isWanted = lease.state === "wanted";
	// Written first: a hub may verify before it answers.
	await tools.hubLeases.change(token, {
		...{ callback, failures, askedAt: now, askAt: later(now, restMs) },
		...(isWanted && { state: "requested" }),
	});
	const secret = await tools.hubLeases.secret(token);
	if (secret === null) throw new Error(`the secret of ${feedId}'s hub is lost`);
	try {
		await tools.askHub({ hub, mode, topic, callback, secret });
		tools.log.info("hub asked", { feedId, hub, mode });
		return true;
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		tools.log.warn("hub refused", { feedId, hub, mode, error });
		const wishedMs = error.retryAfterMs ?? 0;
		const askAt = later(now, restAfterAsking(failures, token, wishedMs));
		const trouble = error.message;
		await tools.hubLeases.change(token, { trouble, askAt });
		return !error.unreachable;
	}
}
