import { type OpenTag, walkHtml } from "./walk-html.ts";

interface Heading {
	readonly level: number;
	text: string;
}

/** A link, and what stands around it. */
interface Link {
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

/** What an HTML page holds in its main part. */
export interface PageOutline {
	readonly language: string | null;
	readonly headings: readonly Heading[];
	readonly links: readonly Link[];
	readonly anchors: readonly Anchor[];
	/** Offsets of what the page is about. */
	readonly start: number;
	readonly end: number;
}

/** Several times what any page has; what follows the last is its part. */
const mostAnchors = 900;

/** Walks through a page's main part: all of it where none is marked. */
export function outlineOf(html: string): PageOutline {
	const headings: Heading[] = [];
	const links: Link[] = [];
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
	let link: Link | null = null;
	let isLink = false;

	function openMain({ name, attributes: { href, id }, start }: OpenTag): void {
		if (id && anchors.length < mostAnchors) anchors.push({ id, at: start });
		const level = levelOf(name);
		if (level > 0) {
			heading = { level, text: "" };
			headings.push(heading);
		}
		if (level > 0 || name === "li") link = null;
		if (name === "br") takeText("\n");
		if (name === "a" && href && !heading) {
			link = { href, text: "", tail: "", under };
			links.push(link);
			isLink = true;
		}
	}

	function takeText(text: string): void {
		if (heading) heading.text += text;
		else if (link && isLink) link.text += text;
		else if (link) link.tail += text;
	}

	function closeHeading(closed: Heading): void {
		const above = under.filter((one) => one.level < closed.level);
		// The first level names the page.
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
			if (name === "li") link = null;
		},
	});
	const { start, end } = main;
	return { language, headings, links, anchors, start, end };
}

function levelOf(tag: string): number {
	return /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
}
