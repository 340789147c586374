import type { Say } from "../phrases/say.ts";
import type { Book } from "./book.ts";
import { shiftDay } from "./date-words.ts";
import type { Source } from "./measure.ts";

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
				what: `${say("tariffs.next.starts", { authority: measure.authority, kind, rate: ratePercent })} (${measure.id}, ${origins.join(", ")})`,
				source:
					book.sources.get(book.instruments.get(instrument)?.source ?? "") ??
					null,
			})),
		),
	);
}
