import type { HubLease, HubLeases } from "../../src/feeds/hub-lease.ts";

/** Twin of the store's HubLeases. */
export function inMemoryHubLeases(): HubLeases {
	const leases = new Map<string, HubLease>();
	const secrets = new Map<string, string>();
	const pushes = new Map<string, { token: string; at: Date }>();
	const sorted = (by: (lease: HubLease) => string | number) =>
		[...leases.values()].sort(
			(a, b) => compare(by(a), by(b)) || compare(a.token, b.token),
		);
	const ofFeed = (feedId: string) =>
		[...leases.values()].find(
			(lease) => lease.feedId === feedId && lease.state !== "ending",
		) ?? null;
	return {
		ofFeed: async (feedId) => ofFeed(feedId),
		byToken: async (token) => leases.get(token) ?? null,
		all: async () => sorted(({ feedId }) => feedId),
		due: async (now, most) =>
			sorted(({ askAt }) => askAt.getTime())
				.filter(({ askAt }) => askAt <= now)
				.slice(0, most),
		async begin(lease, secret) {
			if (ofFeed(lease.feedId) || leases.has(lease.token)) return false;
			leases.set(lease.token, lease);
			secrets.set(lease.token, secret);
			return true;
		},
		async change(token, change) {
			const lease = leases.get(token);
			if (lease) leases.set(token, { ...lease, ...change });
		},
		async forget(token) {
			leases.delete(token);
			secrets.delete(token);
			for (const [key, push] of pushes)
				if (push.token === token) pushes.delete(key);
		},
		secret: async (token) => secrets.get(token) ?? null,
		hasPush: async (token, hash) => pushes.has(`${token} ${hash}`),
		async keepPush(token, hash, at) {
			const key = `${token} ${hash}`;
			if (!pushes.has(key)) pushes.set(key, { token, at });
		},
		async forgetPushes(before) {
			for (const [key, { at }] of pushes) if (at < before) pushes.delete(key);
		},
	};
}

function compare<T extends string | number>(a: T, b: T): number {
	return a < b ? -1 : Number(a > b);
}
