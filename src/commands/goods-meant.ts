import { Mistake } from "../chat/mistake.ts";
import { finderOf } from "../tariffs/answer-tariff.ts";
import type { Book } from "../tariffs/book.ts";
import type { Goods } from "../tariffs/find-product.ts";

/**
 * The goods that words or a code mean. `line` writes the command again with
 * other words, for the buttons of the mistake.
 * @throws Mistake when nothing answers to the words, or several goods do.
 */
export function goodsMeant(
	query: string,
	book: Book,
	line: (product: string) => string,
): Goods {
	const { goods, didYouMean } = finderOf(book)(query);
	if (!goods) {
		const nearest = didYouMean.map(line);
		throw new Mistake("tariffs.mistake.product", { query }, { nearest });
	}
	if (goods.meant.length === 1 || goods.meant.length === 0) return goods;
	const nearest = goods.meant.map(({ en }) => line(en[0] ?? ""));
	throw new Mistake("tariffs.mistake.meant", { word: goods.term }, { nearest });
}
