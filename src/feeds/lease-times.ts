import { jittered } from "./poll-interval.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** What hubs grant is taken at its word between these. */
const shortestLeaseMs = minuteMs;
const longestLeaseMs = 90 * dayMs;
/** What we ask for, where a hub does not say what it grants. */
const usualLeaseMs = 10 * dayMs;

/** How long a hub grants its lease, and when to ask for the next: four fifths in, a little sooner or later. */
export function leaseTimes(
	leaseSeconds: number | null,
	token: string,
	now: Date,
): { readonly leaseUntil: Date; readonly askAt: Date } {
	const grantedMs = (leaseSeconds ?? 0) * 1000 || usualLeaseMs;
	const leaseMs = Math.min(
		Math.max(grantedMs, shortestLeaseMs),
		longestLeaseMs,
	);
	const askMs = jittered(leaseMs * 0.8, token);
	return {
		leaseUntil: new Date(now.getTime() + leaseMs),
		askAt: new Date(now.getTime() + askMs),
	};
}

/**
 * How long to wait for a hub that was asked in vain so many times, in ms: from
 * ten minutes, doubling, or as long as it wishes, up to a day.
 */
export function restAfterAsking(
	failures: number,
	token: string,
	wishedMs = 0,
): number {
	const restMs = 10 * minuteMs * 2 ** Math.min(failures - 1, 10);
	const usualMs = jittered(Math.min(restMs, dayMs), `${token} ${failures}`);
	return Math.max(usualMs, Math.min(wishedMs, dayMs));
}
