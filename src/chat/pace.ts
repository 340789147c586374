/**
 * Keeps all processes of the house together within a platform's limits. Where
 * that is kept may be out of reach: then both verbs reject, nothing is asked
 * of the platform, and an adapter says `busy`. What waits is tried again, as
 * the ledger, which lives in the same place, could not have been told either.
 */
export interface Pace {
	/**
	 * Books a lane's next free moment, `everyMs` after the one booked before;
	 * gives how long to wait for it, in ms.
	 */
	book(lane: string, everyMs: number): Promise<number>;
	/** Nobody's next moment in this lane comes sooner than in `ms`: the platform said so. */
	rest(lane: string, ms: number): Promise<void>;
}

/** A lane nobody has used for so long is forgotten. */
const forgottenAfterMs = 60_000;

/** The pace of one process that shares its limits with no other. `now` gives ms, and is never set back. */
export function paceAlone(now: () => number = () => performance.now()): Pace {
	const free = new Map<string, number>();
	let cleaned = now();
	const forget = (at: number) => {
		if (at - cleaned < forgottenAfterMs) return;
		cleaned = at;
		for (const [lane, next] of free) if (next < at) free.delete(lane);
	};
	return {
		async book(lane, everyMs) {
			const at = now();
			forget(at);
			const mine = Math.max(at, free.get(lane) ?? at);
			free.set(lane, mine + everyMs);
			return mine - at;
		},
		async rest(lane, ms) {
			const until = now() + ms;
			free.set(lane, Math.max(until, free.get(lane) ?? until));
		},
	};
}
