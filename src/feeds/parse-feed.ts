import { decodeBytes } from "./decode-bytes.ts";
import { describeOther } from "./describe-other.ts";
import type { FeedReader } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import { isTooDeep } from "./is-too-deep.ts";
import { mendJson } from "./mend-json.ts";
import {
	federalRegister,
	parseFederalRegister,
} from "./parse-federal-register.ts";
import { jsonFeed, parseJsonFeed } from "./parse-json-feed.ts";
import { parseXmlFeed } from "./parse-xml-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { readWithRssParser } from "./read-with-rss-parser.ts";

/** What came with the bytes. */
export interface FeedOrigin {
	/** The HTTP Content-Type; its charset counts, its type does not. */
	readonly contentType?: string | null;
	/** Where it was fetched: relative links are resolved against it. */
	readonly url?: string | null;
	/** Null is our own. */
	readonly reader?: FeedReader | null;
}

/**
 * Reads a feed's bytes: RSS 0.9 to 2.0, RDF, CDF, Atom 0.3 and 1.0, JSON Feed 1.x,
 * and the Federal Register's document search. What can be mended is mended,
 * and `bozo` says so.
 * @throws FeedError saying what the bytes are when they are no feed.
 */
export async function parseFeed(
	bytes: Uint8Array,
	{ contentType = null, url = null, reader = null }: FeedOrigin = {},
): Promise<ParsedFeed> {
	const { text, asDeclared } = decodeBytes(bytes, contentType);
	if (/^[\ufeff\s]*[{[]/.test(text)) {
		if (isTooDeep(text)) throw new FeedError("it is nested without end");
		const feed = readJson(text.replace(/^\ufeff/, ""), url);
		if (feed !== null) return feed;
	}
	if (reader === "rss-parser") return readWithRssParser(text, url);
	const feed = isPage(text) ? null : parseXmlFeed(text, url);
	if (feed === null) throw new FeedError(describeOther(bytes, text));
	return asDeclared ? feed : { ...feed, bozo: true };
}

/** Null when it is not JSON; broken off, it ends with its last whole item. */
function readJson(text: string, url: string | null): ParsedFeed | null {
	const json = jsonOf(text);
	if (json !== undefined) return parseJson(json, url);
	const part = jsonOf(mendJson(text) ?? "");
	return part === undefined ? null : { ...parseJson(part, url), bozo: true };
}

function jsonOf(text: string): unknown {
	try {
		const mayBeHalf = /\\ud[89a-f]/i.test(text);
		return JSON.parse(text, mayBeHalf ? wellFormed : undefined);
	} catch {
		return undefined;
	}
}

/** Half a surrogate pair, which JSON can escape, is no letter: Postgres and chats refuse it. */
function wellFormed(_name: string, value: unknown): unknown {
	return typeof value === "string" ? value.toWellFormed() : value;
}

function parseJson(json: unknown, url: string | null): ParsedFeed {
	const feed = jsonFeed.safeParse(json);
	if (feed.success) return parseJsonFeed(feed.data, url);
	const register = federalRegister.safeParse(json);
	if (register.success) return parseFederalRegister(register.data, url);
	throw new FeedError("the page is JSON, but no feed: is the address right?");
}

/** A page may talk of feeds in its text; a feed does not begin as a page. */
function isPage(text: string): boolean {
	return /^[\ufeff\s]*(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<!doctype html|<html)\b/i.test(
		text,
	);
}
