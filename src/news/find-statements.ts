import type { Span } from "../text/split-sentences.ts";
import type { NewsText } from "./article.ts";
import type { Attribution } from "./attribution.ts";
import { findAttributions } from "./find-attributions.ts";
import { findMentions } from "./find-mentions.ts";
import { findQuotations } from "./find-quotations.ts";
import { makeNameBook, type NameBook } from "./name-book.ts";
import { readField } from "./read-field.ts";
import { wordsOf } from "./said-words.ts";
import type { Scene } from "./scene.ts";
import type { Speaker, Statement } from "./statement.ts";

/**
 * Who said what: quoted or reported words of the speakers, in the body (or the
 * summary when there is no body) and the title. Being mentioned, spoken to or
 * spoken about is no statement. Linear in the text's length.
 */
export function findStatements(
	news: NewsText,
	speakers: readonly Speaker[],
): Statement[] {
	const book = bookOf(speakers);
	const told = news.body ? "body" : "summary";
	return [
		...inField("title", news.title, book),
		...inField(told, news[told], book),
	];
}

const books = new WeakMap<readonly Speaker[], NameBook>();

/** The same list of speakers is asked about for every article. */
function bookOf(speakers: readonly Speaker[]): NameBook {
	const known = books.get(speakers);
	if (known) return known;
	const book = makeNameBook(speakers);
	books.set(speakers, book);
	return book;
}

function inField(
	field: keyof NewsText,
	text: string,
	book: NameBook,
): Statement[] {
	const reading = readField(text);
	const mentions = findMentions(reading, book);
	const scene: Scene = {
		reading,
		mentions,
		startingAt: new Map(mentions.map((mention) => [mention.from, mention])),
		endingAt: new Map(mentions.map((mention) => [mention.to, mention])),
	};
	const attributions = findAttributions(scene);
	const voices = nextVoices(attributions);
	return attributions.flatMap((attribution, i) => {
		const { speaker } = attribution;
		if (speaker === null) return [];
		const all = wordsOf({
			reading,
			attribution,
			next: attributions[i + 1],
			nextVoice: voices[i],
			isLater: attributions[i - 1]?.sentence === attribution.sentence,
		});
		const cue = text.slice(attribution.cue.start, attribution.cue.end);
		return all.map((span) => statement({ field, speaker, cue, text, span }));
	});
}

/** For each attribution the next that names its speaker anew. */
function nextVoices(attributions: readonly Attribution[]) {
	const found: (Attribution | undefined)[] = [];
	let next: Attribution | undefined;
	for (let i = attributions.length - 1; i >= 0; i--) {
		found[i] = next;
		const here = attributions[i];
		if (here && !here.isCarried) next = here;
	}
	return found;
}

function statement(said: {
	field: keyof NewsText;
	speaker: string;
	cue: string;
	text: string;
	span: Span;
}): Statement {
	const { field, speaker, cue, span } = said;
	const text = said.text.slice(span.start, span.end);
	const quotations = findQuotations(text);
	const quotes = quotations.map(({ start, end }) =>
		text
			.slice(start, end)
			.replace(/^(?:["“«‘]|'{1,2})\s*|\s*(?:["”»’]|'{1,2})$/g, ""),
	);
	return {
		field,
		speaker,
		cue,
		text,
		quote: quotes.length > 0 ? quotes.join(" … ") : null,
		kind:
			quotes.length === 0
				? "indirect"
				: isAllQuoted(text, quotations)
					? "direct"
					: "mixed",
		start: span.start,
		end: span.end,
	};
}

/** From the first character to the last it is quoted, but for "…," Greer said, "…". */
function isAllQuoted(text: string, quotations: readonly Span[]): boolean {
	const [first, last] = [quotations[0], quotations.at(-1)];
	return (
		first?.start === 0 && last !== undefined && last.end >= text.length - 1
	);
}
