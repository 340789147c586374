import { type DateRole, dateRole } from "./date-role.ts";
import { shiftDay } from "./date-words.ts";
import { foldInPlace } from "./fold-in-place.ts";
import { monthNames, monthOf } from "./month-names.ts";

/** A day as a text names it. Offsets are UTF-16 units. */
export interface DateFound {
	readonly start: number;
	readonly end: number;
	/** `YYYY-MM-DD`. */
	readonly day: string;
	/** False where the text leaves the year out and the nearest was taken. */
	readonly isYearGiven: boolean;
	/** What begins or ends then, where the words around the day say so. */
	readonly role: DateRole | null;
}

const weekdays = [
	"sunday dimanche domingo",
	"monday lundi lunes",
	"tuesday mardi martes",
	"wednesday mercredi miercoles",
	"thursday jeudi jueves",
	"friday vendredi viernes",
	"saturday samedi sabado",
].map((names) => names.split(" "));
const weekday = weekdays.flat().join("|");
const year = "(?:,? (?:de |del )?((?:19|20)\\d{2})(?![\\d-]))?";
const iso = /(?<![\d-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])/g;
const monthFirst = new RegExp(
	`\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d| ?%| ?(?:per|percent)\\b)${year}`,
	"g",
);
const dayFirst = new RegExp(
	`(?<![\\d.,:/])(\\d{1,2})(?:st|nd|rd|th|er|o|º)? (?:of |de )?(${monthNames})\\b(?! \\d{1,2}, \\d)\\.?${year}`,
	"g",
);
/** Days told from the day of the news. A weekday beside a date is the date's. */
const relative = new RegExp(
	`\\b(today|tomorrow|yesterday|tonight|aujourd'hui|demain|hier|hoy|ayer)\\b(?!'s)|\\b(?:(next|last) )?(${weekday})\\b(?!'|,? (?:the |le |el )?(?:${monthNames}|\\d))`,
	"g",
);

/**
 * The days of a text in English, French and Spanish, in its order. `today` is
 * the day of the news, `YYYY-MM-DD`: a day without a year is the one nearest
 * to it, `tomorrow` the one after it, a weekday the coming one, or the past
 * one where the words tell of something done. Figures such as 04/06/2025 may
 * be two days and are passed over.
 */
export function findDates(text: string, today: string): DateFound[] {
	const folded = foldInPlace(text);
	const days = [
		...[...folded.matchAll(iso)].map((found) =>
			named(found, { year: found[1], month: Number(found[2]), date: found[3] }),
		),
		...[...folded.matchAll(monthFirst)].map((found) =>
			named(found, {
				year: found[3],
				month: monthOf(found[1]),
				date: found[2],
			}),
		),
		...[...folded.matchAll(dayFirst)].map((found) =>
			named(found, {
				year: found[3],
				month: monthOf(found[2]),
				date: found[1],
			}),
		),
	].map((written) => resolved(written, today));
	const told = [...folded.matchAll(relative)].map((found) =>
		relativeDay(found, { folded, today }),
	);
	const all = [...days, ...told].filter((day) => day !== null);
	return withoutOverlaps(all).map(({ isWeekday = false, ...found }) => ({
		...found,
		role: dateRole(folded, { ...found, isWeekday }),
	}));
}

type Bare = Omit<DateFound, "role"> & { readonly isWeekday?: boolean };

interface Written {
	readonly start: number;
	readonly end: number;
	readonly year: string | undefined;
	readonly month: number;
	readonly date: string | undefined;
}

function named(
	{ 0: all, index }: RegExpExecArray,
	parts: Pick<Written, "year" | "month" | "date">,
): Written {
	return { start: index, end: index + all.length, ...parts };
}

function resolved(written: Written, today: string): Bare | null {
	const { start, end, month, date } = written;
	const near = Number(today.slice(0, 4));
	const years =
		written.year === undefined ? [near, near - 1, near + 1] : [written.year];
	const days = years.flatMap(
		(one) => realDay(Number(one), month, Number(date)) ?? [],
	);
	const [day] = days.sort((a, b) => distance(a, today) - distance(b, today));
	if (day === undefined) return null;
	return { start, end, day, isYearGiven: written.year !== undefined };
}

/** There is no 31 June. */
function realDay(year: number, month: number, date: number): string | null {
	const at = new Date(Date.UTC(year, month - 1, date));
	const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
	return isReal ? at.toISOString().slice(0, 10) : null;
}

function distance(day: string, other: string): number {
	return Math.abs(Date.parse(day) - Date.parse(other));
}

const done =
	/\b(?:took|came|went|entered|imposed|announced|signed|said|raised|began|started|expired|ended|last|a pris|est entre\w*|sont entre\w*|entro|entraron|anuncio|firmo|dijo|annonce|signe|dernier|pasado)\b/;
/** UTF-16 units before a weekday that tell whether it is past. */
const tenseReach = 60;

function relativeDay(
	found: RegExpExecArray,
	{ folded, today }: { folded: string; today: string },
): Bare | null {
	const { 0: all, 1: word, 2: lead = "", 3: name = "", index } = found;
	const end = index + all.length;
	if (word !== undefined) {
		const days = shiftOf(word);
		const day = shiftDay(today, { days });
		return { start: index, end, day, isYearGiven: false };
	}
	const wanted = weekdays.findIndex((names) => names.includes(name));
	const now = new Date(`${today}T00:00:00Z`).getUTCDay();
	const before = folded.slice(Math.max(0, index - tenseReach), index);
	const isPast = lead === "last" || done.test(before);
	const ahead = (wanted - now + 7) % 7;
	const days = isPast ? (ahead === 0 ? 0 : ahead - 7) : ahead;
	const day = shiftDay(today, { days });
	const start = end - name.length;
	return { start, end, day, isYearGiven: false, isWeekday: true };
}

function shiftOf(word: string): number {
	if (/^(?:tomorrow|demain)$/.test(word)) return 1;
	return /^(?:yesterday|hier|ayer)$/.test(word) ? -1 : 0;
}

/** `4 June 2025` is one day, though `June 20` stands in it. */
function withoutOverlaps(found: readonly Bare[]): Bare[] {
	const sorted = found.toSorted(
		(a, b) => a.start - b.start || b.end - b.start - (a.end - a.start),
	);
	let upTo = -1;
	return sorted.filter(({ start, end }) => {
		if (start < upTo) return false;
		upTo = end;
		return true;
	});
}
