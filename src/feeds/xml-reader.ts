import {
	attributeOf,
	firstWords,
	type OpenXmlElement,
	type XmlElement,
} from "./xml-element.ts";
import type { XmlField } from "./xml-fields.ts";
import { type Finder, makeFinder } from "./xml-tag.ts";
import { literalValue, readTextValue } from "./xml-text.ts";

/** The formats that are XML. */
export type XmlFormat = "rss" | "rdf" | "atom";

/** Takes one item as soon as it is whole; of the feed it sees what stood before. */
export type TakeItem = (item: XmlElement, feed: XmlElement) => void;

/** An element whose end has not come yet. */
interface OpenElement {
	readonly element: OpenXmlElement;
	readonly field: XmlField;
	/** As spelt in the text. */
	readonly spelt: string;
}

/** Where the reading of one feed stands. */
export interface XmlReader {
	readonly text: string;
	readonly find: Finder;
	readonly format: XmlFormat;
	/** What is open, the feed itself first. */
	readonly open: OpenElement[];
	/** The prefixes that the feed declares, and ours for them. */
	readonly declared: Map<string, string>;
	/** The tags met so far, and what they are to us, under these prefixes. */
	readonly fields: Map<string, XmlField | null>;
	readonly take: TakeItem;
	/** An element that we do not read: left out up to its end. */
	skipping: { readonly spelt: string; depth: number } | null;
	bozo: boolean;
	done: boolean;
}

/** The beginning: nothing read. */
export function makeXmlReader(
	text: string,
	format: XmlFormat,
	take: TakeItem,
): XmlReader {
	return {
		text,
		find: makeFinder(text),
		format,
		open: [],
		declared: new Map(),
		fields: new Map(),
		take,
		skipping: null,
		bozo: false,
		done: false,
	};
}

/** Whether what comes next stands between elements, not inside words. */
export function inContainer({ open }: XmlReader): boolean {
	const kind = open.at(-1)?.field.kind;
	return kind === undefined || !holdsWords(kind);
}

function holdsWords(kind: XmlField["kind"]): boolean {
	return kind === "text" || kind === "words" || kind === "mixed";
}

/** An item has ten or twenty; one with more is made to cost its reader. */
const mostChildren = 1000;

/** Puts an element that holds nothing else into the innermost open one. */
export function addChild({ open }: XmlReader, child: XmlElement): void {
	const children = open[open.length - 1]?.element.children;
	if (children && children.length < mostChildren) children.push(child);
}

/** An item stands right in its feed: whatever is open above was never closed. */
export function closeToRoot(reader: XmlReader): void {
	if (reader.open.length > 1) reader.bozo = true;
	while (reader.open.length > 1) closeLast(reader);
}

/** An element begins: a word-holding one still open before it was never closed. */
export function closeOpenLeaf(reader: XmlReader): void {
	const kind = reader.open.at(-1)?.field.kind;
	if (kind !== "text" && kind !== "words") return;
	reader.bozo = true;
	closeLast(reader);
}

/** Closes the innermost open element; after the outermost the feed is done. */
export function closeLast(reader: XmlReader): void {
	const { open, take } = reader;
	const last = open.pop();
	const [feed] = open;
	if (feed === undefined) reader.done = true;
	else if (last?.field.kind === "item") take(last.element, feed.element);
	else if (last) addChild(reader, last.element);
}

/**
 * A feed that breaks off inside an item ends with the item before, unless that
 * item's id and title are whole: told under another id it would come twice.
 */
export function finish(reader: XmlReader): void {
	const { open } = reader;
	if (open.length === 0) return;
	reader.bozo = true;
	const broken = open.findIndex(({ field }) => field.kind === "item");
	const item = open[broken]?.element;
	if (item) open.length = isIdentified(item) ? broken + 1 : broken;
	while (open.length > 0) closeLast(reader);
}

function isIdentified(item: XmlElement): boolean {
	const id = firstWords(item, "guid", "id") ?? attributeOf(item, "rdf:about");
	return id !== null && firstWords(item, "title") !== null;
}

/** Adds to the words of the open element, entities resolved (`escaped`) or as they are. */
export function addWords(
	reader: XmlReader,
	text: string,
	form: "escaped" | "literal",
): void {
	if (reader.skipping !== null || !/\S/.test(text)) return;
	const { text: words, isWell } =
		form === "literal" ? literalValue(text) : readTextValue(text);
	if (!isWell) reader.bozo = true;
	const last = reader.open.at(-1);
	if (last && holdsWords(last.field.kind)) last.element.words += words;
}
