import type { Book } from "./book.ts";
import type { BookFault } from "./book-fault.ts";
import { shiftDay } from "./date-words.ts";
import type { Measure } from "./measure.ts";

/** The last check may be this many days back before a charge in force is due for another. */
const staleAfterDays = 60;

/** What came into force after the last check, and charges long unchecked. */
export function dueIn(
	measure: Measure,
	today: string,
	book: Book,
): BookFault[] {
	const { id, verifiedTo, tracks } = measure;
	const begun = tracks
		.flatMap(({ versions }) => versions)
		.filter(({ from }) => from > verifiedTo && from <= today)
		.map(({ from }) => `scheduled for ${from}: see whether it came so`);
	const isCharged = tracks.some(({ versions }) =>
		versions.some(
			({ from, to, isEnd }) =>
				from <= today && (to === null || to >= today) && !isEnd,
		),
	);
	const isStale =
		isCharged && shiftDay(verifiedTo, { days: staleAfterDays }) < today;
	const stale = isStale ? [`last verified on ${verifiedTo}`] : [];
	return [...new Set([...begun, ...stale])].map((what) => ({
		kind: "due",
		at: book.placeOf(measure),
		where: id,
		what,
	}));
}
