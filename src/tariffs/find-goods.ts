import type { Book } from "./book.ts";
import { findCountries } from "./find-countries.ts";
import { foldInPlace } from "./fold-in-place.ts";
import { foldWords } from "./fold-words.ts";

/** Goods as a text names them. Offsets are UTF-16 units. */
export interface GoodsFound {
	readonly start: number;
	readonly end: number;
	/** Of a product of the book. */
	readonly productId: string;
}

/** Finds goods in running text, in its language. */
export type FindGoods = (text: string, language: string) => GoodsFound[];

type Terms = ReadonlyMap<string, string>;
const languages = ["en", "fr", "es"] as const;
const finders = new WeakMap<Book, FindGoods>();

/** The book's own, made once: the longest of its terms that begins at each word. */
export function goodsFinderOf(book: Book): FindGoods {
	const known = finders.get(book);
	if (known) return known;
	const terms = new Map<string, Terms>(
		languages.map((language) => [language, termsIn(language, book)]),
	);
	const made: FindGoods = (text, language) =>
		goodsIn(text, terms.get(language) ?? new Map());
	finders.set(book, made);
	return made;
}

/** Programmes and words for more than one kind of goods are none; the country of `Swiss watches` is its own find. */
function termsIn(language: (typeof languages)[number], book: Book): Terms {
	const terms = new Map<string, string>();
	for (const product of book.products.values()) {
		if (product.measures || product.meant || product.id === "all-goods")
			continue;
		for (const term of product[language]) {
			const folded = foldWords(term);
			const isOurs =
				/\p{L}{2}/u.test(folded) && findCountries(term).length === 0;
			if (isOurs && !terms.has(folded)) {
				terms.set(folded, product.id);
			}
		}
	}
	return terms;
}

const longestTerm = 5;

function goodsIn(text: string, terms: Terms): GoodsFound[] {
	const words = [...foldInPlace(text).matchAll(/[\p{L}\p{N}]+/gu)].map(
		({ 0: word, index }) => ({
			folded: foldWords(word),
			start: index,
			end: index + word.length,
		}),
	);
	const found: GoodsFound[] = [];
	for (let at = 0; at < words.length; at++) {
		const size = termAt(at);
		const [first, last] = [words[at], words[at + size - 1]];
		if (!first || !last || size === 0) continue;
		const term = termOf(at, size);
		const productId = terms.get(term);
		if (productId === undefined) continue;
		found.push({ start: first.start, end: last.end, productId });
		at += size - 1;
	}
	return found;

	function termAt(at: number): number {
		for (let size = longestTerm; size > 0; size--) {
			if (terms.has(termOf(at, size)) && isUnbroken(at, size)) return size;
		}
		return 0;
	}

	function termOf(at: number, size: number): string {
		return words
			.slice(at, at + size)
			.map(({ folded }) => folded)
			.join(" ");
	}

	/** No comma or full stop parts the words of one term. */
	function isUnbroken(at: number, size: number): boolean {
		const [first, last] = [words[at], words[at + size - 1]];
		const written = text.slice(first?.start, last?.end);
		return last !== undefined && !/[,.;:()\n]/.test(written);
	}
}
