import type { ClockTime } from "../chat/channel.ts";
import { fold } from "../text/fold.ts";

const names: ReadonlyMap<string, ClockTime> = new Map([
	...["noon", "midday", "midi", "mediodia"].map((n) => [n, "12:00"] as const),
	...["midnight", "minuit", "medianoche"].map((n) => [n, "00:00"] as const),
]);

/** A time of day as people type it (`08:00`, `8`, `8am`, `8:30 PM`, `20h30`, `noon`); null when it is none. */
export function findTime(words: string): ClockTime | null {
	const named = names.get(fold(words.trim()));
	if (named !== undefined) return named;
	const found = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(?:([ap])\.?m\.?)?$/i.exec(
		words.trim(),
	);
	if (!found) return null;
	const [, hours = "", minutes = "00", half] = found;
	const hour = hourOf(Number(hours), half?.toLowerCase());
	if (hour === null || Number(minutes) > 59) return null;
	return `${String(hour).padStart(2, "0")}:${minutes}`;
}

/** Noon is 12 pm, midnight 12 am. */
function hourOf(hour: number, half: string | undefined): number | null {
	if (half === undefined) return hour <= 23 ? hour : null;
	if (hour < 1 || hour > 12) return null;
	return (hour % 12) + (half === "p" ? 12 : 0);
}
