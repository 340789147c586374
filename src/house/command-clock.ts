import { configFromProcess } from "../config.ts";

/** What commands take for now: TRADEWIRE_NOW when it is set, else the clock. */
export function commandClock(): () => Date {
	const fixed = configFromProcess().TRADEWIRE_NOW;
	return () => fixed ?? new Date();
}
