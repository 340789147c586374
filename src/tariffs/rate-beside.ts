import { answerTariff, type TariffQuestion } from "./answer-tariff.ts";
import type { Book } from "./book.ts";
import type { Layer } from "./layer.ts";

/** A rate that someone tells, to be held against the book. */
export interface RateTold {
	readonly productId: string;
	readonly percent: number;
	/** ISO codes, or `EU`. */
	readonly importer: string;
	/** Null where nobody says whose goods: usual origins are tried. */
	readonly origin: string | null;
	/** The day that it is told of, `YYYY-MM-DD`. */
	readonly on: string;
}

/** What the book holds beside a rate that was told. */
export interface RateBeside {
	/** `same`: a charge, or some together, come to what was told. */
	readonly kind: "same" | "differs";
	/** The charges that come to it; all that apply where it differs. */
	readonly layers: readonly Layer[];
	/** The origin that was asked of. */
	readonly origin: string;
	readonly importer: string;
	readonly on: string;
	readonly verifiedTo: string;
	/** The book's charge hangs on a fact of the shipment. */
	readonly isConditional: boolean;
}

/** Where goods usually come from when news does not say, by importer. */
const usualOrigins: Readonly<Record<string, readonly string[]>> = {
	US: ["CA", "MX", "EU", "JP", "GB", "CN", "IN"],
	CA: ["US", "CN"],
};

/**
 * Holds a rate against the book. Null where the book cannot tell: goods or
 * importer not held, no charge beside the ordinary rate, a charge that hangs on
 * facts. Where no origin is told it differs only if no usual origin pays it.
 */
export function rateBeside(
	told: RateTold,
	book: Book,
	now: Date,
): RateBeside | null {
	const origins = told.origin
		? [told.origin]
		: (usualOrigins[told.importer] ?? []);
	const found = origins
		.filter((origin) => origin !== told.importer)
		.map((origin) => besideFrom(origin, told, { book, now }));
	const same = found.find((one) => one?.kind === "same");
	if (same) return same;
	const [first = null] = found;
	return found.includes(null) ? null : first;
}

function besideFrom(
	origin: string,
	{ productId, importer, on, percent }: RateTold,
	{ book, now }: { book: Book; now: Date },
): RateBeside | null {
	const query = book.products.get(productId)?.en[0];
	if (query === undefined) return null;
	const held = heldFor({ query, importer, origin, on }, book, now);
	if (held === null) return null;
	const { charged, open, verifiedTo, totalPercent } = held;
	const frame = { origin, importer, on, verifiedTo };
	const layers = comingTo(percent, charged, totalPercent);
	if (layers) return { ...frame, kind: "same", layers, isConditional: false };
	const maybe = open.filter(({ ratePercent }) => ratePercent === percent);
	if (maybe.length > 0) {
		return { ...frame, kind: "same", layers: maybe, isConditional: true };
	}
	const isKnown = charged.some(({ ratePercent }) => ratePercent !== null);
	if (!isKnown || open.length > 0) return null;
	return { ...frame, kind: "differs", layers: charged, isConditional: false };
}

/** What the book charges, without a preference claimed. */
interface Held {
	/** Beside the ordinary rate, charges on these goods before those on all. */
	readonly charged: readonly Layer[];
	/** Those that hang on a fact. */
	readonly open: readonly Layer[];
	readonly totalPercent: number | null;
	readonly verifiedTo: string;
}

const answers = new WeakMap<Book, Map<string, Held | null>>();
/** A day's news asks of a few dozen. */
const mostAnswers = 1000;

/** A day's news asks the same again and again, and an answer takes milliseconds. */
function heldFor(question: TariffQuestion, book: Book, now: Date): Held | null {
	const known = answers.get(book) ?? new Map<string, Held | null>();
	if (known.size >= mostAnswers) known.clear();
	answers.set(book, known);
	const { query, importer, origin, on } = question;
	const key = [query, importer, origin, on].join("\n");
	const before = known.get(key);
	if (before !== undefined) return before;
	const held = ask(question, book, now);
	known.set(key, held);
	return held;
}

function ask(question: TariffQuestion, book: Book, now: Date): Held | null {
	const { claims, verifiedTo } = answerTariff(question, book, now);
	const [claim] = claims;
	if (!claim || verifiedTo === null) return null;
	const { layers, totalPercent } = claim;
	const charged = layers
		.filter(({ kind, status }) => kind !== "base" && status === "applies")
		.sort((a, b) => +isOnAll(a, book) - +isOnAll(b, book));
	const open = layers.filter(({ status }) => status === "needs_fact");
	return { charged, open, totalPercent, verifiedTo };
}

/** Of two charges at one rate, news about goods means the one on these goods. */
function isOnAll({ measure }: Layer, { measures }: Book): boolean {
	const scopes = measures.find(({ id }) => id === measure)?.scopes ?? [];
	return scopes.some(({ products }) => products.includes("*"));
}

/** One charge that is the rate told, or those of one kind, or all together with the ordinary rate. */
function comingTo(
	percent: number,
	charged: readonly Layer[],
	totalPercent: number | null,
): readonly Layer[] | null {
	const one = charged.find(({ ratePercent }) => ratePercent === percent);
	if (one) return [one];
	const kinds = [...new Set(charged.map(({ kind }) => kind))];
	const groups = [
		...kinds.map((kind) => charged.filter((layer) => layer.kind === kind)),
		[...charged],
	];
	const group = groups.find((some) => isNear(sumOf(some), percent));
	if (group) return group;
	const isTotal = totalPercent !== null && isNear(totalPercent, percent);
	return isTotal && charged.length > 0 ? charged : null;
}

function sumOf(layers: readonly Layer[]): number {
	return layers.reduce((sum, { ratePercent }) => sum + (ratePercent ?? NaN), 0);
}

/** News rounds: 35.16 is told as 35.2 or 35. */
function isNear(sum: number, percent: number): boolean {
	return Math.abs(sum - percent) < 0.25;
}
