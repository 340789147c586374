/** How much one may do: so many at once, and then so many each second. */
interface Allowance {
	readonly burst: number;
	readonly perSecond: number;
}

/** So many a minute, which may come at once. */
export function perMinute(most: number): Allowance {
	return { burst: most, perSecond: most / 60 };
}

/** So many are told apart; then all begin anew. */
const mostKeys = 10_000;

/**
 * Gives whether a key may go on now (a token bucket for each), and counts that
 * it does unless told only to look. `now` gives ms.
 */
export function makeLimit(
	{ burst, perSecond }: Allowance,
	now: () => number = () => performance.now(),
): (key: string, look?: "look") => boolean {
	const buckets = new Map<string, { left: number; at: number }>();
	return (key, look) => {
		const at = now();
		const bucket = buckets.get(key) ?? { left: burst, at };
		const regained = ((at - bucket.at) / 1000) * perSecond;
		const left = Math.min(burst, bucket.left + regained);
		if (!buckets.has(key) && buckets.size >= mostKeys) buckets.clear();
		const spent = left < 1 || look ? 0 : 1;
		buckets.set(key, { left: left - spent, at });
		return left >= 1;
	};
}
