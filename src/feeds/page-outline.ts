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
	/** The page with blanks where its frame stood, menus and the like: offsets are the same. */
	readonly shown: string;
	/** Offsets of what the page is about. */
	readonly start: number;
	readonly end: number;
}

/** What frames a page: outside its main part all of it, within it only some. */
const frame = /^(?:nav|header|footer|aside)$/;
const frameInMain = /^(?:nav|aside)$/;

/** Several times what any page has; what follows the last is its part. */
const mostAnchors = 900;

/** Walks through a page's main part: all of it where none is marked. */
export function outlineOf(html: string): PageOutline {
	const headings: Heading[] = [];
	const links: Link[] = [];
	const anchors: Anchor[] = [];
	const isMarked = /<main[\s>]|\srole=["']?main["'\s>]/i.test(html);
	/** `depth`: tags of the main part's name that are open in it. */
	const main = { name: "", depth: 0, start: 0, end: html.length };
	const frames = framesIn(isMarked ? frameInMain : frame);
	let isMain = !isMarked;
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
			if (isMarked && main.name === "" && isMainTag(tag)) {
				isMain = true;
				main.name = tag.name;
				main.start = tag.end;
			}
			if (!isMain) return;
			if (tag.name === main.name) main.depth++;
			if (!frames.open(tag)) openMain(tag);
		},
		text(text) {
			// A line of the source is no line of the page.
			if (isMain && !frames.isOpen()) takeText(text.replace(/\s+/g, " "));
		},
		close(name, start, end) {
			if (!isMain) return;
			if (name === main.name && --main.depth === 0) {
				isMain = false;
				main.end = start;
			}
			frames.close(name, end);
			if (heading && levelOf(name) > 0) closeHeading(heading);
			if (name === "a") isLink = false;
			if (name === "li") link = null;
		},
	});
	const { start, end } = main;
	const shown = frames.blanked(html);
	return { language, headings, links, anchors, shown, start, end };
}

function isMainTag({ name, attributes: { role } }: OpenTag): boolean {
	return name === "main" || role === "main";
}

/** Notes where tags of such names stand, with all that is in them. */
function framesIn(names: RegExp) {
	const found: { readonly from: number; to: number }[] = [];
	let name = "";
	let depth = 0;
	return {
		isOpen: () => depth > 0,
		/** Whether the tag stands in a frame, or begins one. */
		open(tag: OpenTag): boolean {
			if (depth === 0 && names.test(tag.name)) {
				name = tag.name;
				found.push({ from: tag.start, to: tag.end });
			}
			if (name !== "" && tag.name === name) depth++;
			return depth > 0;
		},
		close(closed: string, end: number): void {
			const last = found.at(-1);
			if (depth === 0 || closed !== name || --depth > 0 || !last) return;
			last.to = end;
			name = "";
		},
		blanked(html: string): string {
			const pieces: string[] = [];
			let at = 0;
			for (const { from, to } of found) {
				pieces.push(html.slice(at, from), " ".repeat(to - from));
				at = to;
			}
			return pieces.join("") + html.slice(at);
		},
	};
}

function levelOf(tag: string): number {
	return /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0;
}
