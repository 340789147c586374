import type { Span } from "../../src/chat/card.ts";
import { inertText } from "../../src/chat/inert-text.ts";

/** Signs that Discord reads as style, mention, emoji, spoiler or link wherever they stand. */
const signs = /[\\*_~`|<>[\]]/g;
/** Signs that make a heading, small print, a quote or a list at the start of a line. */
const lineStarts = /^( *)([#+-])/gm;
const listNumbers = /^( *\d+)\./gm;
/** A letter that nobody sees; it keeps signs apart. */
export const nothing = "\u200b";

/**
 * Outside text as Discord Markdown that shows it letter for letter: no style,
 * mention, emoji or link comes of it, nor does it turn the reading direction.
 */
export function plainMarkdown(text: string): string {
	return inertText(text.toWellFormed())
		.replace(signs, "\\$&")
		.replace(lineStarts, "$1\\$2")
		.replace(listNumbers, "$1\\.")
		.replaceAll("@", `@${nothing}`)
		.replaceAll("://", "\\://");
}

/** A Span as Discord Markdown. */
export function spanMarkdown({ text, style, url }: Span): string {
	const address = url === undefined ? null : webAddress(url);
	if (address !== null) return linkMarkdown(text, address);
	if (isBlank(text)) return plainMarkdown(text);
	if (style === "strong") return strongMarkdown(text);
	return style === "code" ? codeMarkdown(text) : plainMarkdown(text);
}

/** Spans in a row; the signs of one never run into those of the next. */
export function spansMarkdown(spans: readonly Span[]): string {
	return spans
		.map(spanMarkdown)
		.reduce((line, next) => joinMarkdown(line, next), "");
}

/** Whether nothing of it can be seen. */
export function isBlank(text: string): boolean {
	return !/[^\s\p{Cf}]/u.test(text);
}

function strongMarkdown(text: string): string {
	return `**${plainMarkdown(text)}**`;
}

/*
 * Words that lead to a web address. Discord draws no link whose words look
 * like an address themselves: there the address follows the words.
 */
function linkMarkdown(text: string, url: string): string {
	const words = plainMarkdown(text).trim();
	if (text === url || isBlank(words)) return `<${url}>`;
	return text.includes("://") ? `${words} <${url}>` : `[${words}](${url})`;
}

/** The http(s) address in a form that ends no link early; null for any other, or one too long to show. */
export function webAddress(url: string): string | null {
	const parsed = URL.canParse(url) ? new URL(url) : null;
	if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
	const { href } = parsed;
	const address = href.replace(
		/[()<>]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return address.length <= longestAddress ? address : null;
}

/** The longest address that an embed's title may lead to. */
const longestAddress = 2048;

/** Lines between fences, shown as they stand. */
export function fencedMarkdown(lines: string): string {
	return `\`\`\`\n${lines.replaceAll("`", `\`${nothing}`)}\n\`\`\``;
}

/** Backticks inside code cannot be escaped: such text is shown without its style. */
function codeMarkdown(text: string): string {
	const code = inertText(text);
	return /[`\n]/.test(code) ? plainMarkdown(code) : `\`${code}\``;
}

function joinMarkdown(line: string, next: string): string {
	const meets = /[*`]$/.test(line) && line.at(-1) === next.at(0);
	return `${line}${meets ? nothing : ""}${next}`;
}
