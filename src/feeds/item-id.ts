import { createHash } from "node:crypto";

/**
 * The id of an item whose feed gives none: its link, else a hash of its words,
 * so that the same item has the same id on every poll.
 */
export function itemIdFor(
	link: string | null,
	words: readonly (string | null)[],
): string {
	if (link !== null) return link;
	const text = words.map((each) => each ?? "").join("\n");
	return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
