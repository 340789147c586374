/** The width that a text is wrapped to, as e-mail and old wires are; 0 for one that is not. */
export function wrapWidth(text: string): number {
	const lines = text.split("\n");
	const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
	const isWrapped = lines.length > 2 && longest >= 40 && longest <= 90;
	return isWrapped ? longest : 0;
}

/** Lines of one text are wrapped to widths that differ by as much. */
const ragged = 6;

/**
 * Whether the line break at `at` is there because the line was full: the next
 * line's first word found no room in it. An indented line begins anew.
 */
export function isWrap(text: string, at: number, width: number): boolean {
	if (width === 0) return false;
	const line = at - (text.lastIndexOf("\n", at - 1) + 1);
	const next = /^[^\s•*-]\S*/u.exec(text.slice(at + 1, at + 1 + width))?.[0];
	return next !== undefined && line + 1 + next.length > width - ragged;
}
