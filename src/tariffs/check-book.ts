import type { Book } from "./book.ts";
import { shiftDay } from "./date-words.ts";
import { foldWords } from "./fold-words.ts";
import type { Measure, Track } from "./measure.ts";

/** Something wrong or due in the book. */
export interface BookFault {
	/** `fault` makes the check fail; `due` asks a person to look. */
	readonly kind: "fault" | "due";
	/** The id of the measure, rule, product or event. */
	readonly where: string;
	readonly what: string;
}

/** The last check may be this many days back before a charge in force is due for another. */
const staleAfterDays = 60;

/**
 * Holds the book against its own rules: versions without gap or overlap, every
 * version sourced, every stacking rule dated and tagged, every term resolving
 * to one thing, every name known. Scheduled changes that have come into force
 * since a measure was last verified are flagged as due. `today` is `YYYY-MM-DD`.
 */
export function checkBook(book: Book, today: string): BookFault[] {
	return [
		...book.measures.flatMap((measure) => measureFaults(measure, book)),
		...book.measures.flatMap((measure) => dueIn(measure, today)),
		...repeated(book.measures.map(({ id }) => id)),
		...instrumentFaults(book),
		...ruleFaults(book),
		...productFaults(book),
		...termFaults(book),
		...eventFaults(book),
		...scheduleFaults(book),
		...sourceFaults(book),
	];
}

function fault(where: string, what: string): BookFault {
	return { kind: "fault", where, what };
}

function repeated(ids: readonly string[]): BookFault[] {
	const seen = new Set<string>();
	return ids.flatMap((id) => {
		if (seen.has(id)) return [fault(id, "the id is used twice")];
		seen.add(id);
		return [];
	});
}

function measureFaults(measure: Measure, book: Book): BookFault[] {
	const { id, scopes, tracks, sources } = measure;
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
			.map((name) => fault(id, `no product ${name}`)),
		...lists
			.filter((name) => !book.lists.has(name))
			.map((name) => fault(id, `no list ${name}`)),
		...sources
			.filter((key) => !book.sources.has(key))
			.map((key) => fault(id, `no source ${key}`)),
		...scopes
			.slice(1)
			.filter(({ from }, at) => from <= (scopes[at]?.from ?? ""))
			.map(({ from }) => fault(id, `the scope of ${from} is out of order`)),
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
			next && to !== null && next.from !== shiftDay(to, { days: 1 })
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
		return wrong.flatMap((what) => (what ? [fault(track, what)] : []));
	});
}

/** What came into force after the last check, and charges long unchecked. */
function dueIn(measure: Measure, today: string): BookFault[] {
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
		where: id,
		what,
	}));
}

function instrumentFaults({ instruments, sources }: Book): BookFault[] {
	return [...instruments]
		.filter(([, { source }]) => !sources.has(source))
		.map(([key, { source }]) => fault(key, `no source ${source}`));
}

function ruleFaults({ rules, measures, instruments }: Book): BookFault[] {
	const tags = new Set(measures.flatMap((measure) => measure.tags));
	return rules.flatMap(({ id, from, to, when, drops, instrument }) => {
		const wrong = [
			to !== null && to < from && "it ends before it begins",
			!tags.has(when) && `no measure has the tag ${when}`,
			drops && !tags.has(drops) && `no measure has the tag ${drops}`,
			!instruments.has(instrument) && `no instrument ${instrument}`,
		];
		return wrong.flatMap((what) => (what ? [fault(id, what)] : []));
	});
}

function productFaults({ products, measures, sources }: Book): BookFault[] {
	const ids = new Set(measures.map(({ id }) => id));
	return [...products.values()].flatMap((product) => {
		const wrong = [
			...[product.parent ?? [], product.meant ?? []]
				.flat()
				.map((name) => !products.has(name) && `no product ${name}`),
			...(product.measures ?? []).map(
				(name) => !ids.has(name) && `no measure ${name}`,
			),
			...Object.values(product.column1).map(
				({ source }) => !sources.has(source) && `no source ${source}`,
			),
		];
		return wrong.flatMap((what) => (what ? [fault(product.id, what)] : []));
	});
}

/** A word that two products claim would answer for only one of them. */
function termFaults({ products }: Book): BookFault[] {
	const owners = new Map<string, string>();
	return [...products.values()].flatMap(({ id, en, fr, es }) =>
		[...en, ...fr, ...es].flatMap((word) => {
			const folded = foldWords(word);
			const owner = owners.get(folded) ?? id;
			owners.set(folded, owner);
			if (folded === "") return [fault(id, `no letters in the term “${word}”`)];
			return owner === id
				? []
				: [fault(id, `the term “${word}” belongs to ${owner}`)];
		}),
	);
}

function eventFaults({ events, measures, sources }: Book): BookFault[] {
	const ids = new Set(measures.map(({ id }) => id));
	return events.flatMap(({ date, measures: named, source }) => {
		const wrong = [
			!sources.has(source) && `no source ${source}`,
			...named.map((name) => !ids.has(name) && `no measure ${name}`),
		];
		return wrong.flatMap((what) =>
			what ? [fault(`event ${date}`, what)] : [],
		);
	});
}

/** Schedules and preferences stand on a source, and a preference ends after it begins. */
function scheduleFaults({
	schedules,
	preferences,
	sources,
}: Book): BookFault[] {
	const named = [
		...[...schedules].map(([where, { source }]) => ({ where, source })),
		...preferences.map(({ name, source }) => ({ where: name, source })),
	];
	return [
		...named
			.filter(({ source }) => !sources.has(source))
			.map(({ where, source }) => fault(where, `no source ${source}`)),
		...preferences
			.filter(({ from, to }) => to !== null && to < from)
			.map(({ name }) => fault(name, "it ends before it begins")),
	];
}

/** What is not official must at least be there to read. */
function sourceFaults({ sources }: Book): BookFault[] {
	return [...sources]
		.filter(([, { tier, url }]) => tier === "secondary" && url === null)
		.map(([key]) => fault(key, "a secondary source without a link"));
}
