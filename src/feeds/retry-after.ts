/**
 * Reads a Retry-After header (RFC 9110 §10.2.3: seconds, or an HTTP date) as
 * milliseconds from `now`. Null when absent or unreadable; never negative.
 */
export function readRetryAfter(value: string | null, now: Date): number | null {
	const text = value?.trim() ?? "";
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	// Only a spelled-out date: Date.parse would also read "-5" as one.
	const at = /[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
