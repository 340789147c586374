import type { Book } from "./book.ts";
import { foldWords, plainWords } from "./fold-words.ts";
import type { Product } from "./measure.ts";

/** A word of the book, as it stands there, and the product that it means. */
export interface Term {
	readonly word: string;
	/** The same without accents and signs, its plural kept. */
	readonly plain: string;
	readonly product: Product;
	/** In French and Spanish the noun comes first, in English last. */
	readonly nounFirst: boolean;
	/** The product's first word in its language. */
	readonly isName: boolean;
}

/** The words of a book by their folded form. */
export type Terms = ReadonlyMap<string, Term>;

/** Folds every word of a book once; of two products that claim a word the first has it. */
export function termTable(book: Book): Terms {
	const terms = new Map<string, Term>();
	for (const product of book.products.values()) {
		for (const language of ["en", "fr", "es"] as const) {
			for (const [at, word] of product[language].entries()) {
				const folded = foldWords(word);
				if (terms.has(folded)) continue;
				const plain = plainWords(word).join(" ");
				const nounFirst = language !== "en";
				const isName = at === 0;
				terms.set(folded, { word, plain, product, nounFirst, isName });
			}
		}
	}
	return terms;
}
