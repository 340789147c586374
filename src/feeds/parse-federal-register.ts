import { z } from "zod";
import { cleanHtml, titleText } from "./clean-html.ts";
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
	return {
		id: document.document_number,
		title: titleText(document.title ?? "") || null,
		link,
		published: isoDate(document.publication_date ?? ""),
		updated: null,
		summary:
			cleanHtml(document.abstract ?? document.excerpts ?? "", link) || null,
		content: null,
		author: agencies.filter((name) => name !== "").join(", ") || null,
		categories: [document.type ?? "", ...agencies].filter(
			(each) => each !== "",
		),
		image: null,
	};
}
