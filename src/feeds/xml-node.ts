import { passingName, rawName } from "./xml-fields.ts";

/**
 * An element as rss-parser hands it on untouched: its words alone, or its
 * words under `_`, attributes under `$` and children by name.
 */
export type XmlNode = string | Readonly<Record<string, unknown>>;

/**
 * The elements of one name in a feed or item that rss-parser gives, or in one
 * of their elements; none when it is absent.
 */
export function nodesOf(parent: unknown, name: string): readonly XmlNode[] {
	if (!isRecord(parent)) return [];
	const found = parent[rawName(name)] ?? parent[passingName(name)];
	return Array.isArray(found) ? found.filter(isNode) : [];
}

/** The attributes of a feed or item that rss-parser gives, as an element without words. */
export function ownAttributes(parent: unknown): XmlNode {
	return { $: isRecord(parent) ? parent[rawName("$")] : undefined };
}

/** What an element says, trimmed; empty when it says nothing. Atom 0.3 may say it in base64. */
export function wordsOf(node: XmlNode | undefined): string {
	const words = isRecord(node) ? node._ : node;
	if (typeof words !== "string") return "";
	return attributeOf(node, "mode") === "base64"
		? Buffer.from(words, "base64").toString("utf8").trim()
		: words.trim();
}

/** An attribute, trimmed; null when absent or empty. */
export function attributeOf(
	node: XmlNode | undefined,
	name: string,
): string | null {
	const attributes = isRecord(node) ? node.$ : undefined;
	const value = isRecord(attributes) ? attributes[name] : undefined;
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** The words of the first element that says something; null when none does. */
export function firstWords(
	parent: unknown,
	...names: readonly string[]
): string | null {
	for (const name of names) {
		for (const node of nodesOf(parent, name)) {
			const words = wordsOf(node);
			if (words !== "") return words;
		}
	}
	return null;
}

function isNode(value: unknown): value is XmlNode {
	return typeof value === "string" || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
