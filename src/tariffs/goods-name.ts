import { finderOf } from "./answer-tariff.ts";
import type { Book } from "./book.ts";
import type { Goods } from "./find-product.ts";

/** The name under which goods are watched: it means the same whoever types it, and in any language. */
export function goodsKey({ code, product, term }: Goods): string {
	return code === null ? (product?.en[0] ?? term) : codeText(code);
}

/** Goods as a language names them; a code as it is written. */
export function goodsName(
	goods: string,
	language: "en" | "fr" | "es",
	book: Book,
): string {
	const found = finderOf(book)(goods).goods;
	if (!found || found.code !== null || !found.product) return goods;
	const { product } = found;
	return product[language][0] ?? product.en[0] ?? goods;
}

/** `7208.51.00.45`; fewer than six digits stand without dots. */
function codeText(digits: string): string {
	const pairs = digits.slice(4).match(/\d{2}/g) ?? [];
	const isWhole = pairs.join("").length === digits.length - 4;
	return digits.length > 4 && isWhole
		? [digits.slice(0, 4), ...pairs].join(".")
		: digits;
}
