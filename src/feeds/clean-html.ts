import { decodeHTMLStrict, escapeText } from "entities";
import sanitizeHtml from "sanitize-html";
import { cleanSimpleHtml } from "./clean-simple-html.ts";
import { controlCharacters } from "./control-characters.ts";
import { cutText } from "./within-limits.ts";

const blockTags =
	"address article aside blockquote dd details div dl dt fieldset figcaption figure footer form " +
	"h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul br";
const inlineTags =
	"a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr caption";
const shared = {
	allowedTags: [...blockTags.split(" "), ...inlineTags.split(" ")].filter(
		(tag) => tag !== "form" && tag !== "fieldset",
	),
	allowedAttributes: {
		a: ["href", "title"],
		img: ["src", "alt", "title", "width", "height"],
		td: ["colspan", "rowspan"],
		th: ["colspan", "rowspan"],
		time: ["datetime"],
	},
	allowedSchemes: ["http", "https", "mailto"],
	allowProtocolRelative: false,
	// Their words are not the page's; the library's own four, and a head's title.
	nonTextTags: ["script", "style", "textarea", "option", "title"],
	// Deeper than any page means a page made to break readers.
	nestingLimit: 100,
};

/**
 * Sanitises a piece of HTML out of a feed: no script, style, form or event
 * handler, only http, https and mailto addresses, all made absolute against
 * `base` where there is one.
 */
export function cleanHtml(html: string, base: string | null): string {
	const wellFormed = cutText(html).toWellFormed();
	const clean = cleanSimpleHtml(wellFormed) ?? cleanAnyHtml(wellFormed, base);
	return clean.trim();
}

/** The same by the library alone, whatever it is; what is nested as no page is, as its words. */
export function cleanAnyHtml(html: string, base: string | null): string {
	// A page would hide what stands behind a lone `<!`; in a feed it is words.
	const shown = withoutCdata(html).replace(
		/<!(?!--|doctype\s[^<>]*>)/gi,
		"&lt;!",
	);
	if (isTooDeep(html)) {
		return htmlOfText(decodeHTMLStrict(html.replace(tag, " ")));
	}
	return sanitizeHtml(shown, {
		...shared,
		transformTags: {
			a: (tagName, attribs) => ({
				tagName,
				attribs: absolute(attribs, "href", base),
			}),
			img: (tagName, attribs) => ({
				tagName,
				attribs: absolute(attribs, "src", base),
			}),
		},
	});
}

/** The library takes quadratic time over tags opened in tags. */
const deepest = 1000;

function isTooDeep(html: string): boolean {
	let depth = 0;
	for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z]+)/gi)) {
		if (voidTag.test(name)) continue;
		depth += slash ? -1 : 1;
		if (depth > deepest) return true;
	}
	return false;
}

/** Tags that are never closed, and so nest nothing. */
const voidTag =
	/^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

function absolute(
	attributes: Record<string, string>,
	name: string,
	base: string | null,
): Record<string, string> {
	const address = attributes[name]?.trim();
	if (address === undefined) return attributes;
	const url = URL.parse(address, base ?? undefined);
	if (url !== null) return { ...attributes, [name]: url.href };
	const { [name]: _, ...others } = attributes;
	return others;
}

/** Plain text as HTML: the three letters that HTML reserves, escaped. */
export function htmlOfText(text: string): string {
	return escapeText(cutText(text)).replaceAll("&nbsp;", "\u00a0");
}

/**
 * The words of a piece of HTML: block tags become line breaks, other tags
 * nothing, scripts and styles vanish, entities are letters again.
 */
export function plainText(html: string): string {
	if (!/[<&]/.test(html)) return tidySpaces(html);
	return textOfCleanHtml(cleanAnyHtml(html, null));
}

const blockTag = new RegExp(`</?(?:${blockTags.replaceAll(" ", "|")})\\b`);

/** The same for HTML that `cleanHtml` made, without sanitising it once more. */
export function textOfCleanHtml(html: string): string {
	// Source line breaks are spaces to HTML; only tags break lines.
	const text = html
		.replace(/\s+/g, " ")
		.replace(/<[^>]*>/g, (tag) => (blockTag.test(tag) ? "\n" : ""));
	return tidySpaces(resolveEntities(text));
}

/**
 * A title as plain text on one line: every entity resolved, however often it
 * was escaped, and no tag left. A lone `<` stays.
 */
export function titleText(title: string): string {
	// Longer is no title, and a hostile one may cost time by its length.
	let text = title.slice(0, 10_000).toWellFormed();
	if (/^[\w,.:;'’!?%$()-]+(?: [\w,.:;'’!?%$()-]+)*$/.test(text)) return text;
	for (let round = 0; round < 4 && /[<&]/.test(text); round++) {
		const before = text;
		const bare = withoutCdata(text).replace(hidden, "").replace(tag, gapOf);
		text = decodeHTMLStrict(bare);
		if (text === before) break;
	}
	return text
		.replace(tag, "")
		.replace(controlCharacters, "")
		.replace(byteOrderMark, "")
		.replace(/\s+/g, " ")
		.trim();
}

/** Escaped once more or put in another, a CDATA section shows its own marks: they are no words. */
function withoutCdata(text: string): string {
	return text.includes("<![CDATA[")
		? text.replace(/<!\[CDATA\[|\]\](?:>|&gt;)/g, "")
		: text;
}

/** What a tag leaves between words: blocks stand apart. */
function gapOf(tag: string): string {
	return blockTag.test(tag.toLowerCase()) ? " " : "";
}

/** Elements whose words are for machines, comments and instructions; a comment that never ends hides no more than its own tag. */
const hidden =
	/<(script|style)\b[^>]*>.*?<\/\1\s*>|<!--.*?-->|<!--[^>]*>?|<\?[^<>]*\?>/gis;
const tag = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gis;
const byteOrderMark = /\ufeff/g;

/** Feeds escape twice as often as not: `&amp;#8217;` is meant as ’. */
function resolveEntities(text: string): string {
	const once = decodeHTMLStrict(text);
	return /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(once)
		? decodeHTMLStrict(once)
		: once;
}

function tidySpaces(text: string): string {
	return text
		.replace(controlCharacters, "")
		.replace(byteOrderMark, "")
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n ?/g, "\n")
		.replace(/\n{2,}/g, "\n")
		.trim();
}
