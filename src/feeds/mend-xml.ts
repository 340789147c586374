import {
	closeLast,
	closeOpenLeaf,
	closeToRoot,
	finish,
	inContainer,
	isItem,
	type Mender,
	makeMender,
	writeText,
	type XmlFormat,
} from "./mender.ts";
import { nameInFeed } from "./name-in-feed.ts";
import { cdata, startTag } from "./write-xml.ts";
import { passingName, texts } from "./xml-fields.ts";
import {
	attributesOf,
	isWellWritten,
	readTag,
	type XmlTag,
} from "./xml-tag.ts";
import { findTextEnd, readTextValue } from "./xml-text.ts";

/** XML that any parser takes, and what it cost to get there. */
export interface MendedXml {
	readonly format: XmlFormat;
	/** One `rss` with one `channel`, or one `feed`; only elements that we read. */
	readonly xml: string;
	/** Something had to be mended. */
	readonly bozo: boolean;
}

/**
 * Writes a feed anew as XML that rss-parser takes whole. Kept are the elements
 * that we read, under the usual prefixes; RDF becomes RSS (same names, one
 * level flatter). Mended are junk before and after the feed, control
 * characters, bare ampersands, HTML's entities, attributes without quotes,
 * tags left open and markup standing unescaped in texts; a feed that breaks
 * off ends with its last whole item. Document types are dropped, and with
 * them every entity bomb. Null when the text holds no feed.
 */
export function mendXml(text: string): MendedXml | null {
	const root = findRoot(text);
	if (root === null) return null;
	const mender = makeMender(text, formatOf(root[1] ?? ""));
	const before = text.slice(0, root.index);
	if (!prologShape.test(before)) mender.bozo = true;
	let at = root.index;
	while (at < text.length && !mender.done) at = step(mender, at);
	if (
		text
			.slice(at)
			.replace(/<!--[^>]*-->/g, "")
			.trim()
	)
		mender.bozo = true;
	finish(mender);
	return {
		format: mender.format,
		xml: mender.out.join(""),
		bozo: mender.bozo,
	};
}

/** The first root of a feed that does not stand in a comment. */
function findRoot(text: string): RegExpExecArray | null {
	const shape = /<(?:[\w.-]+:)?(rss|feed|rdf)(?=[\s>/])/gi;
	for (;;) {
		const root = shape.exec(text);
		if (root === null) return null;
		const comment = text.lastIndexOf("<!--", root.index);
		const end = comment < 0 ? -1 : text.indexOf("-->", comment);
		if (end < root.index) return root;
		shape.lastIndex = end;
	}
}

const prologShape =
	/^\ufeff?(?:<\?xml\s[^>]*\?>)?(?:\s|<\?(?!xml\s)[^>]*\?>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\]\s*)?>)*$/;

function formatOf(root: string): XmlFormat {
	const name = root.toLowerCase();
	return name === "feed" ? "atom" : name === "rdf" ? "rdf" : "rss";
}

/** Takes in what stands at `at`; gives the place behind it. */
function step(mender: Mender, at: number): number {
	const { text, find } = mender;
	const next = find("<", at);
	if (next !== at) {
		const end = next < 0 ? text.length : next;
		writeText(mender, text.slice(at, end), "escaped");
		return end;
	}
	if (text.startsWith("<![CDATA[", at)) {
		const end = find("]]>", at);
		if (end < 0) mender.bozo = true;
		const inner = text.slice(at + 9, end < 0 ? text.length : end);
		writeText(mender, inner, "literal");
		return end < 0 ? text.length : end + 3;
	}
	const passed = behindAside(mender, at);
	if (passed !== null) return passed;
	const tag = readTag(text, at, find);
	if (tag === null) {
		mender.bozo = true;
		writeText(mender, "<", "literal");
		return at + 1;
	}
	return tag.closes ? closeTag(mender, tag) : openTag(mender, tag);
}

/** Comments, processing instructions and document types say nothing to us. */
function behindAside({ text, find }: Mender, at: number): number | null {
	const asides = [
		["<!--", "-->"],
		["<?", "?>"],
		["<!", ">"],
	] as const;
	for (const [start, stop] of asides) {
		if (!text.startsWith(start, at)) continue;
		const end = find(stop, at + start.length);
		if (end >= 0) return end + stop.length;
	}
	return null;
}

function openTag(mender: Mender, tag: XmlTag): number {
	const name = nameInFeed(mender, tag);
	if (mender.skipping !== null && !leavesSkipped(mender, name, tag)) {
		return tag.end;
	}
	if (name === null) {
		// Inside a word-holding element a strange tag is a slip; its words count.
		if (!tag.isEmpty && inContainer(mender)) {
			mender.skipping = { spelt: tag.name, depth: 1 };
		}
		return tag.end;
	}
	const isRoot = name === "rss" || name === "feed";
	if (isRoot && mender.open.length > 0) {
		mender.bozo = true;
		return tag.end;
	}
	if (!isWellWritten(tag)) mender.bozo = true;
	if (name === "channel" && mender.format !== "atom") {
		const own = new Map([...mender.rootAttributes, ...attributesOf(tag)]);
		mender.out[1] = startTag("channel", own);
		return tag.end;
	}
	if (isItem(name)) closeToRoot(mender);
	closeOpenLeaf(mender);
	if (texts.has(name) && !tag.isEmpty) return takeText(mender, name, tag);
	openElement(mender, name, tag);
	return tag.end;
}

function openElement(mender: Mender, name: string, tag: XmlTag): void {
	const { out, open } = mender;
	const attributes = attributesOf(tag);
	// rss-parser takes an element without attributes and children for a string.
	if (name === "feed" || isItem(name)) attributes.set("type", "element");
	if (open.length === 0 && mender.format !== "atom") {
		// The channel's own tag takes the second place when it comes.
		for (const each of attributes) mender.rootAttributes.set(...each);
		out.push('<rss version="2.0">', startTag("channel", attributes));
		open.push({ name: "rss", spelt: tag.name, from: 0 });
	} else {
		open.push({ name, spelt: tag.name, from: out.length });
		out.push(startTag(passingName(name), attributes));
	}
	if (tag.isEmpty) closeLast(mender);
}

/** Takes a whole text element: up to its end, whatever markup stands in it. */
function takeText(mender: Mender, name: string, tag: XmlTag): number {
	const { text, find } = mender;
	const { inner, end, isWhole } = findTextEnd(text, tag, find);
	const value = readTextValue(inner);
	if (!isWhole || !value.isWell) mender.bozo = true;
	if (end >= text.length && !isWhole) return end;
	const attributes = attributesOf(tag);
	if (value.isMarkup) attributes.set("inline", "true");
	const passing = passingName(name);
	mender.out.push(
		`${startTag(passing, attributes)}${cdata(value.text)}</${passing}>`,
	);
	return end;
}

function closeTag(mender: Mender, tag: XmlTag): number {
	const { open, skipping } = mender;
	const name = nameInFeed(mender, tag);
	if (skipping !== null && skipping.spelt === tag.name) {
		skipping.depth--;
		if (skipping.depth === 0) mender.skipping = null;
		return tag.end;
	}
	if (skipping !== null && !leavesSkipped(mender, name, tag)) return tag.end;
	if (name === "channel") return tag.end;
	const place = open.findLastIndex(
		(each) => each.spelt === tag.name || each.name === name,
	);
	if (place < 0) {
		if (name !== null) mender.bozo = true;
		return tag.end;
	}
	if (place < open.length - 1) mender.bozo = true;
	while (open.length > place) closeLast(mender);
	return tag.end;
}

/**
 * Whether a tag inside an element that we do not read ends it all the same,
 * because that element was never closed: an item begins or ends.
 */
function leavesSkipped(
	mender: Mender,
	name: string | null,
	tag: XmlTag,
): boolean {
	const { skipping } = mender;
	if (skipping === null) return true;
	if (name !== null && (isItem(name) || name === "channel")) {
		mender.skipping = null;
		mender.bozo = true;
		return true;
	}
	if (!tag.closes && !tag.isEmpty && tag.name === skipping.spelt) {
		skipping.depth++;
	}
	return false;
}
