import type { Pace } from "../chat/pace.ts";

/** Keeps all processes together from asking one host too fast. */
export interface HostTurns {
	/** Null: go on now. Else how many ms there are to the turn that was booked for this feed: come back then. */
	turnOf(feedId: string, host: string): Promise<number | null>;
	/** The host has answered, or failed to: the next turn is counted from here. */
	end(host: string): void;
}

/** A wait too short to go away for. */
const shortestWaitMs = 50;
/** Hosts asked by this process that are remembered at most. */
const mostHosts = 10_000;

/**
 * Books turns `spacingMs` apart for each host. Who comes late to a turn must
 * not shorten the next: a process also keeps its own requests that far apart,
 * from one's end to the next one's beginning.
 */
export function hostTurns(
	pace: Pace,
	spacingMs: number,
	/** In ms; never set back, as the time of day may be. */
	now: () => number = () => performance.now(),
): HostTurns {
	const booked = new Map<string, number>();
	const asked = new Map<string, number>();
	return {
		async turnOf(feedId, host) {
			const turn = booked.get(feedId) ?? (await book(host));
			const last = asked.get(host) ?? Number.NEGATIVE_INFINITY;
			const earliest = Math.max(turn, last + spacingMs);
			if (earliest - now() < shortestWaitMs && now() - last >= spacingMs) {
				booked.delete(feedId);
				note(host);
				return null;
			}
			booked.set(feedId, earliest);
			return earliest - now();
		},
		end: note,
	};

	async function book(host: string): Promise<number> {
		const waitMs = await pace.book(`host ${host}`, spacingMs);
		return now() + waitMs;
	}

	function note(host: string): void {
		// The oldest goes first: a host not asked for long needs no remembering.
		asked.delete(host);
		asked.set(host, now());
		const [oldest] = asked.keys();
		if (asked.size > mostHosts && oldest !== undefined) asked.delete(oldest);
	}
}
