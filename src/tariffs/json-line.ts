/** Where in a JSON text a value begins, as a line from 1; the nearest outer value where the path leads nowhere. */
export function jsonLine(text: string, path: readonly PropertyKey[]): number {
	let at = skip(text, 0);
	for (const step of path) {
		const next = memberAt(text, at, step);
		if (next === null) break;
		at = next;
	}
	return text.slice(0, at).split("\n").length;
}

/** Where the member of the object or list that begins at an offset begins; null without such a member. */
function memberAt(
	text: string,
	open: number,
	step: PropertyKey,
): number | null {
	const isList = text[open] === "[";
	if (!isList && text[open] !== "{") return null;
	let at = skip(text, open + 1);
	for (
		let index = 0;
		at < text.length && !/[\]}]/.test(text[at] ?? "");
		index++
	) {
		const key = isList
			? index
			: String(JSON.parse(text.slice(at, after(text, at))));
		if (!isList) at = skip(text, skip(text, after(text, at)) + 1);
		if (key === step) return at;
		at = skip(text, after(text, at));
		if (text[at] === ",") at = skip(text, at + 1);
	}
	return null;
}

/** The offset behind the value that begins at an offset. */
function after(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const letter = text[at] ?? "";
		if (letter === '"') {
			at++;
			while (at < text.length && text[at] !== '"')
				at += text[at] === "\\" ? 2 : 1;
		} else if (/[[{]/.test(letter)) depth++;
		else if (/[\]}]/.test(letter)) depth--;
		if (depth > 0) continue;
		const isScalar = /[^"[\]{}]/.test(letter);
		if (!isScalar || /[\s,\]}]/.test(text[at + 1] ?? " ")) return at + 1;
	}
	return text.length;
}

function skip(text: string, at: number): number {
	const space = /\s*/y;
	space.lastIndex = at;
	return at + (space.exec(text)?.[0].length ?? 0);
}
