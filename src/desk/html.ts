import { escapeUTF8 } from "entities";

/** HTML that is safe to send as it is: only `html` makes it. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

type Part = Html | string | number | null | readonly Html[];

/** Puts values into markup: text is escaped, Html and lists of it stand as they are, null is nothing. */
export function html(
	markup: TemplateStringsArray,
	...parts: readonly Part[]
): Html {
	const pieces = markup.map((piece, at) => piece + shown(parts[at] ?? null));
	return new Html(pieces.join(""));
}

function shown(part: Part): string {
	if (part === null) return "";
	if (part instanceof Html) return part.text;
	if (typeof part === "object") return part.map(({ text }) => text).join("");
	const shownText = String(part).replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
	return escapeUTF8(shownText);
}
