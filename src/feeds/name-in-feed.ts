import type { Mender } from "./mender.ts";
import { knownName, prefixes } from "./xml-fields.ts";
import { attributesOf, type XmlTag } from "./xml-tag.ts";

/** Our name for a tag: its namespace's usual prefix, our spelling. Null for what we do not read. */
export function nameInFeed(mender: Mender, tag: XmlTag): string | null {
	let own: string | null = null;
	if (tag.inside.includes("xmlns")) {
		for (const [name, value] of attributesOf(tag)) {
			const ours = prefixes[value.trim()];
			if (name === "xmlns") own = ours ?? null;
			if (name.startsWith("xmlns:") && ours !== undefined) {
				mender.declared.set(name.slice(6), ours);
			}
		}
	}
	const colon = tag.name.indexOf(":");
	const local = tag.name.slice(colon + 1);
	const prefix =
		colon < 0 ? own : (mender.declared.get(tag.name.slice(0, colon)) ?? null);
	const spoken =
		prefix ?? (colon < 0 ? "" : tag.name.slice(0, colon).toLowerCase());
	if (mender.open.length === 0)
		return mender.format === "atom" ? "feed" : "rss";
	const isOwn =
		spoken === "" || (mender.format === "atom" && spoken === "atom");
	return knownName(isOwn ? local : `${spoken}:${local}`);
}
