import type { Span } from "../text/split-sentences.ts";

/** Without the space and commas around it; null when no letter is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
	const words = text.slice(start, end);
	const lead = /^[\s,:;—–]+/.exec(words)?.[0].length ?? 0;
	const tail = /[\s,;:—–]+$/.exec(words.slice(lead))?.[0].length ?? 0;
	if (!/[\p{L}\p{N}]/u.test(words)) return null;
	return { start: start + lead, end: end - tail };
}
