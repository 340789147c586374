import { createHash } from "node:crypto";
import type { NewsText } from "./article.ts";

/**
 * Names the words of a piece of news: another hash, and it was edited. Its
 * dates, address and outlet do not count. MD5, in hex, because the store can
 * reckon it too.
 */
export function textHash({ title, summary, body }: NewsText): string {
	const words = [title, summary, body].join("\n");
	return createHash("md5").update(words).digest("hex");
}
