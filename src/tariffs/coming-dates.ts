import type { Say } from "../phrases/say.ts";
import type { Book } from "./book.ts";
import { bookSentence } from "./book-sentence.ts";
import { countryName } from "./countries.ts";
import { shiftDay } from "./date-words.ts";
import type { Measure, RateVersion, Source } from "./measure.ts";

/** More rates than this that begin at once are told as a span. */
const mostRates = 4;
/** Most origins that a sentence names. */
const mostOrigins = 8;

/** A date ahead, with where it was read. */
export interface ComingDate {
	readonly date: string;
	readonly what: string;
	readonly source: Source | null;
}

/** Scheduled rates, endings, reviews and deadlines after a day and within so many days of it, soonest first. */
export function comingDates(
	book: Book,
	{ after, days, say }: { after: string; days: number; say: Say },
): ComingDate[] {
	const last = shiftDay(after, { days });
	const found = new Map<string, ComingDate>();
	for (const one of [...scheduled(book, say), ...events(book, say)]) {
		if (one.date > after && one.date <= last) {
			found.set(`${one.date} ${one.what}`, one);
		}
	}
	return [...found.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function events({ events, sources }: Book, say: Say): ComingDate[] {
	return events.map(({ date, what, source }) => ({
		date,
		what: bookSentence(what, say),
		source: sources.get(source) ?? null,
	}));
}

function scheduled(book: Book, say: Say): ComingDate[] {
	return book.measures.flatMap((measure) =>
		[...Map.groupBy(startsOf(measure), ({ version }) => version.from)].flatMap(
			([date, starts]) =>
				told(measure, starts, { book, say }).map((one) => ({ date, ...one })),
		),
	);
}

/** A version that changes the charge, with the origins that it is for. */
interface Start {
	readonly version: RateVersion;
	readonly origins: readonly string[];
}

/** What only restates the rate before it is no change. */
function startsOf({ tracks }: Measure): Start[] {
	return tracks.flatMap(({ origins, versions }) =>
		versions
			.filter((version, at) => isChange(version, versions[at - 1]))
			.map((version) => ({ version, origins })),
	);
}

function isChange(version: RateVersion, before?: RateVersion): boolean {
	return (
		version.ratePercent !== before?.ratePercent ||
		version.kind !== before.kind ||
		version.basis !== before.basis ||
		version.isEnd !== before.isEnd
	);
}

/** One sentence for each rate that begins, or one for all where every country has its own. */
function told(
	measure: Measure,
	starts: readonly Start[],
	{ book, say }: { book: Book; say: Say },
): Omit<ComingDate, "date">[] {
	const byRate = [...Map.groupBy(starts, ({ version }) => startKey(version))];
	const values = {
		authority: measure.authority,
		goods: goodsOf(measure, book, say),
	};
	const rates = starts.map(({ version }) => version.ratePercent ?? 0);
	const [first] = starts;
	if (first && byRate.length > mostRates) {
		const what = say("tariffs.calendar.many", {
			...values,
			least: Math.min(...rates),
			most: Math.max(...rates),
		});
		return [{ what, source: sourceOf(first.version, book) }];
	}
	return byRate.flatMap(([, same]) => {
		const [one] = same;
		if (!one) return [];
		const { kind, ratePercent, isEnd } = one.version;
		const begins = isEnd
			? say("tariffs.next.over", values)
			: say("tariffs.next.starts", { ...values, kind, rate: ratePercent });
		const origins = same.flatMap((start) => start.origins);
		const what = ofOrigins(begins, origins, say);
		return [{ what, source: sourceOf(one.version, book) }];
	});
}

function startKey({ kind, ratePercent, isEnd }: RateVersion): string {
	return `${kind} ${ratePercent} ${isEnd}`;
}

function sourceOf({ instrument }: RateVersion, book: Book): Source | null {
	const act = book.instruments.get(instrument);
	return book.sources.get(act?.source ?? "") ?? null;
}

function ofOrigins(what: string, origins: readonly string[], say: Say): string {
	if (origins.includes("*")) return what;
	const names = origins
		.slice(0, mostOrigins)
		.map((code) => originName(code, say))
		.join(", ");
	const more = Math.max(0, origins.length - mostOrigins);
	return say("tariffs.calendar.of", { what, origins: names, more });
}

function originName(code: string, say: Say): string {
	const isGroup = code.includes("-");
	return isGroup
		? say("tariffs.calendar.group", { group: code.replace("-", "_") })
		: countryName(code, say("chat.language"));
}

/** The first goods that a measure names, in the language spoken, or `none` where it names none. */
export function goodsOf(
	{ scopes }: Measure,
	{ products }: Book,
	say: Say,
): string {
	const named = scopes.at(-1)?.products ?? [];
	const language = say("chat.language");
	const words = named.flatMap((id) => {
		const { en, fr, es } = products.get(id) ?? { en: [], fr: [], es: [] };
		const own = language === "fr" ? fr : language === "es" ? es : en;
		return own[0] ?? en[0] ?? [];
	});
	return words.length === 0 ? "none" : words.slice(0, 3).join(", ");
}
