import { createHash } from "node:crypto";
import { wholeStart } from "../text/whole-start.ts";
import type { Feed } from "./feed.ts";
import { FeedError } from "./feed-error.ts";

const longestId = 60;
/** No feed needs more to be told from others. */
const longestTitle = 500;

/**
 * A feed of which only the address is known. Its id is made from the address,
 * so the same address is the same feed wherever it is added; its language is
 * `und` until the feed itself says, its kind and reader what its host tells.
 * @throws FeedError when it is no http or https address.
 */
export function feedFromUrl(address: string, title?: string): Feed {
	const url = URL.parse(address.trim());
	if (url?.protocol !== "http:" && url?.protocol !== "https:") {
		throw new FeedError("the address must begin with http:// or https://");
	}
	return {
		id: feedIdFor(url),
		url: url.href,
		title: nameOf(title) || hostOf(url),
		kind: isOffice(url) ? "official" : "media",
		language: "und",
		verified: false,
		...readerFor(url),
	};
}

/** Names under which governments alone publish, and a few organisations of theirs. */
const offices =
	/(?:^|\.)(?:gov|mil|gc\.ca|canada\.ca|europa\.eu|wto\.org|wcoomd\.org|oecd\.org|imf\.org|un\.org|unctad\.org|(?:gov|gob|gouv)\.[a-z]{2}|go\.(?:jp|kr|th|id)|gv\.at|govt\.nz|gouv\.qc\.ca|gov\.[a-z]{2}\.ca)$/;

function isOffice({ hostname }: URL): boolean {
	return offices.test(hostname);
}

/** The Canada Gazette's feeds announce issues, which say nothing until they are opened. */
function readerFor({ hostname }: URL): Pick<Feed, "reader"> {
	const isGazette = /^(?:www\.)?(?:canada)?gazette\.gc\.ca$/.test(hostname);
	return isGazette ? { reader: "canada-gazette" } : {};
}

function nameOf(title = ""): string {
	return wholeStart(title.trim(), longestTitle).trimEnd();
}

/** Whether nobody has named the feed: it goes by its host until the feed itself says. */
export function isUnnamed({
	title,
	url,
}: Pick<Feed, "title" | "url">): boolean {
	const address = URL.parse(url);
	return address !== null && title === hostOf(address);
}

function hostOf({ hostname }: URL): string {
	return hostname.replace(/^www\./, "");
}

/** The host and path in letters; a hash tells apart what those leave out. */
function feedIdFor(url: URL): string {
	const place = `${url.host.replace(/^www\./, "")}${url.pathname}`;
	const words = place
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-|-$/g, "");
	if (url.search === "" && words.length <= longestId) return words;
	return `${words.slice(0, longestId - 9)}-${shortHash(`${place}${url.search}`)}`;
}

/** Eight hex digits: enough to tell the feeds of one list apart. */
export function shortHash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
