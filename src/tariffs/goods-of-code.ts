import type { Book } from "./book.ts";
import type { Goods } from "./find-product.ts";
import type { Product } from "./measure.ts";

/** A tariff code in a question: its digits, and how it was typed. */
interface CodeTyped {
	readonly digits: string;
	readonly typed: string;
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
export function codeIn(query: string): CodeTyped | null {
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

/** What a code stands for, with the product it belongs to; null for a code of no chapter. */
export function goodsOfCode(book: Book, code: CodeTyped): Goods | null {
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
