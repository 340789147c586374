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
	// On public inspection: when it was laid open, and what it comes under.
	filed_at: words,
	subject_1: words,
	subject_2: words,
	subject_3: words,
	// Only for those who ask for these fields by name.
	dates: words,
	effective_on: words,
	comments_close_on: words,
	agencies: z.array(z.object({ name: words, raw_name: words })).catch([]),
});

type RegisterDocument = z.infer<typeof registerDocument>;

/**
 * An answer of the Federal Register's document search, or its list of documents
 * on public inspection (federalregister.gov/developers).
 */
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

function readDocument(document: RegisterDocument): ParsedItem {
	const link = webAddress(document.html_url ?? null, null);
	const agencies = document.agencies.map(
		({ name, raw_name }) => name ?? raw_name ?? "",
	);
	const summary = summaryOf(document, link);
	const days = htmlOfText(daysOf(document));
	return {
		id: document.document_number,
		title: titleText(document.title ?? "") || null,
		link,
		published: isoDate(document.filed_at ?? document.publication_date ?? ""),
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

function summaryOf(document: RegisterDocument, link: string | null): string {
	const { title, abstract, excerpts } = document;
	const subjects = [document.subject_1, document.subject_2, document.subject_3]
		.filter((subject) => subject && subject !== title)
		.join(" ");
	return cleanHtml(abstract ?? excerpts ?? "", link) || htmlOfText(subjects);
}

/** The document's own words under DATES, else the days that the Register keeps of it. */
function daysOf({
	dates,
	effective_on,
	comments_close_on,
	filed_at,
	publication_date,
}: RegisterDocument): string {
	if (dates) return dates;
	return [
		filed_at && publication_date && `To be published on ${publication_date}.`,
		effective_on && `Effective on ${effective_on}.`,
		comments_close_on && `Comments close on ${comments_close_on}.`,
	]
		.filter(Boolean)
		.join(" ");
}
