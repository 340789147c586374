import { fieldOf } from "./field-of.ts";
import { findFeedRoot, formatOf, isProlog } from "./find-feed-root.ts";
import { withOwnEntities } from "./own-entities.ts";
import { takePlainLeaf, takeText } from "./take-leaf.ts";
import { emptyElement, type XmlElement } from "./xml-element.ts";
import type { XmlField } from "./xml-fields.ts";
import {
	addWords,
	closeLast,
	closeOpenLeaf,
	closeToRoot,
	finish,
	inContainer,
	makeXmlReader,
	type TakeItem,
	type XmlFormat,
	type XmlReader,
} from "./xml-reader.ts";
import { readTag, type XmlTag } from "./xml-tag.ts";

/** A feed without its items, and what it cost to read it. */
export interface FeedXml {
	readonly format: XmlFormat;
	/** RSS's channel or Atom's feed with its own elements, in order. */
	readonly feed: XmlElement;
	/** Something had to be mended. */
	readonly bozo: boolean;
}

/**
 * Reads the elements that we know out of an RSS, RDF or Atom text, in one
 * pass; each item is handed on as soon as it is whole. They come under the
 * usual prefixes; a channel is one with its root, and RDF's items stand in it.
 * Mended are junk before and after the feed, control characters, bare
 * ampersands, HTML's entities, attributes without quotes, tags left open and
 * markup standing unescaped in texts; a feed that breaks off ends with its
 * last item whose id and title are whole. Of document types only plain entities are read
 * (see `withOwnEntities`). Null when the text holds no feed.
 */
export function readXml(written: string, take: TakeItem): FeedXml | null {
	const root = findFeedRoot(written);
	if (root === null) return null;
	const text = withOwnEntities(written, root.index);
	const reader = makeXmlReader(text, formatOf(root[1] ?? ""), take);
	if (!isProlog(text.slice(0, root.index))) reader.bozo = true;
	let at = step(reader, root.index);
	const feed = reader.open[0]?.element ?? emptyElement("feed", "");
	while (at < text.length && !reader.done) at = step(reader, at);
	const rest = text.slice(at).trim();
	if (rest !== "" && !isProlog(rest)) reader.bozo = true;
	finish(reader);
	return { format: reader.format, feed, bozo: reader.bozo };
}

/** Takes in what stands at `at`; gives the place behind it. */
function step(reader: XmlReader, at: number): number {
	const { text, find } = reader;
	if (text[at] !== "<") {
		const next = find("<", at);
		const end = next < 0 ? text.length : next;
		addWords(reader, text.slice(at, end), "escaped");
		return end;
	}
	if (text.startsWith("<![CDATA[", at)) return takeCdata(reader, at);
	const passed = behindAside(reader, at);
	if (passed !== null) return passed;
	const tag = readTag(text, at, find);
	if (tag === null) {
		reader.bozo = true;
		addWords(reader, "<", "literal");
		return at + 1;
	}
	return tag.closes ? closeTag(reader, tag) : openTag(reader, tag);
}

function takeCdata(reader: XmlReader, at: number): number {
	const { text, find } = reader;
	const end = find("]]>", at);
	if (end < 0) {
		// Never closed: what stands in it is read as if it were not there.
		reader.bozo = true;
		return at + 9;
	}
	addWords(reader, text.slice(at + 9, end), "literal");
	return end + 3;
}

const asides = [
	["<!--", "-->"],
	["<?", "?>"],
	["<!", ">"],
] as const;

/** Comments, processing instructions and document types say nothing to us; of one that never ends only its beginning is passed. */
function behindAside(reader: XmlReader, at: number): number | null {
	const { text, find } = reader;
	const sign = text[at + 1];
	if (sign !== "!" && sign !== "?") return null;
	for (const [start, stop] of asides) {
		if (!text.startsWith(start, at)) continue;
		const end = find(stop, at + start.length);
		if (end >= 0) return end + stop.length;
		reader.bozo = true;
		return at + start.length;
	}
	return null;
}

function openTag(reader: XmlReader, tag: XmlTag): number {
	const field = fieldOf(reader, tag);
	if (reader.skipping !== null && !leavesSkipped(reader, field, tag)) {
		return tag.end;
	}
	if (field === null) {
		// Inside a word-holding element a strange tag is a slip; its words count.
		if (!tag.isEmpty && inContainer(reader)) {
			reader.skipping = { spelt: tag.name, depth: 1 };
		}
		return tag.end;
	}
	if (!tag.isWell) reader.bozo = true;
	if (field.kind === "root" && reader.open.length > 0) {
		takeRoot(reader, field, tag);
		return tag.end;
	}
	if (field.kind === "item") closeToRoot(reader);
	closeOpenLeaf(reader);
	return openField(reader, field, tag);
}

/** Elements that we read stand four deep at most. */
const deepest = 50;

function openField(reader: XmlReader, field: XmlField, tag: XmlTag): number {
	if (!tag.isEmpty) {
		const end = takePlainLeaf(reader, field, tag);
		if (end !== null) return end;
		if (field.kind === "text") return takeText(reader, field, tag);
	}
	if (reader.open.length > deepest && !tag.isEmpty) {
		reader.bozo = true;
		reader.skipping = { spelt: tag.name, depth: 1 };
		return tag.end;
	}
	const element = emptyElement(field.name, tag.inside);
	reader.open.push({ element, field, spelt: tag.name });
	if (tag.isEmpty) closeLast(reader);
	return tag.end;
}

/** A channel is one with its root, and what it says of itself comes first; any other root is a slip. */
function takeRoot(reader: XmlReader, { name }: XmlField, tag: XmlTag): void {
	const [root] = reader.open;
	if (name !== "channel" || reader.format === "atom") reader.bozo = true;
	else if (root) root.element.inside = `${tag.inside} ${root.element.inside}`;
}

function closeTag(reader: XmlReader, tag: XmlTag): number {
	const { open, skipping } = reader;
	const field = fieldOf(reader, tag);
	if (skipping !== null && skipping.spelt === tag.name) {
		skipping.depth--;
		if (skipping.depth === 0) reader.skipping = null;
		return tag.end;
	}
	if (skipping !== null && !leavesSkipped(reader, field, tag)) return tag.end;
	if (field?.name === "channel" && !endsRoot(reader, tag)) return tag.end;
	const place = open.findLastIndex(
		(each) => each.spelt === tag.name || each.field === field,
	);
	if (place < 0) {
		if (field !== null) reader.bozo = true;
		return tag.end;
	}
	if (place < open.length - 1) reader.bozo = true;
	while (open.length > place) closeLast(reader);
	return tag.end;
}

/** In CDF a channel is the root, and may hold others: the last to close is its end. */
function endsRoot({ open, find }: XmlReader, { name, end }: XmlTag): boolean {
	return open[0]?.spelt === name && find(`</${name}`, end) < 0;
}

/**
 * Whether a tag inside an element that we do not read ends it all the same,
 * because that element was never closed: an item begins or ends.
 */
function leavesSkipped(
	reader: XmlReader,
	field: XmlField | null,
	tag: XmlTag,
): boolean {
	const { skipping } = reader;
	if (skipping === null) return true;
	if (field?.kind === "item" || field?.name === "channel") {
		reader.skipping = null;
		reader.bozo = true;
		return true;
	}
	if (!tag.closes && !tag.isEmpty && tag.name === skipping.spelt) {
		skipping.depth++;
	}
	return false;
}
