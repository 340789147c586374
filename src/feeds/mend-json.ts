/**
 * The part of a JSON text that can be read: all of it up to what stands behind
 * its end, or, where it breaks off, up to the last whole object of the last
 * list in the outermost object (a feed's items). Null when there is no such
 * part. One pass; whether the rest is right is for `JSON.parse` to say.
 */
export function mendJson(text: string): string | null {
	const open: string[] = [];
	let whole = -1;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') at = endOfString(text, at);
		else if (sign === "{" || sign === "[") open.push(sign);
		else if (sign === "}" || sign === "]") {
			open.pop();
			if (open.length === 0) return text.slice(0, at + 1);
			if (open.length === 2 && open[1] === "[" && sign === "}") whole = at + 1;
		}
	}
	return whole < 0 ? null : `${text.slice(0, whole)}]}`;
}

/** The place of the quotation mark that ends a string; the text's end when none does. */
function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === "\\") at++;
		else if (text[at] === '"') return at;
	}
	return text.length;
}
