import type { Book } from "./book.ts";
import type { BookFault } from "./book-fault.ts";
import { shiftDay } from "./date-words.ts";
import type { Instrument, Measure, RateVersion, Track } from "./measure.ts";

/**
 * Dates are kept twice, with the instrument and with what it sets, so that one
 * that slips is seen: every version and rule begins on a day of its instrument,
 * every end is the eve of another's beginning or a day on which the act lets
 * the charge lapse, and every track begins where it says.
 */
export function dayFaults(book: Book): BookFault[] {
	const starts = new Set([...book.instruments.values()].flatMap(daysOf));
	const lapses = [...book.instruments.values()].flatMap((one) => one.lapses);
	const ends = new Set([...lapses, ...[...starts].map(eveOf)]);
	return [
		...book.measures.flatMap((measure) => [
			...measure.tracks.flatMap((track) => trackDays(measure, track, book)),
			...loose(measure, { starts, ends }, book),
		]),
		...book.rules.flatMap((rule) => {
			const { id, from, to, instrument } = rule;
			const begun = daysOf(book.instruments.get(instrument)).includes(from);
			return [
				...(begun ? [] : [notOfAct(from, instrument)]),
				...(to === null || ends.has(to) ? [] : [noEnd(to)]),
			].map(
				(what) =>
					({ kind: "fault", at: book.placeOf(rule), where: id, what }) as const,
			);
		}),
	];
}

/** The days of scopes and exemptions: of the act they name, or else of some act in the book. */
function loose(
	measure: Measure,
	{ starts, ends }: { starts: ReadonlySet<string>; ends: ReadonlySet<string> },
	book: Book,
): BookFault[] {
	const { id: where, scopes, exemptions, tracks } = measure;
	const [first] = tracks.flatMap(({ begins }) => begins ?? []).sort();
	const drawn = scopes[0]?.from;
	const parts = [...scopes.slice(1), ...exemptions];
	return [
		...(drawn === first
			? []
			: [`its scope begins on ${drawn}, its charges on ${first}`]),
		...parts.flatMap(({ from, instrument }) => {
			if (from === undefined) return [];
			if (instrument === undefined)
				return starts.has(from) ? [] : [`${from} is a day of no instrument`];
			const act = book.instruments.get(instrument);
			return daysOf(act).includes(from) ? [] : [notOfAct(from, instrument)];
		}),
		...exemptions
			.flatMap(({ to }) => to ?? [])
			.filter((day) => !ends.has(day))
			.map(noEnd),
	].map((what) => ({
		kind: "fault",
		at: book.placeOf(measure),
		where,
		what,
	}));
}

function trackDays({ id }: Measure, track: Track, book: Book): BookFault[] {
	const { begins, origins, versions } = track;
	const where = `${id} (${origins.join(", ")})`;
	const [first] = versions;
	const isBegun = first !== undefined && first.from === begins;
	const late = `it begins on ${begins ?? "no day"}, its first version on ${first?.from}`;
	return [
		...(isBegun
			? []
			: [
					{
						kind: "fault",
						at: book.placeOf(track),
						where,
						what: late,
					} as const,
				]),
		...versions.flatMap((version, at) =>
			versionDays(version, at === versions.length - 1, book).map(
				(what) =>
					({ kind: "fault", at: book.placeOf(version), where, what }) as const,
			),
		),
	];
}

function versionDays(
	{ from, to, instrument }: RateVersion,
	isLast: boolean,
	{ instruments }: Book,
): string[] {
	const act = instruments.get(instrument);
	if (!act) return [];
	const isEnded =
		!isLast ||
		(to === null ? act.lapses.length === 0 : act.lapses.includes(to));
	return [
		...(daysOf(act).includes(from) ? [] : [notOfAct(from, instrument)]),
		...(isEnded
			? []
			: [`it ends on ${to ?? "no day"}, which ${instrument} does not say`]),
	];
}

function daysOf(act: Instrument | undefined): readonly string[] {
	if (!act) return [];
	return act.effective === null ? act.alsoOn : [act.effective, ...act.alsoOn];
}

function eveOf(day: string): string {
	return shiftDay(day, { days: -1 });
}

function notOfAct(day: string, instrument: string): string {
	return `it begins on ${day}, which is no day of ${instrument}`;
}

function noEnd(day: string): string {
	return `${day} is the end of nothing in force`;
}
