import type { Book } from "./book.ts";
import { findCountry } from "./countries.ts";
import {
	exactTerm,
	fillers,
	headTerm,
	severalTerms,
	wholeTerm,
} from "./exact-term.ts";
import { plainWords } from "./fold-words.ts";
import { codeIn, goodsOfCode } from "./goods-of-code.ts";
import type { Product } from "./measure.ts";
import { misspelt, nearTerms, respelt } from "./near-terms.ts";
import { type Term, termTable } from "./term-table.ts";

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

/** Words of a question that are about no goods at all. */
const courtesies = new Set(
	"how much what is are what's which please quel quelle quels est cual cuanto es que members member countries country".split(
		" ",
	),
);

/** UTF-16 units. Every word may be held against every term, and nobody names goods at such length. */
const longestQuery = 300;
const noGoods: Finding = { goods: null, didYouMean: [] };

/** Makes the finder for a book; every term is folded once. */
export function productFinder(book: Book): FindProduct {
	const terms = termTable(book);
	return (query) => {
		if (query.length > longestQuery) return noGoods;
		const code = codeIn(query);
		if (code) return { goods: goodsOfCode(book, code), didYouMean: [] };
		const { words, origin } = withoutCountry(query);
		const both = severalTerms(words, terms);
		const term =
			wholeTerm(query, terms) ??
			both[0] ??
			exactTerm(words, terms) ??
			wholeTerm(query.replace(/\(.*?\)/g, ""), terms) ??
			(isName(query) ? null : misspelt(words, terms)) ??
			headTerm(words, terms) ??
			(isName(query) ? null : headTerm(respelt(words, terms) ?? [], terms));
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

/** `Mark Carney`: several words with capitals are a name, and no slip for `carne`. */
function isName(query: string): boolean {
	const words = query.trim().split(/\s+/);
	return (
		words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word))
	);
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
