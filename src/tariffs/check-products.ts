import type { Book } from "./book.ts";
import { type BookFault, fault } from "./book-fault.ts";
import { foldWords } from "./fold-words.ts";
import type { Product } from "./measure.ts";

/** Every product names only what the book holds, and no two claim one word. */
export function productFaults(book: Book): BookFault[] {
	return [...nameFaults(book), ...termFaults(book)];
}

function nameFaults(book: Book): BookFault[] {
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
