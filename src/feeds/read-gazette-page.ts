import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { FeedError } from "./feed-error.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { type OpenTag, walkHtml } from "./walk-html.ts";

/** A page of an issue: its contents, or a document or several that stand in it. */
const issuePage = /\/rp-pr\/p\d\/\d{4}\/(\d{4}-\d\d-\d\d)(-[a-z]\d+)?\/html\//;
const contentsPage = /\/index-(?:eng|fra)\.html$/;

/** Whether an address is that of an issue; the quarterly lists of all that is in force are none. */
export function isGazetteIssue(address: string | null): boolean {
	const path = URL.parse(address ?? "")?.pathname ?? "";
	const [, , mark = ""] = issuePage.exec(path) ?? [];
	return issuePage.test(path) && !mark.startsWith("-c");
}

/**
 * Reads a page of the Canada Gazette (gazette.gc.ca/rp-pr). A contents page
 * gives what the issue holds: title, address, and in the summary the section,
 * department, act and registration number it stands under. Any other page gives
 * itself, up to its first anchor, and then each anchor's part, so that the text
 * between two of them can be put together.
 * @throws FeedError when the page is not of an issue, or lists nothing.
 */
export function readGazettePage(html: string, url: string): ParsedFeed {
	const { pathname } = new URL(url);
	const page = walk(html);
	const items = contentsPage.test(pathname)
		? entriesOf(page, url)
		: partsOf(page, { html, url });
	if (items.length === 0 || !issuePage.test(pathname)) {
		throw new FeedError("the page lists nothing of an issue of the Gazette");
	}
	return {
		format: "html",
		title: titleText(page.headings[0]?.text ?? "") || null,
		link: url,
		language: page.language,
		ttlMinutes: null,
		hub: null,
		self: url,
		bozo: false,
		items,
	};
}

interface Heading {
	readonly level: number;
	text: string;
}

interface Entry {
	readonly href: string;
	/** The link's text, in its lines. */
	text: string;
	/** The text behind it. */
	tail: string;
	/** What it stands under, from the second level on. */
	readonly under: readonly Heading[];
}

/** An element with an id, and the offset at which it begins. */
interface Anchor {
	readonly id: string;
	readonly at: number;
}

interface Page {
	readonly language: string | null;
	readonly headings: readonly Heading[];
	readonly entries: readonly Entry[];
	readonly anchors: readonly Anchor[];
	/** Offsets of what the page is about. */
	readonly start: number;
	readonly end: number;
}

/** Several times what any page has; what follows the last is its part. */
const mostAnchors = 900;

/** Walks through the page's main part: all of it where none is marked. */
function walk(html: string): Page {
	const headings: Heading[] = [];
	const entries: Entry[] = [];
	const anchors: Anchor[] = [];
	const main = {
		isMarked: /<main[\s>]/i.test(html),
		start: 0,
		end: html.length,
	};
	let isMain = !main.isMarked;
	let language: string | null = null;
	let heading: Heading | null = null;
	let under: readonly Heading[] = [];
	/** The link that is open, or else the one that text stands behind. */
	let entry: Entry | null = null;
	let isLink = false;

	function openMain({ name, attributes: { href, id }, start }: OpenTag): void {
		if (id && anchors.length < mostAnchors) anchors.push({ id, at: start });
		const level = levelOf(name);
		if (level > 0) {
			heading = { level, text: "" };
			headings.push(heading);
		}
		if (level > 0 || name === "li") entry = null;
		if (name === "br") takeText("\n");
		if (name === "a" && href && !heading) {
			entry = { href, text: "", tail: "", under };
			entries.push(entry);
			isLink = true;
		}
	}

	function takeText(text: string): void {
		if (heading) heading.text += text;
		else if (entry && isLink) entry.text += text;
		else if (entry) entry.tail += text;
	}

	function closeHeading(closed: Heading): void {
		const above = under.filter((one) => one.level < closed.level);
		// The first level names the issue.
		under = closed.level > 1 ? [...above, closed] : [];
		heading = null;
	}

	walkHtml(html, {
		open(tag) {
			const { lang } = tag.attributes;
			if (tag.name === "html") language = lang ?? null;
			if (tag.name === "main" && main.isMarked) {
				isMain = true;
				main.start = tag.end;
			}
			if (isMain) openMain(tag);
		},
		text(text) {
			// A line of the source is no line of the page.
			if (isMain) takeText(text.replace(/\s+/g, " "));
		},
		close(name, start) {
			if (name === "main" && main.isMarked && isMain) {
				isMain = false;
				main.end = start;
			}
			if (heading && levelOf(name) > 0) closeHeading(heading);
			if (name === "a") isLink = false;
			if (name === "li") entry = null;
		},
	});
	const { start, end } = main;
	return { language, headings, entries, anchors, start, end };
}

function levelOf(tag: string): number {
	return /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
}

/** The number under which an instrument is registered, in either language. */
const registration = /\b(?:SOR|DORS|SI|TR)\/\d{4}-\d+/;

function entriesOf({ entries }: Page, url: string): ParsedItem[] {
	const folder = new URL(".", url).href;
	const published = dayOfIssue(url);
	const found = new Map<string, ParsedItem>();
	for (const { href, text, tail, under } of entries) {
		const link = URL.parse(href, url)?.href ?? "";
		const [title = "", ...acts] = text.split("\n").map(titleText);
		const isHere = link.startsWith(folder) && !contentsPage.test(pageOf(link));
		const above = under.map((heading) => titleText(heading.text));
		// A section's name may lead to all of it.
		if (!isHere || ["", ...above].includes(title) || found.has(link)) continue;
		const said = [...above, ...acts, registration.exec(tail)?.[0] ?? ""];
		const summary = said.filter((one) => one !== "").join(" · ");
		found.set(link, bareItem({ link, title, published, summary }));
	}
	// A section's own page is linked beside the notices that stand in it.
	const sections = new Set(
		[...found.keys()].filter((link) => link.includes("#")).map(pageOf),
	);
	return [...found.values()].filter(({ id }) => !sections.has(id));
}

function partsOf(
	{ headings, anchors, start, end }: Page,
	{ html, url }: { readonly html: string; readonly url: string },
): ParsedItem[] {
	const title = headings
		.map(({ text }) => titleText(text))
		.find(
			(text) =>
				text !== "" && !/^(?:canada gazette|gazette du canada)/i.test(text),
		);
	const published = dayOfIssue(url);
	const marks = [
		{ id: "", at: start },
		...anchors.filter(({ at }) => at < end),
	];
	return marks.map(({ id, at }, place) => {
		const piece = html.slice(at, marks[place + 1]?.at ?? end);
		const link = id === "" ? url : `${url}#${id}`;
		const named = id === "" ? (title ?? null) : null;
		const content = cleanHtml(piece, url) || null;
		return {
			...bareItem({ link, title: named, published, summary: "" }),
			content,
		};
	});
}

interface Known {
	readonly link: string;
	readonly title: string | null;
	readonly published: string | null;
	readonly summary: string;
}

function bareItem({ link, title, published, summary }: Known): ParsedItem {
	return {
		...{ id: link, link, title, published, updated: null },
		summary: htmlOfText(summary) || null,
		...{ content: null, author: null, categories: [], image: null },
	};
}

/** The day of an issue, which is in the addresses of its pages, in ISO UTC. */
export function dayOfIssue(url: string): string | null {
	const [, day] = issuePage.exec(url) ?? [];
	return day === undefined ? null : `${day}T00:00:00.000Z`;
}

/** An address without its anchor. */
export function pageOf(address: string): string {
	return address.replace(/#.*$/, "");
}
