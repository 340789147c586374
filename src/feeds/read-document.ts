import { cleanHtml, titleText } from "./clean-html.ts";
import { FeedError } from "./feed-error.ts";
import { htmlFeed, itemAt } from "./html-feed.ts";
import { outlineOf } from "./page-outline.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/**
 * Reads a page that is a document, or several one below the other: first what
 * stands before any anchor, titled with the document's name, and then what
 * stands between each anchor and the next, so that any of them can be put
 * together.
 * @throws FeedError when the page has no words.
 */
export function readDocument(html: string, url: string): ParsedFeed {
	const { language, headings, anchors, shown, start, end } = outlineOf(html);
	const names = headings.map(({ text }) => titleText(text));
	// Pages of the Canada Gazette may name the issue first.
	const title =
		names.find(
			(name) =>
				name !== "" && !/^(?:canada gazette|gazette du canada)/i.test(name),
		) ?? "";
	const marks = [
		{ id: "", at: start },
		...anchors.filter(({ at }) => at < end),
	];
	const parts = marks.map(({ id, at }, place) => {
		const piece = shown.slice(at, marks[place + 1]?.at ?? end);
		const content = cleanHtml(piece, url) || null;
		return id === ""
			? { ...itemAt(url), title: title || null, content }
			: { ...itemAt(`${url}#${id}`), content };
	});
	if (parts.every(({ content }) => content === null))
		throw new FeedError("the page has no words");
	return htmlFeed({ url, title, language }, parts);
}

/** A page's parts as one document. */
export function documentIn({ items, title }: ParsedFeed) {
	const content = items.map((part) => part.content ?? "").join("");
	return { title, content: content || null };
}

/** What stands from an anchor to the next that is wanted; null when it is not on the page. */
export function documentFrom(
	id: string,
	{ items }: ParsedFeed,
	wanted: ReadonlySet<string>,
): string | null {
	const from = items.findIndex((part) => part.id === id);
	if (from < 0) return null;
	const after = items.slice(from + 1);
	const next = after.findIndex((part) => wanted.has(part.id));
	const own = [items[from], ...(next < 0 ? after : after.slice(0, next))];
	return own.map((part) => part?.content ?? "").join("") || null;
}
