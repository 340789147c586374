/** UTF-16 units of the query shown on each side of the place. */
const shownAround = 36;

/**
 * A line of a query and under it a line with a caret where it goes wrong:
 * `(steel OR`, `        ^`. `fill` stands before the caret; the place is cut out
 * of a long query.
 */
export function pointAt(
	query: string,
	position: number,
	fill = " ",
): readonly [string, string] {
	const from = Math.max(0, position - shownAround);
	const before = oneLine(query.slice(from, position));
	const after = oneLine(query.slice(position, position + shownAround));
	const [cut, rest] = [
		from > 0 ? "…" : "",
		position + shownAround < query.length ? "…" : "",
	];
	const line = `${cut}${before}${after}${rest}`;
	return [line, `${fill.repeat(cut.length + before.length)}^`];
}

/** A tab or a line break would push the caret aside. */
function oneLine(text: string): string {
	return text.replace(/\s/gu, " ");
}
