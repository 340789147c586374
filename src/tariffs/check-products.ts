import type { Book } from "./book.ts";
import { type BookFault, fault } from "./book-fault.ts";
import { foldWords } from "./fold-words.ts";

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

const found = new WeakMap<Book["products"], readonly BookFault[]>();

/** The words of one set of products are looked at once: a book is checked over and over when it is amended. */
function termFaults(book: Book): readonly BookFault[] {
	const known = found.get(book.products) ?? termsClaimedTwice(book);
	found.set(book.products, known);
	return known;
}

/** A word that two products claim would answer for only one of them. */
function termsClaimedTwice({ products, placeOf }: Book): BookFault[] {
	const owners = new Map<string, string>();
	return [...products.values()].flatMap((product) => {
		const { id, en, fr, es } = product;
		return [...en, ...fr, ...es].flatMap((word) => {
			const folded = foldWords(word);
			const owner = owners.get(folded) ?? id;
			owners.set(folded, owner);
			const what =
				folded === ""
					? `no letters in the term “${word}”`
					: owner !== id && `the term “${word}” belongs to ${owner}`;
			return what ? [fault(id, what, placeOf(product))] : [];
		});
	});
}
