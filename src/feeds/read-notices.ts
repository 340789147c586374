import { htmlOfText, titleText } from "./clean-html.ts";
import { htmlFeed, itemAt } from "./html-feed.ts";
import { parseDate } from "./parse-date.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { walkHtml } from "./walk-html.ts";
import { webAddress } from "./web-address.ts";

/** One field of a table's row, as a reader sees it. */
interface Cell {
	text: string;
	/** Where its first link leads. */
	href: string | null;
}

/**
 * Reads a page that lists notices in a table, as offices without a feed do: a
 * row with a link and a day is a notice, its address is its id. Where the link
 * is but a number, the longest field is the title. A day with a word beside it
 * ("Revised 2026-08-05") is that of a change, and the words stand in the
 * summary, so that a revision is an edit. Null when no table has `fewest` such
 * rows.
 */
export function readNotices(
	html: string,
	url: string | null,
	fewest = 1,
): ParsedFeed | null {
	const { tables, title, language } = readPage(html);
	const lists = tables
		.map((rows) => rows.flatMap((row) => noticeOf(row, url) ?? []))
		.filter(({ length }) => length >= fewest);
	if (lists.length === 0) return null;
	return htmlFeed({ url, title, language }, lists.flat());
}

const longestTitle = 1000;
/** Tags that part words from each other. */
const parting = /^(?:br|p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr)$/;
function readPage(html: string) {
	const tables: Cell[][][] = [];
	const open: Cell[][][] = [];
	let title = "";
	let language: string | null = null;
	let isTitle = false;
	const cellNow = () => open.at(-1)?.at(-1)?.at(-1);
	walkHtml(html, {
		open({ name, attributes: { lang, href } }) {
			if (name === "html") language = lang ?? null;
			if (name === "title") isTitle = true;
			if (name === "table") open.push([]);
			if (name === "tr") open.at(-1)?.push([]);
			if (name === "td" || name === "th")
				open.at(-1)?.at(-1)?.push({ text: "", href: null });
			const cell = cellNow();
			if (cell && parting.test(name)) cell.text += " ";
			if (cell && name === "a") cell.href ??= href ?? null;
		},
		text(text) {
			const cell = cellNow();
			if (isTitle && title.length < longestTitle) title += text;
			else if (cell) cell.text += text;
		},
		close(name) {
			if (name === "title") isTitle = false;
			if (name === "table") tables.push(...open.splice(-1));
		},
	});
	return { tables: [...tables, ...open], title, language };
}

/** Shorter fields are marks such as "Yes". */
const shortestSentence = 20;

function noticeOf(
	row: readonly Cell[],
	base: string | null,
): ParsedItem | null {
	const cells = row.map(({ text, href }) => ({ text: titleText(text), href }));
	const named = cells.find(({ text, href }) => href !== null && text !== "");
	const dated = cells.find((cell) => cell !== named && dayIn(cell.text));
	const day = dayIn(dated?.text ?? "");
	const link = webAddress(named?.href ?? null, base);
	if (!named || !dated || !day || link === null) return null;
	const [longest = ""] = cells
		.filter((cell) => cell !== named && cell !== dated)
		.map(({ text }) => text)
		.sort((a, b) => b.length - a.length);
	const isTitle = named.text.split(" ").length > 2 || longest === "";
	const about = isTitle && longest.length >= shortestSentence ? longest : "";
	const summary = [about, day.isAlone ? "" : dated.text];
	return {
		...itemAt(link),
		title: isTitle ? named.text : withNumber(longest, named.text),
		published: day.isAlone ? day.iso : null,
		updated: day.isAlone ? null : day.iso,
		summary:
			htmlOfText(summary.filter((part) => part !== "").join(". ")) || null,
	};
}

function withNumber(title: string, number: string): string {
	return title.includes(number) ? title : `${number}: ${title}`;
}

/** A field of a day is short. */
const longestDay = 60;

/** The day that a field tells, and whether it tells nothing else. Figures that may be several days tell none. */
function dayIn(text: string): { iso: string; isAlone: boolean } | null {
	if (text.length > longestDay) return null;
	const [figures] = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/.exec(text) ?? [];
	const isNamed = /\p{L}{3}/u.test(text) && /\d{4}/.test(text);
	const date = parseDate(figures ?? (isNamed ? text : ""));
	if (date === null) return null;
	return { iso: date.toISOString(), isAlone: (figures ?? text) === text };
}
