import type { Book } from "./book.ts";
import { type BookFault, fault } from "./book-fault.ts";
import { dayAfter } from "./date-words.ts";
import type { Measure, Track } from "./measure.ts";

/** A measure's names are known, its scopes in order, its versions sourced and without gap or overlap. */
export function measureFaults(measure: Measure, book: Book): BookFault[] {
	const { id, scopes, tracks, sources } = measure;
	const wrong = (what: string) => fault(id, what, book.placeOf(measure));
	const names = scopes.flatMap(({ products, except, maybe }) => [
		...products,
		...except,
		...maybe,
	]);
	const lists = scopes.flatMap(({ lists, exceptLists }) => [
		...lists,
		...exceptLists,
	]);
	return [
		...tracks.flatMap((track) => trackFaults(measure, track, book)),
		...names
			.filter((name) => name !== "*" && !book.products.has(name))
			.map((name) => wrong(`no product ${name}`)),
		...lists
			.filter((name) => !book.lists.has(name))
			.map((name) => wrong(`no list ${name}`)),
		...sources
			.filter((key) => !book.sources.has(key))
			.map((key) => wrong(`no source ${key}`)),
		...scopes
			.slice(1)
			.filter(({ from }, before) => from <= (scopes[before]?.from ?? ""))
			.map(({ from }) => wrong(`the scope of ${from} is out of order`)),
	];
}

function trackFaults(
	{ id }: Measure,
	{ origins, versions }: Track,
	book: Book,
): BookFault[] {
	const track = `${id} (${origins.join(", ")})`;
	return versions.flatMap((version, at) => {
		const { from, to, instrument, sources } = version;
		const next = versions[at + 1];
		const known = book.instruments.get(instrument);
		const followsOn = next && to === null ? "open, yet another follows" : null;
		const gap =
			next && to !== null && next.from !== dayAfter(to)
				? `${next.from <= to ? "overlap" : "gap"} between ${to} and ${next.from}`
				: null;
		const wrong = [
			followsOn && `the version of ${from} is ${followsOn}`,
			gap,
			to !== null &&
				to < from &&
				`the version of ${from} ends before it begins`,
			!known && `no instrument ${instrument}`,
			known && !book.sources.has(known.source) && `no source ${known.source}`,
			...sources.map((key) => !book.sources.has(key) && `no source ${key}`),
		];
		return wrong.flatMap((what) =>
			what ? [fault(track, what, book.placeOf(version))] : [],
		);
	});
}
