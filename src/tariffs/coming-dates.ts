import type { Say } from "../phrases/say.ts";
import type { Book } from "./book.ts";
import { shiftDay } from "./date-words.ts";
import type { Measure, Source } from "./measure.ts";

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
	for (const one of [...scheduled(book, say), ...events(book)]) {
		if (one.date > after && one.date <= last) {
			found.set(`${one.date} ${one.what}`, one);
		}
	}
	return [...found.values()].sort((a, b) => a.date.localeCompare(b.date));
}

function events({ events, sources }: Book): ComingDate[] {
	return events.map(({ date, what, source }) => ({
		date,
		what,
		source: sources.get(source) ?? null,
	}));
}

function scheduled(book: Book, say: Say): ComingDate[] {
	return book.measures.flatMap((measure) =>
		measure.tracks.flatMap(({ origins, versions }) =>
			versions.map(({ from, kind, ratePercent, instrument }) => ({
				date: from,
				what: ofOrigins(
					say("tariffs.next.starts", {
						authority: measure.authority,
						goods: goodsOf(measure, book),
						kind,
						rate: ratePercent,
					}),
					origins,
					say,
				),
				source:
					book.sources.get(book.instruments.get(instrument)?.source ?? "") ??
					null,
			})),
		),
	);
}

function ofOrigins(what: string, origins: readonly string[], say: Say): string {
	if (origins.includes("*")) return what;
	return say("tariffs.calendar.of", { what, origins: origins.join(", ") });
}

/** The goods that a measure names, in English, or `none` where it names none. */
export function goodsOf({ scopes }: Measure, { products }: Book): string {
	const named = scopes.at(-1)?.products ?? [];
	const words = named.flatMap((id) => products.get(id)?.en[0] ?? []);
	return words.length === 0 ? "none" : words.slice(0, 3).join(", ");
}
