import { amendmentKey, amendVersions, versionOn } from "./amend-versions.ts";
import type { Amendment } from "./amendment.ts";
import type { Book } from "./book.ts";
import { bookFaults } from "./check-book.ts";
import { unusedParts } from "./check-unused.ts";
import type { Instrument, Measure, Track } from "./measure.ts";
import { trackFor } from "./scope.ts";

/** A book with what people changed in it. */
export interface AmendedBook {
	readonly book: Book;
	/** Amendments that break a rule of the book, with the rule's words; they change nothing. */
	readonly refused: readonly {
		readonly amendment: Amendment;
		readonly why: string;
	}[];
}

/**
 * Lays the amendments that stand over a book, in their order. One that breaks
 * a rule of the book is left out; one that the book itself has caught up with
 * changes nothing.
 */
export function amendBook(
	book: Book,
	amendments: readonly Amendment[],
): AmendedBook {
	const refused: AmendedBook["refused"][number][] = [];
	let amended = book;
	for (const amendment of amendments) {
		if (amendment.withdrawn !== null) continue;
		const next = amendOnce(amended, amendment);
		if (typeof next === "string") refused.push({ amendment, why: next });
		else amended = next;
	}
	return { book: amended, refused };
}

/** Whether the book charges that rate from that day on already. */
export function isInBook(book: Book, amendment: Amendment): boolean {
	const { measure: id, from, to, ratePercent } = amendment;
	const measure = book.measures.find((one) => one.id === id);
	const tracks = measure ? amendedTracks(measure, amendment) : [];
	return (
		tracks.length > 0 &&
		tracks.every(({ versions }) => {
			const holding = versionOn(versions, from);
			const lasts = to === null || !holding?.to || holding.to >= to;
			return holding?.ratePercent === ratePercent && lasts && !holding.isEnd;
		})
	);
}

/** The book with one amendment in it, or the words of the rule that it breaks. */
function amendOnce(book: Book, amendment: Amendment): Book | string {
	const measure = book.measures.find(({ id }) => id === amendment.measure);
	if (!measure) return `no measure ${amendment.measure}`;
	if (isInBook(book, amendment)) return book;
	const amended = withActAndSource(book, measure, amendment);
	if (typeof amended === "string") return amended;
	const clean = withoutUnused(amended);
	const [fault] = bookFaults(clean);
	return fault ? `${fault.where}: ${fault.what}` : clean;
}

function withActAndSource(
	book: Book,
	measure: Measure,
	amendment: Amendment,
): Book | string {
	const key = amendmentKey(amendment);
	const wanted = amendedTracks(measure, amendment);
	if (wanted.length === 0) return `${measure.id} charges no such origin`;
	const laid = new Map(
		wanted.map((track) => [track, amendVersions(track.versions, amendment)]),
	);
	const all = [...laid.values()];
	const { act, source, from } = amendment;
	const instrument: Instrument = {
		...{ name: act, signed: null, published: null, effective: from },
		alsoOn: [...new Set(all.flatMap(({ resumes }) => resumes ?? []))],
		lapses: [...new Set(all.flatMap(({ lapses }) => lapses ?? []))],
		source: key,
	};
	const tracks = measure.tracks.flatMap((track): Track[] => {
		const versions = laid.get(track)?.versions;
		if (!versions) return [track];
		const begins = versions[0]?.from;
		const own = { ...track, begins, versions: [...versions] };
		const { origin } = amendment;
		const isWhole = origin === null || track.origins.join() === origin;
		// One country parts from those that it was charged with.
		return isWhole ? [own] : [{ ...own, origins: [origin], except: [] }, track];
	});
	return {
		...book,
		measures: book.measures.map((one) =>
			one === measure ? { ...measure, tracks } : one,
		),
		instruments: new Map([...book.instruments, [key, instrument]]),
		sources: new Map([...book.sources, [key, source]]),
	};
}

/**
 * The track of the origin; without one, those that charge on that day what
 * the general track does: another country's own rate stays its own.
 */
export function amendedTracks(
	measure: Measure,
	{ origin, from }: Pick<Amendment, "origin" | "from">,
): Track[] {
	const { tracks } = measure;
	if (origin !== null) {
		const own = trackFor(measure, origin);
		return own ? [own] : [];
	}
	const general =
		tracks.find(({ origins }) => origins.includes("*")) ?? tracks.at(-1);
	const rate = general && versionOn(general.versions, from);
	return tracks.filter((track) => {
		const version = versionOn(track.versions, from);
		return (
			track === general ||
			(version?.ratePercent === rate?.ratePercent &&
				version?.kind === rate?.kind)
		);
	});
}

/** Acts and sources that nothing stands on any more have been replaced, not lost. */
function withoutUnused(book: Book): Book {
	const { instruments, sources } = unusedParts(book);
	if (instruments.length + sources.length === 0) return book;
	const kept = <T>(table: ReadonlyMap<string, T>, gone: readonly string[]) =>
		new Map([...table].filter(([key]) => !gone.includes(key)));
	return withoutUnused({
		...book,
		instruments: kept(book.instruments, instruments),
		sources: kept(book.sources, sources),
	});
}
