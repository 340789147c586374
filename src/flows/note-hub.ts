import { randomBytes } from "node:crypto";
import type { HubLease, HubLeases, HubOffer } from "../feeds/hub-lease.ts";
import type { Log } from "../log.ts";

/** What changing leases needs of the house. */
export interface LeaseTools {
	readonly hubLeases: HubLeases;
	readonly log: Log;
}

/** What a poll found of a feed's hubs. */
interface FoundHub {
	readonly feedId: string;
	/** Those that the feed names. */
	readonly offers: readonly HubOffer[];
	/** False when the feed may have named one that we did not see. */
	readonly isSure: boolean;
	/** The poll brought news that had not been pushed. */
	readonly hasMissed: boolean;
}

/** A hub asked so often in vain gives way to another that the feed names. */
const mostInVain = 3;

/**
 * Sees that a feed has a lease with a hub that it names, and with no other:
 * the first, or the one after it when it never grants any. Hubs themselves are
 * asked later. Gives the lease as it is then.
 */
export async function noteHub(
	found: FoundHub,
	tools: LeaseTools,
	now: Date,
): Promise<HubLease | null> {
	const { feedId, offers, isSure, hasMissed } = found;
	const lease = await tools.hubLeases.ofFeed(feedId);
	const offer = lease ? offerFor(lease, offers, now) : offers[0];
	if (lease && (!isSure || isSame(lease, offer))) {
		if (!hasMissed || lease.state !== "active") return lease;
		await tools.hubLeases.change(lease.token, { missedAt: now });
		return { ...lease, missedAt: now };
	}
	if (lease) await endLease(lease, tools, now);
	return offer ? beginLease(feedId, offer, tools, now) : null;
}

/** Has the hub asked to push no more; a lease that it never granted is only forgotten. */
export async function endLease(
	{ token, feedId, hub, leaseUntil }: HubLease,
	{ hubLeases, log }: LeaseTools,
	now: Date,
): Promise<void> {
	log.info("hub no longer wanted", { feedId, hub });
	const ending = { state: "ending", askAt: now, failures: 0 } as const;
	if (leaseUntil === null) await hubLeases.forget(token);
	else await hubLeases.change(token, ending);
}

/** What the feed offers of the hub that it has a lease with, or of the next after one that grants none. */
function offerFor(
	lease: HubLease,
	offers: readonly HubOffer[],
	now: Date,
): HubOffer | undefined {
	const place = offers.findIndex((offer) => isSame(lease, offer));
	const isOver = lease.leaseUntil === null || lease.leaseUntil <= now;
	const isInVain = isOver && lease.failures >= mostInVain;
	const next = place < 0 || !isInVain ? place : place + 1;
	return offers[next] ?? offers[0];
}

function isSame(lease: HubLease, offer: HubOffer | undefined): boolean {
	return lease.hub === offer?.hub && lease.topic === offer.topic;
}

async function beginLease(
	feedId: string,
	offer: HubOffer,
	{ hubLeases, log }: LeaseTools,
	now: Date,
): Promise<HubLease | null> {
	const lease: HubLease = {
		feedId,
		...offer,
		token: randomBytes(32).toString("base64url"),
		state: "wanted",
		callback: null,
		leaseUntil: null,
		askedAt: null,
		askAt: now,
		failures: 0,
		trouble: null,
		pushedAt: null,
		missedAt: null,
	};
	const secret = randomBytes(32).toString("hex");
	if (await hubLeases.begin(lease, secret))
		log.info("hub found", { feedId, hub: offer.hub });
	return hubLeases.ofFeed(feedId);
}
