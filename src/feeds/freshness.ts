/**
 * How long an answer stays fresh, in ms, by Cache-Control's `max-age` or else
 * by Expires (RFC 9111, 4.2.1); null when neither says. `header` gives a
 * header's value, null when it is absent.
 */
export function readFreshness(
	header: (name: string) => string | null,
	now: Date,
): number | null {
	const control = header("cache-control") ?? "";
	if (/\bno-(?:store|cache)\b/i.test(control)) return null;
	const [, seconds] = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control) ?? [];
	if (seconds !== undefined) return Number(seconds) * 1000;
	const expires = Date.parse(header("expires") ?? "");
	return Number.isNaN(expires) ? null : Math.max(0, expires - now.getTime());
}
