/**
 * A JSON text as it can be read: all of it up to what stands behind its end,
 * or, where it breaks off, up to the last whole object of the last list in the
 * outermost object (a feed's items). Templates leave a comma behind the last
 * of a list and line ends in strings: those are mended. Null when there is no
 * such part. One pass; whether the rest is right is for `JSON.parse` to say.
 */
export function mendJson(text: string): string | null {
	const open: string[] = [];
	let mended = "";
	let from = 0;
	let whole = "";
	for (let at = 0; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') {
			const end = endOfString(text, at);
			const written = text.slice(at, end);
			if (slipShape.test(written)) {
				mended += text.slice(from, at) + mendString(written);
				from = end;
			}
			at = end;
		} else if (sign === "," && isLast(text, at)) {
			mended += text.slice(from, at);
			from = at + 1;
		} else if (sign === "{" || sign === "[") open.push(sign);
		else if (sign === "}" || sign === "]") {
			open.pop();
			if (open.length === 0) return mended + text.slice(from, at + 1);
			if (open.length === 2 && open[1] === "[" && sign === "}")
				whole = mended + text.slice(from, at + 1);
		}
	}
	return whole === "" ? null : `${whole}]}`;
}

/** The place of the quotation mark that ends a string; the text's end when none does. */
function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === "\\") at++;
		else if (text[at] === '"') return at;
	}
	return text.length;
}

/** Whether nothing follows a comma in its list or object. */
function isLast(text: string, comma: number): boolean {
	closer.lastIndex = comma + 1;
	return closer.test(text);
}

const closer = /\s*[}\]]/y;

/** What JSON allows in no string: control characters, and a `\` before what needs none. */
const slipShape = /[^ -\uffff]|\\(?!["\\/bfnrt]|u[\da-f]{4})/i;

function mendString(written: string): string {
	return written.replace(
		/\\(?:["\\/bfnrt]|u[\da-f]{4})|[^ -\uffff]|\\/gi,
		(sign) => {
			if (sign.length > 1) return sign;
			return sign === "\\" ? "" : JSON.stringify(sign).slice(1, -1);
		},
	);
}
