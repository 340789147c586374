import type { Card } from "../../src/chat/card.ts";

/**
 * Controls that no headline needs: C0 and C1 save tab and line feed, and the
 * overrides that make a line read backwards (Trojan Source, CVE-2021-42574).
 * Joiners and direction marks stay: Persian, Arabic and emoji need them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The card with every text free of control characters; its shape is untouched. */
export function cleanCard(card: Card): Card {
	return JSON.parse(JSON.stringify(card), (_name, value: unknown) =>
		typeof value === "string"
			? value.replace(/\r\n?/g, "\n").replace(controls, "")
			: value,
	);
}
