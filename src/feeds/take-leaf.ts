import { leafElement } from "./xml-element.ts";
import type { XmlField } from "./xml-fields.ts";
import { addChild, type XmlReader } from "./xml-reader.ts";
import type { XmlTag } from "./xml-tag.ts";
import { findTextEnd, literalValue, readTextValue } from "./xml-text.ts";

/** Takes an element that holds nothing but plain words, or one CDATA section, as nearly all do. Gives the place behind it, null for any other. */
export function takePlainLeaf(
	reader: XmlReader,
	{ name, kind }: XmlField,
	tag: XmlTag,
): number | null {
	if (kind === "item" || kind === "root" || kind === "group") return null;
	const { text, find } = reader;
	const isCdata = text.startsWith("<![CDATA[", tag.end);
	const start = isCdata ? tag.end + 9 : tag.end;
	const stop = find(isCdata ? "]]>" : "<", start);
	const close = isCdata ? stop + 3 : stop;
	if (stop < 0 || !endsElement(text, close, tag.name)) return null;
	const inner = text.slice(start, stop);
	const value = isCdata ? literalValue(inner) : readTextValue(inner);
	if (!value.isWell) reader.bozo = true;
	addChild(reader, leafElement(name, tag.inside, value));
	return close + tag.name.length + 3;
}

/** Whether `</name>` stands at a place. */
function endsElement(text: string, at: number, name: string): boolean {
	return (
		text.startsWith("</", at) &&
		text.startsWith(name, at + 2) &&
		text[at + 2 + name.length] === ">"
	);
}

/** Takes a whole text element: up to its end, whatever markup stands in it. Gives the place behind it. */
export function takeText(
	reader: XmlReader,
	{ name }: XmlField,
	tag: XmlTag,
): number {
	const { text, find } = reader;
	const { inner, end, isWhole } = findTextEnd(text, tag, find);
	const value = readTextValue(inner);
	if (!isWhole || !value.isWell) reader.bozo = true;
	if (end >= text.length && !isWhole) return end;
	addChild(reader, leafElement(name, tag.inside, value));
	return end;
}
