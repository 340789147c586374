import { cdata } from "./write-xml.ts";
import { containers, mixed, passingName } from "./xml-fields.ts";
import { type Finder, makeFinder } from "./xml-tag.ts";
import { readTextValue } from "./xml-text.ts";

/** The formats that are XML. */
export type XmlFormat = "rss" | "rdf" | "atom";

/** An element whose end has not come yet. */
interface OpenElement {
	readonly name: string;
	/** As spelt in the text. */
	readonly spelt: string;
	/** Where its writing begins, to take it back. */
	readonly from: number;
}

/** Where the mending of one feed stands. */
export interface Mender {
	readonly text: string;
	readonly find: Finder;
	readonly format: XmlFormat;
	readonly out: string[];
	readonly open: OpenElement[];
	/** The root's own, which RSS gives to its channel. */
	readonly rootAttributes: Map<string, string>;
	/** The prefixes that the feed declares, and ours for them. */
	readonly declared: Map<string, string>;
	/** An element that we do not read: left out up to its end. */
	skipping: { readonly spelt: string; depth: number } | null;
	bozo: boolean;
	done: boolean;
}

/** The beginning: nothing read, nothing written. */
export function makeMender(text: string, format: XmlFormat): Mender {
	return {
		text,
		find: makeFinder(text),
		format,
		out: [],
		open: [],
		rootAttributes: new Map(),
		declared: new Map(),
		skipping: null,
		bozo: false,
		done: false,
	};
}

/** Whether a name of ours is that of an item. */
export function isItem(name: string): boolean {
	return name === "item" || name === "entry";
}

/** Whether what comes next stands between elements, not inside words. */
export function inContainer({ open }: Mender): boolean {
	const last = open.at(-1);
	return last === undefined || containers.has(last.name);
}

/** An item stands right in its feed: whatever is open above was never closed. */
export function closeToRoot(mender: Mender): void {
	if (mender.open.length > 1) mender.bozo = true;
	while (mender.open.length > 1) closeLast(mender);
}

/** An element begins: a word-holding one still open before it was never closed. */
export function closeOpenLeaf(mender: Mender): void {
	const last = mender.open.at(-1);
	if (last === undefined || containers.has(last.name)) return;
	if (mixed.has(last.name)) return;
	mender.bozo = true;
	closeLast(mender);
}

/** Closes the innermost open element; after the outermost the feed is done. */
export function closeLast(mender: Mender): void {
	const last = mender.open.pop();
	if (last === undefined) return;
	const isRoot = last.name === "rss";
	mender.out.push(isRoot ? "</channel></rss>" : `</${passingName(last.name)}>`);
	if (mender.open.length === 0) mender.done = true;
}

/** A feed that breaks off inside an item ends with the item before. */
export function finish(mender: Mender): void {
	const { open, out } = mender;
	if (open.length === 0) return;
	mender.bozo = true;
	const item = open.find(({ name }) => isItem(name));
	if (item !== undefined) {
		out.length = item.from;
		open.length = open.indexOf(item);
	}
	while (open.length > 0) closeLast(mender);
}

/** Writes the words of an element, entities resolved (`escaped`) or as they are. */
export function writeText(
	mender: Mender,
	text: string,
	form: "escaped" | "literal",
): void {
	if (mender.skipping !== null || !/\S/.test(text)) return;
	const { text: words, isWell } = readTextValue(
		form === "literal" ? `<![CDATA[${text}]]>` : text,
	);
	if (!isWell) mender.bozo = true;
	if (!inContainer(mender)) mender.out.push(cdata(words));
}
