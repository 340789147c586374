import type { Book } from "./book.ts";
import type { BookFault } from "./book-fault.ts";

/** Sources and instruments that nothing stands on: what stood on them has been lost. */
export function unusedFaults(book: Book): BookFault[] {
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
	return [
		...unused(book.instruments, acts, "instrument"),
		...unused(book.sources, read, "source"),
	];

	function unused(
		table: ReadonlyMap<string, object>,
		used: ReadonlySet<string>,
		name: string,
	): BookFault[] {
		return [...table]
			.filter(([key]) => !used.has(key))
			.map(([key, part]) => ({
				kind: "fault",
				at: book.placeOf(part),
				where: key,
				what: `nothing stands on this ${name}`,
			}));
	}
}
