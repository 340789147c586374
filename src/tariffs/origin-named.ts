import { finderOf } from "./answer-tariff.ts";
import type { Book } from "./book.ts";

/** The country that the words of a question name: the CA of `Canadian steel`. */
export function originNamed(query: string, book: Book): string | null {
	return finderOf(book)(query).goods?.origin ?? null;
}
