import { escapeUTF8 } from "entities";
import { type FeedKind, feedKinds } from "../news/article.ts";
import { type Feed, feedReaders } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import { feedFromUrl } from "./feed-from-url.ts";
import { shownAddress } from "./shown-address.ts";
import { attributesOf, makeFinder, readTag } from "./xml-tag.ts";

/** Of a tag longer than some tens of thousands of letters the rest is not read. */
const longestEntry = 50_000;

/** Ours in the file, so that a list read back is the list written. */
const namespace = "urn:tradewire:feed";

/**
 * Writes feeds as an OPML 2.0 subscription list that any reader takes; what
 * OPML has no word for stands in attributes of our own.
 */
export function writeOpml(feeds: readonly Feed[]): string {
	const outlines = feeds.map((feed) => {
		const attributes = Object.entries({
			type: "rss",
			text: feed.title,
			title: feed.title,
			xmlUrl: feed.url,
			language: feed.language,
			category: feed.kind,
			"tradewire:id": feed.id,
			"tradewire:verified": String(feed.verified),
			...(feed.reader && { "tradewire:reader": feed.reader }),
		}).map(([name, value]) => `${name}="${attributeText(value)}"`);
		return `\t\t<outline ${attributes.join(" ")}/>`;
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<opml version="2.0" xmlns:tradewire="${namespace}">`,
		"\t<head><title>Tradewire feeds</title></head>",
		"\t<body>",
		...outlines,
		"\t</body>",
		"</opml>",
		"",
	].join("\n");
}

/**
 * Text for an attribute. XML 1.0 has no way to hold most controls (production
 * 2, Char), and reads line ends in attributes as spaces unless they are told
 * by number (3.3.3).
 */
function attributeText(value: string): string {
	const holdable = value
		.toWellFormed()
		.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd");
	return escapeUTF8(holdable).replace(
		/[\t\n\r]/g,
		(sign) => `&#${sign.charCodeAt(0)};`,
	);
}

/**
 * Reads the feeds of an OPML list, however deep its folders are.
 * @throws FeedError when it is no OPML, or naming the entry that is wrong.
 */
export function readOpml(text: string): Feed[] {
	if (!/<opml[\s>]/i.test(text)) throw new FeedError("it is not an OPML file");
	const plain = text.replace(/<!--(?:[^-]|-(?!->))*-->/g, "");
	const find = makeFinder(plain);
	const feeds: Feed[] = [];
	for (let at = find("<", 0); at >= 0; at = find("<", at + 1)) {
		const tag = readTag(plain, at, find);
		if (tag?.name.toLowerCase() !== "outline" || tag.closes) continue;
		if (tag.inside.length > longestEntry) {
			throw new FeedError(
				`entry "${tag.inside.slice(0, 40).trim()}…": it is longer than ${longestEntry} letters`,
			);
		}
		const attributes = attributesOf(tag.inside);
		const url = attributes.get("xmlUrl") ?? attributes.get("xmlurl");
		if (url !== undefined) feeds.push(feedOf(url, attributes));
	}
	return feeds;
}

function feedOf(url: string, attributes: ReadonlyMap<string, string>): Feed {
	const title = attributes.get("title") || attributes.get("text");
	try {
		const feed = feedFromUrl(url, title);
		return {
			...feed,
			id: attributes.get("tradewire:id") || feed.id,
			kind: kindOf(attributes.get("category")) ?? feed.kind,
			language: attributes.get("language")?.toLowerCase() || feed.language,
			verified: attributes.get("tradewire:verified") === "true",
			...readerOf(attributes.get("tradewire:reader")),
		};
	} catch (cause) {
		if (!(cause instanceof FeedError)) throw cause;
		throw new FeedError(
			`entry "${title ?? shownAddress(url)}": ${cause.message}`,
			{ cause },
		);
	}
}

function readerOf(name: string | undefined): Pick<Feed, "reader"> {
	const reader = feedReaders.find((each) => each === name);
	return reader ? { reader } : {};
}

function kindOf(category: string | undefined): FeedKind | undefined {
	return feedKinds.find((kind) => kind === category);
}
