import type { CountryFound } from "../tariffs/find-countries.ts";
import type { GoodsFound } from "../tariffs/find-goods.ts";
import type { RateFound } from "../tariffs/find-rates.ts";
import { foldInPlace } from "../tariffs/fold-in-place.ts";
import { wordKind } from "./rate-words.ts";

/** What was found in one sentence; offsets are of its text. */
export interface SentenceParts {
	readonly rates: readonly RateFound[];
	readonly goods: readonly GoodsFound[];
	readonly countries: readonly CountryFound[];
}

/** One letter of a sentence's string and where it stands. */
export interface Part {
	/** R a rate, P goods, C a country, n a number, or the kind of a word. */
	readonly letter: string;
	readonly start: number;
	readonly end: number;
	readonly rate?: RateFound;
	readonly goods?: GoodsFound;
	readonly country?: CountryFound;
}

/** A sentence as a string of letters, `Tf R o P`, one for each part. */
export interface RateSentence {
	readonly letters: string;
	readonly parts: readonly Part[];
	readonly folded: string;
}

/** Puts a sentence into letters; commas and semicolons are letters of their own. */
export function rateSentence(
	text: string,
	language: string,
	found: SentenceParts,
): RateSentence {
	const folded = foldInPlace(text);
	const named = [
		...found.rates.map((rate) => ({ letter: "R", rate, ...placeOf(rate) })),
		...found.goods
			.filter(({ start, end }) => isGoods(folded.slice(start, end), language))
			.filter((goods) => language !== "en" || isWhole(folded, goods))
			.map((goods) => ({ letter: "P", goods, ...placeOf(goods) })),
		...found.countries.map((country) => ({
			letter: "C",
			country,
			...placeOf(country),
		})),
	];
	const words = [...folded.matchAll(/\p{L}[\p{L}\p{N}]*|\p{N}+|[,;:()]/gu)]
		.map(({ 0: word, index }) => ({
			letter: letterOf(word, language),
			start: index,
			end: index + word.length,
		}))
		// The s of a possessive says nothing.
		.filter(({ start, end }) => folded.slice(start - 1, end) !== "'s");
	const taken = withoutOverlaps(named);
	const rest = words.filter(
		(word) =>
			!taken.some((one) => one.start < word.end && word.start < one.end),
	);
	const parts = [...taken, ...rest].sort((a, b) => a.start - b.start);
	return { letters: parts.map(({ letter }) => letter).join(""), parts, folded };
}

const marks: Readonly<Record<string, string>> = {
	",": ",",
	";": ";",
	":": ":",
	"(": ",",
	")": ",",
};

function letterOf(word: string, language: string): string {
	return marks[word] ?? (/^\p{N}/u.test(word) ? "n" : wordKind(word, language));
}

function placeOf({ start, end }: { start: number; end: number }) {
	return { start, end };
}

/** `Prices rose` are no roses. */
function isGoods(written: string, language: string): boolean {
	const kind = wordKind(written, language);
	return kind === "x" || kind === "j";
}

/**
 * What may follow English goods. `Steel makers` are no steel and `car prices`
 * no cars; French and Spanish put the goods last.
 */
const mayFollow =
	/^(?:[^\p{L} -]|$| \p{N}| (?:and|or|from|of|in|into|to|at|by|as|with|that|which|who|is|are|was|were|will|would|could|may|might|must|has|have|had|be|been|entering|coming|made|melted|produced|imported|sold|shipped|grown|products?|imports?|exports?|goods|articles|tariffs?|dut(?:y|ies)|lev(?:y|ies)|surtax|tax(?:es)?|surcharge|counter|starting|beginning|effective|on|since|for|appl(?:y|ies|ied)|hurts?|means?|leaves?|left|adds?|added|lasts?|holds?|follow\p{L}*|should|does|did|do|can|cannot|only|alone|too|again|announced|imposed|proposed|introduced|signed|ordered|said|says?|threaten\p{L}*|make|while|but|such|if|unless|when|after|before|because|until|under|not|now|still|already|currently|remains?|stays?|goes|go|fac\p{L}*|pays?|paid|carr\p{L}*|subject|hit|taxed|charged|including|this|last|next|rose|rises?|jump\p{L}*|doubl\p{L}*|above|over|below|took|takes?|get|gets|got|both|also|excludes?|covers?|used|worth|without|outside|than|put|set|went|came|exists?|starts?|begins?|kicks?|cost|costs|drop\p{L}*|fell|falls?|cut|climb\p{L}*|ended|ends|expire\p{L}*|begin\p{L}*|came|come|looms?|enter\p{L}*|north|south|,)\b)/u;

function isWhole(folded: string, { end }: GoodsFound): boolean {
	return mayFollow.test(folded.slice(end, end + 24).replace(/^'s/, ""));
}

/** The longer of two that share words. */
function withoutOverlaps(parts: readonly Part[]): Part[] {
	const longest = parts.toSorted(
		(a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
	);
	const kept: Part[] = [];
	for (const part of longest) {
		const isFree = kept.every(
			({ start, end }) => part.end <= start || end <= part.start,
		);
		if (isFree) kept.push(part);
	}
	return kept;
}
