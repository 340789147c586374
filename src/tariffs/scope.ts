import type { Book } from "./book.ts";
import { isAmong } from "./countries.ts";
import type { Goods } from "./find-product.ts";
import { listedCode } from "./listed-code.ts";
import type { Measure, Product, Scope, Track } from "./measure.ts";
import { listedIn, listsOn, type SurtaxFound } from "./surtax-list.ts";

/**
 * Are the goods under a measure? `part`: some of their tariff lines are, and the
 * line was not named. `unknown`: the list is not held here.
 */
export type Membership = "in" | "out" | "part" | "unknown";

/** A measure that may touch the goods, with what each of its scopes says of them. */
export interface Candidate {
	readonly measure: Measure;
	readonly track: Track;
	/** One for each of the measure's scopes, in order. */
	readonly memberships: readonly Membership[];
	/** What imported lists of the measure's own acts say of the goods. */
	readonly lists: readonly SurtaxFound[];
}

/** The measures of an importer that have a track for the origin and may cover the goods. */
export function candidatesFor(
	goods: Goods,
	asked: {
		readonly importer: string;
		readonly origin: string;
		readonly book: Book;
		readonly lists: readonly SurtaxFound[];
	},
): Candidate[] {
	const { importer, origin, book } = asked;
	return book.measures.flatMap((measure) => {
		if (measure.importer !== importer) return [];
		const track = trackFor(measure, origin);
		if (!track) return [];
		const memberships = measure.scopes.map((scope) =>
			membership(goods, { measure, scope, book }),
		);
		const isOut = memberships.every((one) => one === "out");
		const lists = listsOf(track, asked.lists, book);
		return isOut ? [] : [{ measure, track, memberships, lists }];
	});
}

/** What the scope in force on a day, `YYYY-MM-DD`, says of the goods. */
export function membershipOn(candidate: Candidate, on: string): Membership {
	return listOn(candidate, on)?.within ?? heldOn(candidate, on);
}

/** The imported list that says of a day what the book does not hold; null where the book says it, or no list is there. */
export function listOn(candidate: Candidate, on: string): SurtaxFound | null {
	if (candidate.lists.length === 0) return null;
	const isOpen = heldOn(candidate, on) === "unknown";
	return isOpen ? listedIn(listsOn(candidate.lists, on)) : null;
}

function heldOn({ measure, memberships }: Candidate, on: string): Membership {
	const at = measure.scopes.findLastIndex(({ from }) => from <= on);
	return memberships[at] ?? "out";
}

/** The lists of the acts that a track's versions stand on, known by their numbers. */
function listsOf(
	{ versions }: Track,
	lists: readonly SurtaxFound[],
	{ instruments }: Book,
): SurtaxFound[] {
	if (lists.length === 0) return [];
	const names = versions.flatMap(({ instrument }) =>
		(instruments.get(instrument)?.name ?? "").split(/[\s(),]+/),
	);
	return lists.filter((list) => names.includes(list.instrument));
}

/** The product and the wider ones it is part of, narrowest first. */
export function withParents(product: Product, book: Book): Product[] {
	const parent = product.parent ? book.products.get(product.parent) : undefined;
	return parent ? [product, ...withParents(parent, book)] : [product];
}

/** The first track that names the origin. */
export function trackFor(measure: Measure, origin: string): Track | undefined {
	return measure.tracks.find(
		({ origins, except }) =>
			isAmong(origin, origins) && !isAmong(origin, except),
	);
}

function membership(
	goods: Goods,
	{ measure, scope, book }: { measure: Measure; scope: Scope; book: Book },
): Membership {
	if (goods.product?.measures) {
		return goods.product.measures.includes(measure.id) ? "in" : "out";
	}
	return goods.code
		? ofCode(goods.code, { goods, scope, book })
		: ofProduct(goods.product, { scope, book });
}

function ofCode(
	code: string,
	{ goods, scope, book }: { goods: Goods; scope: Scope; book: Book },
): Membership {
	// A chapter or heading asked for as a whole is the product that has it.
	if (code.length < 6 && goods.product?.hts.includes(code)) {
		return ofProduct(goods.product, { scope, book });
	}
	const found = listedCode(code, { scope, book });
	if (found === "except") return "out";
	if (found !== "out") return found;
	const hasCodes = scope.hts.length + scope.lists.length > 0;
	if (scope.products.includes("*")) return "in";
	if (scope.maybeHts.some((prefix) => code.startsWith(prefix)))
		return "unknown";
	// Where the codes are held they decide; the names are for words.
	if (hasCodes) return "out";
	return ofProduct(goods.product, { scope, book });
}

function ofProduct(
	product: Product | null,
	{ scope, book }: { scope: Scope; book: Book },
): Membership {
	if (!product) {
		if (scope.products.includes("*")) return "in";
		return scope.maybe.includes("*") ? "unknown" : "out";
	}
	const byName = ofFamily(product, { scope, book });
	if (byName !== null) return byName;
	const codes = product.hts.map((code) => listedCode(code, { scope, book }));
	if (codes.length > 0 && codes.every((one) => one === "except")) return "out";
	if (scope.products.includes("*")) return "in";
	if (codes.length > 0 && codes.every((one) => one === "in")) return "in";
	if (codes.some((one) => one === "in" || one === "part")) return "part";
	return scope.maybe.includes("*") ? "unknown" : "out";
}

/** What the scope says of the product, or of a wider one that it is part of, by name; null for nothing. */
function ofFamily(
	product: Product | null,
	{ scope, book }: { scope: Scope; book: Book },
): "in" | "out" | "part" | null {
	for (const { id } of product ? withParents(product, book) : []) {
		if (scope.except.includes(id)) return "out";
		if (scope.products.includes(id)) return "in";
		if (scope.maybe.includes(id)) return "part";
	}
	return null;
}
