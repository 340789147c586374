import { fieldNamed, prefixes, type XmlField } from "./xml-fields.ts";
import type { XmlReader } from "./xml-reader.ts";
import { attributesOf, type XmlTag } from "./xml-tag.ts";

/** What a tag is to us, by its namespace or its usual prefix. Null for what we do not read. */
export function fieldOf(reader: XmlReader, tag: XmlTag): XmlField | null {
	const own = tag.inside.includes("xmlns") ? declare(reader, tag) : null;
	if (reader.open.length === 0) {
		return fieldNamed(reader.format === "atom" ? "feed" : "rss");
	}
	if (own !== null) return fieldSpelt(reader, tag.name, own);
	const known = reader.fields.get(tag.name);
	if (known !== undefined) return known;
	const field = fieldSpelt(reader, tag.name, "");
	// Feeds choose these names: keep the usual few, not a hostile million.
	if (reader.fields.size < 1000) reader.fields.set(tag.name, field);
	return field;
}

/** Feeds choose these too. */
const mostPrefixes = 1000;

/** Takes in the namespaces that a tag declares; gives our prefix for its own, if we have one. */
function declare(reader: XmlReader, tag: XmlTag): string | null {
	let own: string | null = null;
	for (const [name, value] of attributesOf(tag.inside)) {
		const ours = prefixes[value.trim()];
		if (name === "xmlns") own = ours ?? null;
		if (!name.startsWith("xmlns:") || reader.declared.size > mostPrefixes)
			continue;
		const prefix = name.slice(6);
		// An unknown namespace under a usual prefix is taken for the usual one.
		reader.declared.set(prefix, ours ?? prefix.toLowerCase());
		if (ours !== undefined) reader.fields.clear();
	}
	return own;
}

function fieldSpelt(
	reader: XmlReader,
	spelt: string,
	own: string,
): XmlField | null {
	const { declared, format } = reader;
	const colon = spelt.indexOf(":");
	const local = spelt.slice(colon + 1);
	const written = colon < 0 ? null : spelt.slice(0, colon);
	if (written !== null && !declared.has(written)) reader.bozo = true;
	const prefix =
		written === null ? own : (declared.get(written) ?? written.toLowerCase());
	const isOwn = prefix === "" || (format === "atom" && prefix === "atom");
	return fieldNamed(isOwn ? local : `${prefix}:${local}`);
}
