import type { OptionSpec } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";

const dayMs = 24 * 60 * 60 * 1000;
const mostDays = 3650;

/** How far back to look, `30` or `30d`. By place after other words only as `30d`: "section 232" is no number of days. */
export const daysBackOption: OptionSpec = {
	name: "days",
	about: "commands.daysBackOption",
	required: false,
	fits: (word) => /^\d{1,4}(d|days|j|jours|dias|días)$/i.test(word),
	suggest: async () =>
		["7d", "30d", "90d", "365d"].map((days) => ({ value: days, label: days })),
};

/**
 * The number of days typed, or `usual` when none was.
 * @throws Mistake for anything but 1 to 3650.
 */
export function readDays(typed: string | undefined, usual: number): number {
	if (typed === undefined) return usual;
	const found = /^(\d{1,4})\s*\p{L}*$/u.exec(typed)?.[1];
	const days = Number(found ?? 0);
	if (days >= 1 && days <= mostDays) return days;
	throw new Mistake("commands.daysBackUnknown", { typed, most: mostDays });
}

/** The instant so many days before. */
export function daysBefore(now: Date, days: number): Date {
	return new Date(now.getTime() - days * dayMs);
}
