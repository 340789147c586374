import { createHash } from "node:crypto";
import type { NewsText } from "./article.ts";

/** Letters of a lead: a change further down changes nothing that a post shows. */
const leadLetters = 300;
const hexOfOne = 32;

/**
 * Names the words of a piece of news: another hash, and it was edited. Its
 * dates, address and outlet do not count. Two MD5 in hex, of title and lead
 * and of all of it; MD5, because the store can reckon it too.
 */
export function textHash({ title, summary, body }: NewsText): string {
	const lead = (summary || body).slice(0, leadLetters);
	return `${md5(title, lead)}${md5(title, summary, body)}`;
}

/** Whether title and lead of two texts are the same, by their hashes. */
export function haveSameLead(one: string, other: string): boolean {
	return one.slice(0, hexOfOne) === other.slice(0, hexOfOne);
}

function md5(...parts: readonly string[]): string {
	return createHash("md5").update(parts.join("\n")).digest("hex");
}
