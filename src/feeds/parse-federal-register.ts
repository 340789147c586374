import { z } from "zod";
import { cleanHtml, htmlOfText, titleText } from "./clean-html.ts";
import { isoDate } from "./parse-date.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { webAddress } from "./web-address.ts";

const words = z.string().nullish().catch(null);

const registerDocument = z.object({
	document_number: z.string(),
	title: words,
	type: words,
	abstract: words,
	excerpts: words,
	html_url: words,
	publication_date: words,
	// Only for those who ask for these fields by name.
	dates: words,
	effective_on: words,
	comments_close_on: words,
	agencies: z.array(z.object({ name: words, raw_name: words })).catch([]),
});

/** An answer of the Federal Register's document search (federalregister.gov/developers). */
export const federalRegister = z.object({
	description: words,
	count: z.number(),
	// Left out by the API when nothing matches.
	results: z.array(z.unknown()).default([]),
});

/** Reads a checked answer as a feed; a document's number is its id. */
export function parseFederalRegister(
	answer: z.infer<typeof federalRegister>,
	url: string | null,
): ParsedFeed {
	const documents = answer.results.map((each) =>
		registerDocument.safeParse(each),
	);
	return {
		format: "federal-register",
		title: titleText(answer.description ?? "") || null,
		link: "https://www.federalregister.gov/",
		language: "en",
		ttlMinutes: null,
		hub: null,
		self: url,
		bozo: documents.some(({ success }) => !success),
		items: documents.flatMap(({ data }) => (data ? [readDocument(data)] : [])),
	};
}

function readDocument(document: z.infer<typeof registerDocument>): ParsedItem {
	const link = webAddress(document.html_url ?? null, null);
	const agencies = document.agencies.map(
		({ name, raw_name }) => name ?? raw_name ?? "",
	);
	const summary = cleanHtml(document.abstract ?? document.excerpts ?? "", link);
	const days = htmlOfText(daysOf(document));
	return {
		id: document.document_number,
		title: titleText(document.title ?? "") || null,
		link,
		published: isoDate(document.publication_date ?? ""),
		updated: null,
		summary: summary || null,
		content: days ? `${summary && `${summary}<br /><br />`}${days}` : null,
		author: agencies.filter((name) => name !== "").join(", ") || null,
		categories: [document.type ?? "", ...agencies].filter(
			(each) => each !== "",
		),
		image: null,
	};
}

/** The document's own words under DATES, else the days that the Register keeps of it. */
function daysOf({
	dates,
	effective_on,
	comments_close_on,
}: z.infer<typeof registerDocument>): string {
	if (dates) return dates;
	return [
		effective_on && `Effective on ${effective_on}.`,
		comments_close_on && `Comments close on ${comments_close_on}.`,
	]
		.filter(Boolean)
		.join(" ");
}
