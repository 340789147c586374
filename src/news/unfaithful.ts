import { fold } from "../text/fold.ts";
import { splitSentences } from "../text/split-sentences.ts";
import { type Token, tokenise } from "../text/tokenise.ts";

/** What a summary is held against. */
export interface SummarySource {
	/** The text that was summed up. */
	readonly text: string;
	/** Where its verbatim summary stands: the written one must be about the same. */
	readonly lead: { readonly start: number; readonly end: number };
}

/** UTF-16 units. */
const shortest = 30;
const longest = 480;
const mostSentences = 3;
/** UTF-16 units around the lead in which the sentences stand that it may be made of. */
const windowLength = 1500;
/** Share of a sentence's word pairs that must stand in the one that it shortens. */
const leastPairs = 0.7;

/**
 * Why a written summary may not be shown, or null. Each of its sentences must
 * shorten one sentence of the source near its lead: with every number, date,
 * name and quotation of it standing there, and most pairs of words; no address,
 * mention, markup or order to the reader. What a planted sentence says cannot
 * be mixed into another's. A check of form: it cannot know truth, so it lets
 * little but the source's own words pass.
 */
export function unfaithful(
	summary: string,
	{ text, lead }: SummarySource,
): string | null {
	const form = formFault(summary);
	if (form !== null) return form;
	const near = splitSentences(text)
		.filter(({ start }) => Math.abs(start - lead.start) <= windowLength)
		.map(({ start, end }) => text.slice(start, end));
	for (const { start, end } of splitSentences(summary)) {
		const sentence = summary.slice(start, end);
		const faults = near.map((one) => sentenceFault(sentence, one));
		if (faults.includes(null)) continue;
		return faults.find((fault) => fault !== otherWords) ?? otherWords;
	}
	return null;
}

const markup = /[<>*_`#|~[\]{}\\^=]|\p{Cc}|\p{Cf}|\p{Co}/u;
const address =
	/@|https?:|www\.|\b[\w-]+\.(?:com|net|org|io|gov|ca|mx|us|co|info|biz|xyz|example|test|link|app|dev|ru|cn)\b|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/iu;
/** Words that speak to the reader: news does not. */
const orders =
	/\b(?:you|your|yours|click|buy|visit|subscribe|call now|sign up|ignore|please|vous|votre|vos|cliquez|achetez|visitez|abonnez|usted|ustedes|haga clic|compre|visite|suscribase)\b/;

function formFault(summary: string): string | null {
	if (summary.length < shortest) return "too short";
	if (summary.length > longest) return "too long";
	if (markup.test(summary)) return "markup";
	if (address.test(summary)) return "an address or mention";
	if (orders.test(fold(summary))) return "speaks to the reader";
	if (splitSentences(summary).length > mostSentences)
		return "too many sentences";
	return /[.!?…]["'”’»)]*$/u.test(summary) ? null : "unfinished";
}

/** What denies, turns or may be must stand in the source in the same company, and may not be left out of it. */
const turns = new Set(
	"no not never none without nor neither cannot isn't won't didn't doesn't don't ne pas aucun aucune jamais sans ni non nunca sin ningun ninguna ends ended end lifts lifted cancels cancelled scrapped suspended suspends paused drops dropped removed repealed annule suspend suspendu leve levee abandonne elimina elimino suspende suspendio cancela retira will would could may might must should shall unlikely pourrait pourraient serait devrait podria podrian seria deberia".split(
		" ",
	),
);
/** Before a number these tell which way it goes. */
const directions = new Set(
	"from to by at below above over under nearly about de a par sous contre del al en por desde hasta".split(
		" ",
	),
);

const otherWords = "other words than the source's";

/** Why a sentence does not shorten this one of the source, or null. */
function sentenceFault(sentence: string, from: string): string | null {
	const words = tokenise(from).map(({ text }) => text);
	const pairs = new Set(pairsOf(words));
	const tokens = tokenise(sentence);
	const own = pairsOf(tokens.map(({ text }) => text));
	const shared = own.filter((pair) => pairs.has(pair));
	if (shared.length < own.length * leastPairs) return otherWords;
	const left = words.findIndex(
		(word, at) =>
			turns.has(word) && own.includes(`${words[at - 1]} ${words[at + 1]}`),
	);
	if (left >= 0) return `“${words[left]}” is left out`;
	const odd = tokens.find((token, at) => {
		const before = tokens[at - 1]?.text ?? "";
		const after = tokens[at + 1]?.text ?? "";
		const isHere = words.includes(token.text);
		if (/^\p{N}/u.test(token.text)) {
			const pair = `${before} ${token.text}`;
			return !isHere || (directions.has(before) && !pairs.has(pair));
		}
		if (turns.has(token.text)) {
			return !isHere || !pairs.has(`${token.text} ${after}`);
		}
		return isName(sentence, token) && !isHere;
	});
	if (odd) return `“${sentence.slice(odd.start, odd.end)}” is not told there`;
	const folded = fold(from);
	const said = [...namesOf(sentence), ...quotesOf(sentence)];
	const missing = said.find((one) => !folded.includes(one));
	return missing === undefined ? null : `“${missing}” is not told there`;
}

function pairsOf(words: readonly string[]): string[] {
	return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

/** Capitalised within a sentence; the first word of one may be any word. */
function isName(summary: string, { start, end }: Token): boolean {
	const isCapital = /^\p{Lu}/u.test(summary.slice(start, end));
	const isFirst = /(?:^|[.!?…]["'”’»)]*\s+)["“«(\s]*$/u.test(
		summary.slice(0, start),
	);
	return isCapital && !isFirst;
}

/** Runs of two capitalised words or more, which must stand together: `Mark Carney`. */
function namesOf(summary: string): string[] {
	const runs =
		summary.match(/\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+/gu) ?? [];
	return runs.map((run) => fold(run).replace(/[.']+$/, ""));
}

function quotesOf(summary: string): string[] {
	const quoted = summary.match(/["“«][^"”»]{2,}["”»]/gu) ?? [];
	return quoted.map((one) => fold(one).replace(/^["\s]+|[,.\s"]+$/g, ""));
}
