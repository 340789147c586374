/** A hub that a feed names, and what it pushes. */
export interface HubOffer {
	readonly hub: string;
	/** The address that the hub knows the feed by. */
	readonly topic: string;
}

/**
 * A feed's standing with its WebSub hub (W3C Recommendation, 23 January 2018).
 * `wanted`: the hub was never asked · `requested`: asked, and it has not
 * verified that it was us · `active`: verified, until `leaseUntil` ·
 * `ending`: it is asked to push no more.
 */
export interface HubLease extends HubOffer {
	readonly feedId: string;
	/** Names the lease in the address that the hub pushes to; nobody can guess it. */
	readonly token: string;
	readonly state: "wanted" | "requested" | "active" | "ending";
	/** Our address as the hub was last given it; null before it was asked. */
	readonly callback: string | null;
	/** Null until it was verified. A lease that is over may still be renewed. */
	readonly leaseUntil: Date | null;
	readonly askedAt: Date | null;
	/** When the hub is asked next. */
	readonly askAt: Date;
	/** Times asked in a row without being verified. */
	readonly failures: number;
	/** Why the hub refused last, one sentence for people; null when it did not. */
	readonly trouble: string | null;
	/** When the hub last pushed something that it signed. */
	readonly pushedAt: Date | null;
	/** When a poll last found news that the hub had not pushed. */
	readonly missedAt: Date | null;
}

/** Names a lease for good; what else it holds changes. */
export type HubLeaseChange = Partial<
	Omit<HubLease, "feedId" | "hub" | "topic" | "token">
>;

/** Remembers leases, the secrets they are signed with, and what was pushed. */
export interface HubLeases {
	/** The feed's lease that is not ending; null when there is none. */
	ofFeed(feedId: string): Promise<HubLease | null>;
	byToken(token: string): Promise<HubLease | null>;
	/** Every lease, by feed. */
	all(): Promise<readonly HubLease[]>;
	/** Those whose hub is to be asked by now, the longest due first. */
	due(now: Date, most: number): Promise<readonly HubLease[]>;
	/** Adds a lease, with its secret. False when the feed has one that is not ending: another process was first. */
	begin(lease: HubLease, secret: string): Promise<boolean>;
	/** Changes what is named and nothing else. */
	change(token: string, change: HubLeaseChange): Promise<void>;
	/** Forgets a lease, its secret and its pushes. */
	forget(token: string): Promise<void>;
	/** Null when there is no such lease. */
	secret(token: string): Promise<string | null>;
	/** Whether a push with this hash was kept. */
	hasPush(token: string, hash: string): Promise<boolean>;
	/** Remembers a push that was told. */
	keepPush(token: string, hash: string, at: Date): Promise<void>;
	/** Forgets pushes from before: what comes again after that is known by its items. */
	forgetPushes(before: Date): Promise<void>;
}

/** Ids of the feeds whose hubs push. `leases` is null while no hub can reach us. */
export async function pushedFeeds(
	leases: Pick<HubLeases, "all"> | null,
	now: Date,
): Promise<ReadonlySet<string>> {
	const all = (await leases?.all()) ?? [];
	const pushing = all.filter((lease) => isPushed(lease, now));
	return new Set(pushing.map(({ feedId }) => feedId));
}

/** Whether the hub can be relied on to push, so that the feed need not be asked so often. */
export function isPushed(
	lease: HubLease | null | undefined,
	now: Date,
): boolean {
	if (lease?.state !== "active" || lease.leaseUntil === null) return false;
	const { leaseUntil, pushedAt, missedAt } = lease;
	const hasMissed = missedAt !== null && +missedAt > +(pushedAt ?? 0);
	return leaseUntil > now && !hasMissed;
}
