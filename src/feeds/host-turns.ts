import type { Pace } from "../chat/pace.ts";

/** Keeps all processes together from asking one host too fast. */
export interface HostTurns {
	/** Null: go on now. Else the moment that was booked for this feed: come back then. */
	turnOf(feedId: string, host: string, now: Date): Promise<Date | null>;
}

/** A wait too short to go away for. */
const shortestWaitMs = 50;

/** Books turns `spacingMs` apart for each host. */
export function hostTurns(pace: Pace, spacingMs: number): HostTurns {
	const booked = new Map<string, number>();
	return {
		async turnOf(feedId, host, now) {
			const turn = booked.get(feedId) ?? (await book(host, now));
			if (turn - now.getTime() < shortestWaitMs) {
				booked.delete(feedId);
				return null;
			}
			booked.set(feedId, turn);
			return new Date(turn);
		},
	};

	async function book(host: string, now: Date): Promise<number> {
		return now.getTime() + (await pace.book(`host ${host}`, spacingMs));
	}
}
