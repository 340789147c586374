import type { Answered } from "./wire.ts";

/** Counts requests as Discord does, and answers 429 to those above its limits. */
export interface FakeLimits {
	/** The answer to a request above a limit; null to one within. */
	refuse(method: string, path: string): Answered | null;
	/** Headers that tell of the route's bucket. */
	headers(method: string, path: string): Record<string, string>;
	/** From now on a channel takes so many posts in so long; without limits when never called. */
	limitPosts(limit: number, perMs: number): void;
	/** Requests answered with 429 so far. */
	limited(): number;
	/** The most requests that came in any one second. */
	busiest(): number;
}

interface Bucket {
	used: number;
	resetAt: number;
}

const perSecond = 50;
const secondMs = 1000;

/** Fifty counted requests in any second that slides, and the posts of each channel in its bucket. */
export function fakeLimits(now = () => performance.now()): FakeLimits {
	const buckets = new Map<string, Bucket>();
	let recent: number[] = [];
	let posts: { limit: number; perMs: number } | null = null;
	let limited = 0;
	let busiest = 0;

	const postsTo = (method: string, path: string) =>
		method === "POST" && posts !== null
			? /^\/channels\/(\d+)\/messages$/.exec(path)?.[1]
			: undefined;
	const bucketOf = (channel: string, perMs: number): Bucket => {
		const known = buckets.get(channel);
		if (known && known.resetAt > now()) return known;
		const fresh = { used: 0, resetAt: now() + perMs };
		buckets.set(channel, fresh);
		return fresh;
	};
	const tooMany = (waitMs: number, scope: "global" | "user"): Answered => {
		limited++;
		const isGlobal = scope === "global";
		const retry_after = Math.ceil(waitMs) / 1000;
		const message = "You are being rate limited.";
		return {
			status: 429,
			body: { message, retry_after, global: isGlobal },
			headers: {
				"retry-after": String(retry_after),
				"x-ratelimit-scope": scope,
				...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
			},
		};
	};

	return {
		refuse(method, path) {
			const at = now();
			recent = recent.filter((time) => time > at - secondMs);
			busiest = Math.max(busiest, recent.length + 1);
			const [oldest = at] = recent;
			if (recent.length >= perSecond)
				return tooMany(oldest + secondMs - at, "global");
			recent.push(at);
			const channel = postsTo(method, path);
			if (channel === undefined || posts === null) return null;
			const bucket = bucketOf(channel, posts.perMs);
			if (bucket.used >= posts.limit)
				return tooMany(bucket.resetAt - at, "user");
			bucket.used++;
			return null;
		},
		headers(method, path) {
			const channel = postsTo(method, path);
			if (channel === undefined || posts === null) return {};
			const { used, resetAt } = bucketOf(channel, posts.perMs);
			return {
				"x-ratelimit-bucket": "posts",
				"x-ratelimit-limit": String(posts.limit),
				"x-ratelimit-remaining": String(posts.limit - used),
				"x-ratelimit-reset-after": String((resetAt - now()) / 1000),
			};
		},
		limitPosts(limit, perMs) {
			posts = { limit, perMs };
		},
		limited: () => limited,
		busiest: () => busiest,
	};
}
