import type { Span } from "../text/split-sentences.ts";
import type { Attribution } from "./attribution.ts";
import type { Reading } from "./read-field.ts";

/** A text without full stops is one sentence; nobody's reported words are longer. */
const longestReach = 2000;

/** The sentence of an attribution, no farther to either side than reported words reach. */
export function sentenceAround(
	{ sentences }: Reading,
	{ block, sentence }: Attribution,
): Span {
	const { start, end } = sentences[sentence] ?? block;
	return {
		start: Math.max(Math.min(start, block.start), block.start - longestReach),
		end: Math.min(Math.max(end, block.end), block.end + longestReach),
	};
}
