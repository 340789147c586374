import { type DecodedText, decodeBytes } from "./decode-bytes.ts";
import { describeOther } from "./describe-other.ts";
import type { FeedReader } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import { findFeedRoot } from "./find-feed-root.ts";
import { jsonBomb } from "./json-bomb.ts";
import { mendJson } from "./mend-json.ts";
import {
	federalRegister,
	parseFederalRegister,
} from "./parse-federal-register.ts";
import { htsReleases, parseHtsReleases } from "./parse-hts-releases.ts";
import { jsonFeed, parseJsonFeed } from "./parse-json-feed.ts";
import { parseXmlFeed } from "./parse-xml-feed.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { readDocument } from "./read-document.ts";
import { readGazetteContents } from "./read-gazette-contents.ts";
import { readNotices } from "./read-notices.ts";
import { readWithRssParser } from "./read-with-rss-parser.ts";

/** What came with the bytes. */
export interface FeedOrigin {
	/** The HTTP Content-Type; its charset counts, its type does not. */
	readonly contentType?: string | null;
	/** Where it was fetched: relative links are resolved against it. */
	readonly url?: string | null;
	/** Null is our own. */
	readonly reader?: FeedReader | PageReader | null;
}

/** Readers of pages that feeds lead to: into parts, and into what an issue holds. */
const pageReaders = {
	document: readDocument,
	"gazette-contents": readGazetteContents,
} as const;
export type PageReader = keyof typeof pageReaders;

/**
 * Reads a feed's bytes: RSS 0.9 to 2.0, RDF, CDF, Atom 0.3 and 1.0, JSON Feed 1.x,
 * the Federal Register's document search and the USITC's list of HTS revisions.
 * What can be mended is mended, and `bozo` says so.
 * @throws FeedError saying what the bytes are when they are no feed.
 */
export async function parseFeed(
	bytes: Uint8Array,
	origin: FeedOrigin = {},
): Promise<ParsedFeed> {
	return parseText(textOf(bytes, origin), origin);
}

/** A feed's text, and the bytes that it began with. */
interface FeedText extends DecodedText {
	readonly start: Uint8Array;
}

/** The text alone: the bytes may be given back before it is read. */
export function textOf(
	bytes: Uint8Array,
	{ contentType = null }: FeedOrigin,
): FeedText {
	return { ...decodeBytes(bytes, contentType), start: bytes.slice(0, 8) };
}

/** Reads as `parseFeed` does. */
export async function parseText(
	{ text, asDeclared, start }: FeedText,
	{ url = null, reader = null }: FeedOrigin,
): Promise<ParsedFeed> {
	if (reader === "notices" && (isPage(text) || findFeedRoot(text) === null))
		return readNoticesOrFail(text, url);
	if (reader === "document" || reader === "gazette-contents") {
		if (!isHtml(text)) throw new FeedError(describeOther(start, text));
		if (url === null) throw new FeedError("the page's address is not known");
		return pageReaders[reader](text, url);
	}
	if (/^[\ufeff\s]*[{[]/.test(text)) {
		const feed = readJson(text.replace(/^\ufeff/, ""), url);
		if (feed !== null) return feed;
	}
	if (reader === "rss-parser") return readWithRssParser(text, url);
	const feed = isPage(text)
		? null
		: (parseXmlFeed(text, url) ?? readJsonBehindJunk(text, url));
	if (feed === null) throw new FeedError(describeOther(start, text));
	return asDeclared ? feed : { ...feed, bozo: true };
}

function readNoticesOrFail(text: string, url: string | null): ParsedFeed {
	const feed = readNotices(text, url);
	if (feed !== null) return feed;
	throw new FeedError(
		"the page has no table of notices, each with a link and a day: did it change?",
	);
}

/** A warning of the program that wrote a JSON Feed, or the call that it stands in. */
function readJsonBehindJunk(
	text: string,
	url: string | null,
): ParsedFeed | null {
	const beginning =
		/\{\s*"version"\s*:\s*"https?:\/\/(?:www\.)?jsonfeed\.org\/version\//;
	const found = beginning.exec(text.slice(0, 5000));
	const feed = found && readJson(text.slice(found.index), url);
	return feed && { ...feed, bozo: true };
}

/**
 * Null when it is not JSON; broken off, it ends with its last whole item.
 * @throws FeedError for a text made to cost its reader.
 */
function readJson(text: string, url: string | null): ParsedFeed | null {
	const bomb = jsonBomb(text);
	if (bomb !== null) throw new FeedError(bomb);
	const json = jsonOf(text);
	if (json !== undefined) return parseJson(json, url);
	const part = jsonOf(mendJson(text) ?? "");
	return part === undefined ? null : { ...parseJson(part, url), bozo: true };
}

function jsonOf(text: string): unknown {
	try {
		const isOdd = /\\ud[89a-f]|"id"\s*:\s*\d{16}/i.test(text);
		return JSON.parse(text, isOdd ? asMeant : undefined);
	} catch {
		return undefined;
	}
}

/**
 * Half a surrogate pair, which JSON can escape, is no letter: Postgres and
 * chats refuse it. A number too long for numbers is kept as written: rounded,
 * two ids would be one.
 */
function asMeant(
	_name: string,
	value: unknown,
	context?: { readonly source?: string },
): unknown {
	if (typeof value === "string") return value.toWellFormed();
	const isRounded =
		typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
	return isRounded ? (context?.source ?? value) : value;
}

function parseJson(json: unknown, url: string | null): ParsedFeed {
	const feed = jsonFeed.safeParse(json);
	if (feed.success) return parseJsonFeed(feed.data, url);
	const register = federalRegister.safeParse(json);
	if (register.success) return parseFederalRegister(register.data, url);
	const releases = htsReleases.safeParse(json);
	if (releases.success) return parseHtsReleases(releases.data, url);
	throw new FeedError("the page is JSON, but no feed: is the address right?");
}

function isHtml(text: string): boolean {
	return /<(?:!doctype html|html|head|body|main)\b/i.test(text.slice(0, 5000));
}

/** A page may talk of feeds in its text; a feed does not begin as a page, save with a page's document type. */
function isPage(text: string): boolean {
	return /^[\ufeff\s]*(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<!doctype html\b(?![^>]*>\s*(?:<\?xml\s[^>]*>\s*)?<(?:rss|feed|rdf:rdf)[\s>])|<html\b)/i.test(
		text.slice(0, 65_536),
	);
}
