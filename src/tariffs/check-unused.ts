import type { Book } from "./book.ts";
import type { BookFault } from "./book-fault.ts";

/** Sources and instruments that nothing stands on: what stood on them has been lost. */
export function unusedFaults(book: Book): BookFault[] {
	const { instruments, sources } = unusedParts(book);
	const fault = (key: string, name: string, part: object | undefined) =>
		({
			kind: "fault",
			at: part ? book.placeOf(part) : null,
			where: key,
			what: `nothing stands on this ${name}`,
		}) as const;
	return [
		...instruments.map((key) =>
			fault(key, "instrument", book.instruments.get(key)),
		),
		...sources.map((key) => fault(key, "source", book.sources.get(key))),
	];
}

/** The keys of instruments and sources that nothing stands on. */
export function unusedParts(book: Book): {
	readonly instruments: readonly string[];
	readonly sources: readonly string[];
} {
	const versions = book.measures.flatMap(({ tracks }) =>
		tracks.flatMap((track) => track.versions),
	);
	const drawn = book.measures.flatMap(({ scopes, exemptions }) => [
		...scopes,
		...exemptions,
	]);
	const acts = new Set(
		[...versions, ...book.rules, ...drawn].flatMap(
			({ instrument }) => instrument ?? [],
		),
	);
	const read = new Set([
		...[...book.instruments.values()].map(({ source }) => source),
		...[...versions, ...book.measures].flatMap(({ sources }) => sources),
		...[...book.events, ...book.schedules.values(), ...book.preferences].map(
			({ source }) => source,
		),
		...[...book.products.values()].flatMap(({ column1 }) =>
			Object.values(column1).map(({ source }) => source),
		),
	]);
	const unused = (
		table: ReadonlyMap<string, object>,
		used: ReadonlySet<string>,
	) => [...table.keys()].filter((key) => !used.has(key));
	return {
		instruments: unused(book.instruments, acts),
		sources: unused(book.sources, read),
	};
}
