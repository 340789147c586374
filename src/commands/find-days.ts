import type { Weekday } from "../chat/channel.ts";
import type { Say } from "../phrases/say.ts";
import { fold } from "../text/fold.ts";

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const names: Readonly<Record<Weekday, readonly string[]>> = {
	1: ["monday", "lundi", "lunes"],
	2: ["tuesday", "mardi", "martes"],
	3: ["wednesday", "mercredi", "miercoles"],
	4: ["thursday", "jeudi", "jueves"],
	5: ["friday", "vendredi", "viernes"],
	6: ["saturday", "samedi", "sabado"],
	7: ["sunday", "dimanche", "domingo"],
};
const groups: Readonly<Record<string, readonly Weekday[]>> = {
	daily: week,
	everyday: week,
	quotidien: week,
	diario: week,
	weekdays: [1, 2, 3, 4, 5],
	workdays: [1, 2, 3, 4, 5],
	ouvrables: [1, 2, 3, 4, 5],
	laborables: [1, 2, 3, 4, 5],
	weekends: [6, 7],
};
const rangeWords = ["to", "through", "until", "au", "a", "al"];
const listWords = ["and", "et", "y", "e"];

/** Does this one word speak of days? `mon-fri`, `mon,wed`, `lundi`, `au`, `daily`. */
export function isDayWord(word: string): boolean {
	const folded = fold(word);
	if (rangeWords.includes(folded) || listWords.includes(folded)) return true;
	return findDays(word) !== null;
}

/**
 * The weekdays meant by words such as `mon-fri`, `weekdays`, `mon,wed`,
 * `lundi au vendredi` or `lun y mie`, in the order of the week. A range may
 * pass Sunday. Null when any word is not understood.
 */
export function findDays(words: string): readonly Weekday[] | null {
	const pieces = fold(words)
		.split(/([\s,;/&-]+)/)
		.filter((piece) => piece.trim() !== "");
	const found = new Set<Weekday>();
	let last: Weekday | null = null;
	let isRange = false;
	for (const piece of pieces) {
		if (rangeWords.includes(piece) || piece.includes("-")) {
			if (last === null || isRange) return null;
			isRange = true;
			continue;
		}
		if (listWords.includes(piece) || /^[\s,;/&]+$/.test(piece)) continue;
		const days = Object.hasOwn(groups, piece)
			? groups[piece]
			: dayCalled(piece);
		const [first] = days ?? [];
		if (!days || first === undefined) return null;
		for (const day of isRange && last ? between(last, first) : days) {
			found.add(day);
		}
		last = days.length === 1 ? first : null;
		isRange = false;
	}
	if (isRange || found.size === 0) return null;
	return week.filter((day) => found.has(day));
}

/** `Monday to Friday`, `every day`, `Monday, Wednesday`. */
export function daysText(days: readonly Weekday[], say: Say): string {
	const kind = days.join("");
	if (kind === "1234567") return say("commands.everyDay");
	if (kind === "12345") return say("commands.weekdays");
	return days
		.map((day) => say("commands.day", { day: String(day) }))
		.join(", ");
}

/** The days as they are typed, `mon,wed`: what findDays reads back. */
export function daysWord(days: readonly Weekday[]): string {
	return days.map((day) => names[day][0]?.slice(0, 3)).join(",");
}

/** Three letters are enough in all three languages, and clear. */
function dayCalled(word: string): readonly Weekday[] | undefined {
	const name = word.replace(/\.$/, "");
	if (name.length < 3) return undefined;
	const day = week.find((one) =>
		names[one].some((full) => full.startsWith(name) || `${full}s` === name),
	);
	return day === undefined ? undefined : [day];
}

function between(from: Weekday, to: Weekday): Weekday[] {
	const span = (to - from + 7) % 7;
	const twice = [...week, ...week];
	return twice.slice(from - 1, from + span);
}
