import { htmlOfText, titleText } from "./clean-html.ts";
import { FeedError } from "./feed-error.ts";
import { dayOfIssue, isContents, pageOf } from "./gazette-issue.ts";
import { htmlFeed, itemAt } from "./html-feed.ts";
import { outlineOf, type PageOutline } from "./page-outline.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

/**
 * Reads the contents of an issue of the Canada Gazette: of each instrument and
 * notice its title, its address, and in the summary the section, department,
 * act and registration number it stands under.
 * @throws FeedError when the page lists nothing.
 */
export function readGazetteContents(html: string, url: string): ParsedFeed {
	const outline = outlineOf(html);
	const items = entriesOf(outline, url);
	if (items.length === 0)
		throw new FeedError("the page lists nothing of an issue of the Gazette");
	const { language, headings } = outline;
	return htmlFeed({ url, title: headings[0]?.text ?? "", language }, items);
}

/** The number under which an instrument is registered, in either language. */
const registration = /\b(?:SOR|DORS|SI|TR)\/\d{4}-\d+/;

function entriesOf({ links }: PageOutline, url: string): ParsedItem[] {
	const folder = new URL(".", url).href;
	const published = dayOfIssue(url);
	const found = new Map<string, ParsedItem>();
	for (const { href, text, tail, under } of links) {
		const link = URL.parse(href, url)?.href ?? "";
		const [title = "", ...acts] = text.split("\n").map(titleText);
		const isHere = link.startsWith(folder) && !isContents(link);
		const above = under.map((heading) => titleText(heading.text));
		// A section's name may lead to all of it.
		if (!isHere || ["", ...above].includes(title) || found.has(link)) continue;
		const said = [...above, ...acts, registration.exec(tail)?.[0] ?? ""];
		const words = said.filter((one) => one !== "").join(" · ");
		const summary = htmlOfText(words) || null;
		found.set(link, { ...itemAt(link), title, published, summary });
	}
	// A section's own page is linked beside the notices that stand in it.
	const sections = new Set(
		[...found.keys()].filter((link) => link.includes("#")).map(pageOf),
	);
	return [...found.values()].filter(({ id }) => !sections.has(id));
}
