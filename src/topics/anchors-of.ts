import { stemOf } from "./news-words.ts";
import type { Phrase, Query } from "./query.ts";

/**
 * Keys of which the news must hold at least one for the query to be met:
 * `word:steel`, `stem:tar` (words that begin so), `said:greer`. The fewer and
 * the longer the rarer, so a matcher that starts from them looks at few topics.
 * Empty when the query needs nothing.
 */
export function anchorsOf(query: Query): string[] {
	switch (query.kind) {
		case "phrase":
			return [phraseAnchor(query)];
		case "said":
			return [`said:${query.speaker}`];
		case "near":
			return rarest([query.left, query.right].map(anchorsOf));
		case "all":
			return rarest(query.parts.map(anchorsOf));
		case "any":
			return anchorsOfAny(query.parts);
		case "in":
			return anchorsOf(query.part);
		default:
			return [];
	}
}

/** One part that needs nothing, such as a NOT, frees the whole group. */
function anchorsOfAny(parts: readonly Query[]): string[] {
	const each = parts.map(anchorsOf);
	return each.every(({ length }) => length > 0)
		? [...new Set(each.flat())]
		: [];
}

function phraseAnchor({ words }: Phrase): string {
	const [longest] = words.toSorted(
		(a, b) =>
			Number(a.prefix) - Number(b.prefix) || b.text.length - a.text.length,
	);
	if (!longest) return "word:";
	return longest.prefix
		? `stem:${stemOf(longest.text)}`
		: `word:${longest.text}`;
}

function rarest(choices: readonly string[][]): string[] {
	const real = choices.filter(({ length }) => length > 0);
	const [best = []] = real.toSorted((a, b) => a.length - b.length);
	return best;
}
