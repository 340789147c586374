import type { Book } from "./book.ts";
import { dayFaults } from "./check-days.ts";
import { unusedFaults } from "./check-unused.ts";
import { shiftDay } from "./date-words.ts";
import { foldWords } from "./fold-words.ts";
import type { Measure, Product, Track } from "./measure.ts";

/** Something wrong or due in the book. */
export interface BookFault {
	/** `fault` makes the check fail; `due` asks a person to look. */
	readonly kind: "fault" | "due";
	/** `file:line`, where it is known. */
	readonly at: string | null;
	/** The id of the measure, rule, product or event. */
	readonly where: string;
	readonly what: string;
}

/** The last check may be this many days back before a charge in force is due for another. */
const staleAfterDays = 60;

/**
 * Holds the book against its own rules, and flags as due the scheduled changes
 * that have come into force since a measure was last verified. `today` is
 * `YYYY-MM-DD`.
 */
export function checkBook(book: Book, today: string): BookFault[] {
	const due = book.measures.flatMap((measure) => dueIn(measure, today, book));
	return [...bookFaults(book), ...due];
}

/**
 * What breaks a rule of the book: versions without gap or overlap, each begun
 * on a day of its instrument; every version sourced and every source and
 * instrument used; every stacking rule dated and tagged; every term resolving
 * to one thing; every name known.
 */
export function bookFaults(book: Book): BookFault[] {
	return [
		...book.measures.flatMap((measure) => measureFaults(measure, book)),
		...repeated(book.measures.map(({ id }) => id)),
		...dayFaults(book),
		...instrumentFaults(book),
		...ruleFaults(book),
		...productFaults(book),
		...termFaults(book),
		...eventFaults(book),
		...scheduleFaults(book),
		...sourceFaults(book),
		...unusedFaults(book),
	];
}

function fault(
	where: string,
	what: string,
	at: string | null = null,
): BookFault {
	return { kind: "fault", at, where, what };
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
		return wrong.flatMap((what) =>
			what ? [fault(track, what, book.placeOf(version))] : [],
		);
	});
}

/** What came into force after the last check, and charges long unchecked. */
function dueIn(measure: Measure, today: string, book: Book): BookFault[] {
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

function instrumentFaults({ instruments, sources }: Book): BookFault[] {
	return [...instruments]
		.filter(([, { source }]) => !sources.has(source))
		.map(([key, { source }]) => fault(key, `no source ${source}`));
}

function ruleFaults(book: Book): BookFault[] {
	const { rules, measures, instruments } = book;
	const tags = new Set(measures.flatMap((measure) => measure.tags));
	return rules.flatMap((rule) => {
		const { id, from, to, when, drops, instrument } = rule;
		const wrong = [
			to !== null && to < from && "it ends before it begins",
			!tags.has(when) && `no measure has the tag ${when}`,
			drops && !tags.has(drops) && `no measure has the tag ${drops}`,
			!instruments.has(instrument) && `no instrument ${instrument}`,
		];
		return wrong.flatMap((what) =>
			what ? [fault(id, what, book.placeOf(rule))] : [],
		);
	});
}

function productFaults(book: Book): BookFault[] {
	const { products, measures, sources } = book;
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
		return wrong.flatMap((what) =>
			what ? [fault(product.id, what, book.placeOf(product))] : [],
		);
	});
}

/** A word that two products claim would answer for only one of them. */
function termFaults({ products, placeOf }: Book): BookFault[] {
	const owners = new Map<string, string>();
	return [...products.values()].flatMap((product) =>
		foldedTerms(product).flatMap(({ word, folded }) => {
			const { id } = product;
			const owner = owners.get(folded) ?? id;
			owners.set(folded, owner);
			const what =
				folded === ""
					? `no letters in the term “${word}”`
					: owner !== id && `the term “${word}” belongs to ${owner}`;
			return what ? [fault(id, what, placeOf(product))] : [];
		}),
	);
}

const folds = new WeakMap<
	Product,
	readonly { readonly word: string; readonly folded: string }[]
>();

/** A product's words, folded once: a book is checked over and over when it is amended. */
function foldedTerms(product: Product) {
	const known = folds.get(product);
	if (known) return known;
	const { en, fr, es } = product;
	const made = [...en, ...fr, ...es].map((word) => ({
		word,
		folded: foldWords(word),
	}));
	folds.set(product, made);
	return made;
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
