import leven from "leven";
import type { Book } from "./book.ts";
import { findCountry } from "./countries.ts";
import { foldWords, plainWords } from "./fold-words.ts";
import type { Product } from "./measure.ts";

/** What the words of a question resolve to. */
export interface Goods {
	/** The product, or the one that a code belongs to; null for a bare code. */
	readonly product: Product | null;
	/** A tariff code of 2 to 10 digits, without dots, when one was given. */
	readonly code: string | null;
	/** The word that was understood, or the code as it was typed. */
	readonly term: string;
	/** A country that the words name: the CA of `Canadian steel`. */
	readonly origin: string | null;
	/** A wide word: products that may be meant. */
	readonly meant: readonly Product[];
}

interface Finding {
	readonly goods: Goods | null;
	/** Near terms, best first, when nothing was found. */
	readonly didYouMean: readonly string[];
}

/** Finds goods by words or tariff code. */
export type FindProduct = (query: string) => Finding;

/** Words that say nothing about which goods are meant. */
const fillers = new Set(
	"tariff tariffs duty duties rate rates import imports importation imported on the of from for les des du de la le los las el arancel aranceles droit droits douane tarif tarifs sur to into".split(
		" ",
	),
);

/** Words of a question that are about no goods at all. */
const courtesies = new Set(
	"how much what is are what's which please quel quelle quels est cual cuanto es que members member countries country".split(
		" ",
	),
);

/** Too wide to be the noun of other goods: fish oil is no oil of the energy kind. */
const onlyAlone = new Set("oil bag gas power good product fuel".split(" "));

/** After these the words only narrow the goods: `motorcycles over 800cc`. */
const connectors = new Set(
	"over under with without of for from in made above below up more less de du des en pour para con sin a d au aux avec sans".split(
		" ",
	),
);

/** Makes the finder for a book; every term is folded once. */
export function productFinder(book: Book): FindProduct {
	const terms = termTable(book);
	return (query) => {
		const code = codeIn(query);
		if (code) return { goods: goodsOfCode(book, code), didYouMean: [] };
		const { words, origin } = withoutCountry(query);
		const both = severalTerms(words, terms);
		const term =
			both[0] ?? exactTerm(words, terms) ?? misspelt(words, terms) ?? null;
		const found =
			term === null ? allGoods(words, origin, book) : terms.get(term);
		if (!found) return { goods: null, didYouMean: nearTerms(words, terms) };
		const product = found.product;
		const named = both.flatMap((one) => terms.get(one)?.product ?? []);
		const meant =
			named.length > 1
				? named
				: (product.meant ?? []).flatMap((id) => book.products.get(id) ?? []);
		return {
			goods: {
				product: meant[0] ?? product,
				code: null,
				term: found.word,
				origin,
				meant,
			},
			didYouMean: [],
		};
	};
}

interface Term {
	readonly word: string;
	readonly product: Product;
	/** In French and Spanish the noun comes first, in English last. */
	readonly nounFirst: boolean;
	/** The product's first word in its language. */
	readonly isName: boolean;
}
type Terms = ReadonlyMap<string, Term>;

function termTable(book: Book): Terms {
	const terms = new Map<string, Term>();
	for (const product of book.products.values()) {
		for (const language of ["en", "fr", "es"] as const) {
			for (const [at, word] of product[language].entries()) {
				const folded = foldWords(word);
				if (terms.has(folded)) continue;
				const nounFirst = language !== "en";
				terms.set(folded, { word, product, nounFirst, isName: at === 0 });
			}
		}
	}
	return terms;
}

/** What people write before a code. */
const codeName = "(?:hts|hs|chapter|chapitre|cap[ií]tulo|heading|code|item)";
/** `7208 51 00`, `72 08`, `HTS 7208 51 0030`: nothing but the code, its digits in groups. */
const spacedCode = new RegExp(
	`^(?:${codeName}\\s*:?\\s*)?(\\d{2}(?:\\d{2})?(?:[ .]\\d{2}(?:\\d{2})?)+)$`,
	"i",
);
const namedCode = new RegExp(`(?:^|\\b${codeName}\\s*:?\\s*)(\\d{2,10})$`, "i");

/** Digits in groups, four digits or more alone, or any after `HTS`, `chapter`, `heading`. */
function codeIn(query: string): { digits: string; typed: string } | null {
	const text = query.trim().replace(/\s+/g, " ");
	const spaced = spacedCode.exec(text)?.[1];
	const named = namedCode.exec(text);
	const dotted = /(?<![\d.])\d{4}(?:\.\d{2}){1,2}(?:\.?\d{2})?(?![\d.])/.exec(
		text,
	);
	const plain = /(?<![\w.])\d{4,10}(?![\w.])/.exec(text);
	const typed = spaced ?? dotted?.[0] ?? named?.[1] ?? plain?.[0];
	if (typed === undefined) return null;
	const digits = typed.replaceAll(/[ .]/g, "");
	return digits.length > 10 ? null : { digits, typed };
}

function goodsOfCode(
	book: Book,
	code: { digits: string; typed: string },
): Goods | null {
	const chapter = Number(code.digits.slice(0, 2));
	if (chapter < 1 || chapter > 97 || chapter === 77) return null;
	return {
		product: productOfCode(book, code.digits),
		code: code.digits,
		term: code.typed,
		origin: null,
		meant: [],
	};
}

/** The product whose longest prefix the code begins with. */
function productOfCode(book: Book, code: string): Product | null {
	let [best, length] = [null as Product | null, 0];
	for (const product of book.products.values()) {
		if (product.meant || product.measures) continue;
		for (const prefix of product.hts) {
			if (prefix.length > length && code.startsWith(prefix)) {
				best = product;
				length = prefix.length;
			}
		}
	}
	return best;
}

/** `steel and aluminum`, `acier, aluminium`: each part a term of its own, and not all the same goods. */
function severalTerms(words: readonly string[], terms: Terms): string[] {
	const parts = words
		.join(" ")
		.split(/ (?:and|or|et|ou|y|o) /)
		.map((part) => exactTerm(part.split(" "), terms));
	const found = parts.filter((part) => part !== null);
	const goods = new Set(found.map((term) => terms.get(term)?.product.id));
	const isWhole = terms.has(foldWords(words.join(" ")));
	return !isWhole && found.length === parts.length && goods.size > 1
		? found
		: [];
}

/** Nothing but a country named: whatever comes from there. */
function allGoods(
	words: readonly string[],
	origin: string | null,
	{ products }: Book,
): Pick<Term, "word" | "product"> | undefined {
	const product = products.get("all-goods");
	const isBare = origin !== null && words.every((word) => fillers.has(word));
	return isBare && product ? { word: "all goods", product } : undefined;
}

/** Takes fillers and a country at either end away; what is left is the goods. */
function withoutCountry(query: string): {
	words: string[];
	origin: string | null;
} {
	const words = plainWords(query).filter((word) => !courtesies.has(word));
	for (const size of [3, 2, 1]) {
		// At the ends first: `steel from the United States`, `acier canadien`.
		const places = [0, words.length - size, ...words.keys()];
		for (const at of places) {
			const named = words.slice(at, at + size).join(" ");
			const origin = isAlsoWord(named) ? null : findCountry(named);
			if (at < 0 || origin === null) continue;
			return { words: words.toSpliced(at, size), origin };
		}
	}
	return { words, origin: null };
}

/** Two-letter codes that are also words: `in`, `de`, `no`, `it`, `to`. */
function isAlsoWord(text: string): boolean {
	return text.length === 2 && text !== "us" && text !== "uk" && text !== "eu";
}

function exactTerm(words: readonly string[], terms: Terms): string | null {
	const whole = foldWords(words.join(" "));
	if (terms.has(whole)) return whole;
	const trimmed = words.filter((word) => !fillers.has(word));
	const rest = foldWords(trimmed.join(" "));
	if (terms.has(rest)) return rest;
	return headTerm(foldWords(words.join(" ")).split(" "), terms);
}

/**
 * The longest term that is the noun of the phrase: at its end (`dressed
 * softwood lumber`), before a connector (`motorcycles over 800cc`), or first
 * in French and Spanish (`acier laminé`). `wood pulp` is no `wood`.
 */
function headTerm(words: readonly string[], terms: Terms): string | null {
	const stop = words.findIndex((word, at) => at > 0 && connectors.has(word));
	for (let size = words.length - 1; size > 0; size--) {
		const last = words.slice(-size).join(" ");
		if (terms.has(last) && !onlyAlone.has(last)) return last;
		const beforeStop = stop < size ? "" : words.slice(stop - size, stop);
		const narrowed = beforeStop === "" ? "" : beforeStop.join(" ");
		if (narrowed !== "" && terms.has(narrowed)) return narrowed;
		const first = words.slice(0, size).join(" ");
		if (terms.get(first)?.nounFirst) return first;
	}
	return null;
}

/**
 * One wrong letter in a word of four to six, two in a longer one. Between goods
 * as near, the one whose first name it is: `steal` is steel, not steaks.
 */
function misspelt(words: readonly string[], terms: Terms): string | null {
	const phrase = foldWords(
		words.filter((word) => !fillers.has(word)).join(" "),
	);
	if (phrase.length < 4) return null;
	const allowed = phrase.length < 7 ? 1 : 2;
	const near = ranked(phrase, terms).filter(
		({ distance, folded }) => distance <= allowed && folded[0] === phrase[0],
	);
	const nearest = near.filter(({ distance }) => distance === near[0]?.distance);
	const named = nearest.filter(({ isName }) => isName);
	const [best, ...others] = named.length > 0 ? named : nearest;
	const isTie = others.some(({ productId }) => productId !== best?.productId);
	return best && !isTie ? best.folded : null;
}

/** Terms that the phrase contains, then those spelt much like it, then those that share a word. */
function nearTerms(words: readonly string[], terms: Terms): string[] {
	const phrase = foldWords(words.join(" "));
	const own = new Set(phrase.split(" "));
	const contained = phrase.split(" ").flatMap((word) => terms.get(word) ?? []);
	const spelt = ranked(phrase, terms)
		.filter(({ distance }) => distance <= Math.max(2, phrase.length * 0.4))
		.flatMap(({ folded }) => terms.get(folded) ?? []);
	const sharing = [...terms]
		.filter(([folded]) => folded.split(" ").some((word) => own.has(word)))
		.map(([, term]) => term);
	const near = [...contained, ...spelt, ...sharing].map(({ word }) => word);
	return [...new Set(near)].slice(0, 5);
}

function ranked(phrase: string, terms: Terms) {
	return [...terms]
		.filter(([folded]) => Math.abs(folded.length - phrase.length) <= 4)
		.map(([folded, { product, isName }]) => ({
			folded,
			isName,
			productId: product.id,
			distance: leven(folded, phrase),
		}))
		.sort((a, b) => a.distance - b.distance);
}
