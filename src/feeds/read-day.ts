/** A day as it is written, and what stands behind it. */
export interface DateFields {
	readonly year: number;
	readonly month: number;
	readonly day: number;
	/** What follows the date: time and zone. */
	readonly rest: string;
}

/** Reads the day that a date begins with, spaces tidied; null when it begins with none. */
export function readDay(text: string): DateFields | null {
	// "Fri, 2026/11/20": the day of the week says nothing.
	const dated = text.replace(/^\p{L}+\.?,? (?=\d{4}[-/.]\d)/u, "");
	return readIso(dated) ?? readNamedMonth(text);
}

function readIso(text: string): DateFields | null {
	const shapes = [
		/^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[Tt ,]\s?)?(.*)$/,
		/^(\d{4})[/.年년] ?(\d{1,2})[/.月월] ?(\d{1,2})(?!\d)[.日일]?(?:[Tt ,]\s?)?(.*)$/,
		/^(\d{4})(\d\d)(\d\d)(?:[Tt ]|$|(?=(?:\d{4}|\d{6})$))(.*)$/,
		/^(\d{4})-(\d\d)()()$/,
		/^(\d{4})()()()$/,
	];
	for (const shape of shapes) {
		const [, year, month, day, rest = ""] = shape.exec(text) ?? [];
		if (year === undefined) continue;
		return {
			year: Number(year),
			month: Number(month || 1),
			day: Number(day || 1),
			rest,
		};
	}
	return readOrdinal(text) ?? readWeekDate(text) ?? readYearLast(text);
}

/** `24.11.2026`, `24/11/2026` and `11/24/2026`; null where day and month could be either. */
function readYearLast(text: string): DateFields | null {
	const shape = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)(?:[Tt ,]\s?)?(.*)$/;
	const [, one, sign, other, year, rest = ""] = shape.exec(text) ?? [];
	const [first, second] = [Number(one), Number(other)];
	const isDayFirst = first > 12 || sign === ".";
	if (year === undefined || (!isDayFirst && second <= 12)) return null;
	const [day, month] = isDayFirst ? [first, second] : [second, first];
	return { year: Number(year), month, day, rest };
}

/** `2026-032`: a year and a day of it. */
function readOrdinal(text: string): DateFields | null {
	const [, year, day, rest = ""] =
		/^(\d{4})-?(\d{3})(?:[Tt ]|$)(.*)$/.exec(text) ?? [];
	if (year === undefined) return null;
	const at = new Date(Date.UTC(Number(year), 0, Number(day)));
	if (Number(day) < 1 || at.getUTCFullYear() !== Number(year)) return null;
	return fieldsOf(at, rest);
}

/** `2026-W47-6`: a year, a week of it and a day of that; the week of 4 January is the first (ISO 8601). */
function readWeekDate(text: string): DateFields | null {
	const [, year, week, day = "1", rest = ""] =
		/^(\d{4})-?W(\d\d)(?:-?([1-7]))?(?:[Tt ]|$)(.*)$/.exec(text) ?? [];
	if (year === undefined || Number(week) < 1 || Number(week) > 53) return null;
	const fourth = new Date(Date.UTC(Number(year), 0, 4));
	const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
	const days = monday + (Number(week) - 1) * 7 + Number(day) - 1;
	return fieldsOf(new Date(Date.UTC(Number(year), 0, days)), rest);
}

function fieldsOf(at: Date, rest: string): DateFields {
	return {
		year: at.getUTCFullYear(),
		month: at.getUTCMonth() + 1,
		day: at.getUTCDate(),
		rest,
	};
}

function readNamedMonth(text: string): DateFields | null {
	// "mar., 3 mars" and "mar 3, 2026": only what follows tells Tuesday from March.
	const bare = text.replace(/^\p{L}+\.?(?:, ?| )(?=\d|\p{L})/u, "");
	return (
		readDayFirst(bare) ??
		readDayFirst(text) ??
		readMonthFirst(text) ??
		readMonthFirst(bare) ??
		readYearFirst(text)
	);
}

/** `2026 Jan 5 …`, `2026-Jan-05 …`, `2026. január 5. …`. */
function readYearFirst(text: string): DateFields | null {
	const shape =
		/^(\d{4})\.?[ -](\p{L}+)\.?[ -](\d{1,2})(?!\d)\.?,?(?: |T|$)(.*)$/u;
	const [, year, name = "", day, rest = ""] = shape.exec(text) ?? [];
	const month = monthOf(name);
	if (month === null) return null;
	return { year: Number(year), month, day: Number(day), rest };
}

/** `5 Jan 2026 …`, `05-Jan-26 …`, `5 de enero de 2026 …`. */
function readDayFirst(text: string): DateFields | null {
	const shape =
		/^(\d{1,2})(?:er|st|nd|rd|th|\.?[º°]|\.)?[ -](?:de |of )?(\p{L}+)\.?,?[ -](?:del? )?(\d{2,4})(?!\d)(?: ?г\.?)?,?(?: |T|$)(.*)$/u;
	const [, day, name, year, rest = ""] = shape.exec(text) ?? [];
	const month = monthOf(name ?? "");
	if (month === null) return null;
	return { year: fullYear(year ?? ""), month, day: Number(day), rest };
}

/** `January 5, 2026 …` and the `Jan  5 10:00:00 EST 2026` of C's asctime. */
function readMonthFirst(text: string): DateFields | null {
	const [, name = "", day, rest = ""] =
		/^(\p{L}+)\.?,?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (.*)$/u.exec(text) ?? [];
	const month = monthOf(name);
	if (month === null) return null;
	if (day === undefined)
		return /^\d{4}$/.test(rest)
			? { year: Number(rest), month, day: 1, rest: "" }
			: null;
	const [, first, after] = /^(\d{4})(?!\d),?(?: |$)(.*)$/.exec(rest) ?? [];
	if (first !== undefined) {
		return { year: Number(first), month, day: Number(day), rest: after ?? "" };
	}
	const [, before = "", last] = /^(.*?) (\d{4})$/.exec(rest) ?? [];
	if (last === undefined) return null;
	return { year: Number(last), month, day: Number(day), rest: before };
}

/**
 * The beginnings by which a month is known, without accents: English, French,
 * Spanish, Portuguese, Italian, German, Dutch, Polish, Norwegian, Russian and
 * Greek together.
 */
const monthStarts: readonly RegExp[] = [
	/^(?:jan|ene|gen|sty|янв|ιαν)/,
	/^(?:feb|fev|lut|фев|φεβ)/,
	/^(?:mar|maa|mrt|mrz|мар|μαρ)/,
	/^(?:apr|avr|abr|kwi|апр|απρ)/,
	/^(?:may|mai|mag|mei|maj|ма[ия]|μαι)/,
	/^(?:juin|jun|giu|cze|июн|ιουν)/,
	/^(?:juil|jul|lug|lip|июл|ιουλ)/,
	/^(?:aug|aou|ago|sie|авг|αυγ)/,
	/^(?:sep|set|wrz|сен|σεπ)/,
	/^(?:oct|okt|out|ott|paz|окт|οκτ)/,
	/^(?:nov|lis|ноя|νοε)/,
	/^(?:dec|des|dic|dez|gru|дек|δεκ)/,
];

function monthOf(name: string): number | null {
	const folded = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	const place = monthStarts.findIndex((start) => start.test(folded));
	return place < 0 ? null : place + 1;
}

/** RFC 2822 §4.3: 00–49 are this century, 50–99 and three digits the last. */
function fullYear(digits: string): number {
	const year = Number(digits);
	if (digits.length === 2) return year + (year < 50 ? 2000 : 1900);
	return digits.length === 3 ? year + 1900 : year;
}
