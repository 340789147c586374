import type { Say } from "../phrases/say.ts";
import { bookSentence } from "./book-sentence.ts";
import { goodsOf } from "./coming-dates.ts";
import { dayAfter } from "./date-words.ts";
import type { Source } from "./measure.ts";
import { membershipOn } from "./scope.ts";
import type { Shipment } from "./tally.ts";

/** A dated change that is still ahead. */
export interface NextChange {
	/** The first day on which it holds, `YYYY-MM-DD`. */
	readonly date: string;
	readonly change: string;
	readonly source: Source | null;
}

/** Changes and dates after a day that bear on the shipment, soonest first. */
export function nextChanges(
	shipment: Shipment,
	on: string,
	say: Say,
): NextChange[] {
	const { candidates, book } = shipment;
	const ids = new Set(candidates.map(({ measure }) => measure.id));
	const events = book.events
		.filter(
			({ date, measures }) => date > on && measures.some((id) => ids.has(id)),
		)
		.map(({ date, what, source }) => ({
			date,
			change: bookSentence(what, say),
			source: book.sources.get(source) ?? null,
		}));
	return [...versionChanges(shipment, on, say), ...events].sort((a, b) =>
		a.date.localeCompare(b.date),
	);
}

function versionChanges(
	{ candidates, book }: Shipment,
	on: string,
	say: Say,
): NextChange[] {
	return candidates.flatMap((candidate) => {
		const { measure, track } = candidate;
		return track.versions.flatMap((version, at) => {
			const source = sourceOfInstrument(version.instrument);
			const values = {
				authority: measure.authority,
				goods: goodsOf(measure, book, say),
				kind: version.kind,
				rate: version.ratePercent,
			};
			const isNews =
				version.ratePercent !== track.versions[at - 1]?.ratePercent ||
				version.kind !== track.versions[at - 1]?.kind;
			const starts =
				isNews &&
				version.from > on &&
				membershipOn(candidate, version.from) !== "out"
					? [
							{
								date: version.from,
								change: version.isEnd
									? say("tariffs.next.over", values)
									: say("tariffs.next.starts", values),
								source,
							},
						]
					: [];
			const end = version.to ? dayAfter(version.to) : null;
			const isFollowed = track.versions[at + 1]?.from === end;
			const ends =
				end && end > on && !isFollowed && membershipOn(candidate, end) !== "out"
					? [{ date: end, change: say("tariffs.next.ends", values), source }]
					: [];
			return [...starts, ...ends];
		});
	});

	function sourceOfInstrument(key: string): Source | null {
		const instrument = book.instruments.get(key);
		return instrument ? (book.sources.get(instrument.source) ?? null) : null;
	}
}
