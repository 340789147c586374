import type { Sending } from "./sending.ts";

const firstBackoffMs = 2_000;
const longestBackoffMs = 5 * 60_000;
const mostAttempts = 10;
/** How long the edits of a suspended channel wait. */
export const suspendedEditMs = 24 * 60 * 60 * 1000;

/** How long to wait after so many attempts: 2 s, doubled each time, 5 minutes at most. */
export function backoffMs(attempts: number): number {
	return Math.min(longestBackoffMs, firstBackoffMs * 2 ** attempts);
}

/** After a quarter of an hour of tries, waiting helps no more. */
export function isSpent(attempts: number): boolean {
	return attempts >= mostAttempts;
}

/** The instant `ms` after `now`. */
export function later(now: Date, ms: number): Date {
	return new Date(now.getTime() + ms);
}

/** Lets a delivery wait. One that may have been said stays so, to be looked for first. */
export async function rest(
	{ claim, tools, now }: Sending,
	ms: number,
	reason: string,
): Promise<void> {
	const { id, message } = claim.delivery;
	const isInDoubt = claim.mustFind && message === null;
	if (isInDoubt) await tools.ledger.markUnknown(id, later(now, ms), reason);
	else await tools.ledger.putBack(id, later(now, ms), reason);
}
