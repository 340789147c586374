import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The time of day in one run's world. */
export interface WorldClock {
	/** Names the file that `shift-clock.ts` reads. */
	readonly file: string;
	/** As the feeds and platforms know it. */
	now(): number;
	/** Time passes for all. */
	pass(ms: number): void;
	/** Sets the program's clock alone, so far ahead of the world's; behind it, if negative. */
	setAhead(ms: number): void;
}

/** Begins so far ahead of this machine's clock. */
export function worldClock(directory: string, beginsAheadMs = 0): WorldClock {
	const file = join(directory, "clock");
	let [passedMs, aheadMs] = [beginsAheadMs, 0];
	const write = () => {
		// Renamed into place: nobody reads half a number.
		writeFileSync(`${file}.new`, String(passedMs + aheadMs));
		renameSync(`${file}.new`, file);
	};
	write();
	return {
		file,
		now: () => Date.now() + passedMs,
		pass(ms) {
			passedMs += ms;
			write();
		},
		setAhead(ms) {
			aheadMs = ms;
			write();
		},
	};
}
