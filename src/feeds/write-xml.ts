import { escapeUTF8 } from "entities";
import { controlCharacters } from "./control-characters.ts";

/** The attributes that we read; others could only carry surprises. */
const keptAttributes: ReadonlySet<string> = new Set([
	"href",
	"inline",
	"isPermaLink",
	"label",
	"medium",
	"mode",
	"rdf:about",
	"rel",
	"src",
	"term",
	"type",
	"url",
	"xml:base",
	"xml:lang",
]);

/** A start tag with those attributes that we read. */
export function startTag(
	name: string,
	attributes: ReadonlyMap<string, string>,
): string {
	let tag = `<${name}`;
	for (const [key, value] of attributes) {
		// Longer values are embedded pictures, and more than the parser's buffer.
		if (!keptAttributes.has(key) || value.length > 10_000) continue;
		tag += ` ${key}="${escapeUTF8(withoutControls(value))}"`;
	}
	return `${tag}>`;
}

function withoutControls(text: string): string {
	return text.replace(controlCharacters, "");
}

/** Text as CDATA, which needs no escaping. */
export function cdata(text: string): string {
	return text === ""
		? ""
		: `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
