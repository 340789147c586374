import { fold } from "../text/fold.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import { actsNamed } from "./acts.ts";
import { commonWords } from "./common-words.ts";
import { datesIn, monthsIn, ratesIn, withoutFigures } from "./figures.ts";
import { goodNamed } from "./goods.ts";
import { pactNamed, partyNamed } from "./parties.ts";
import { stemOf } from "./story-terms.ts";
import { titleSpeakers } from "./title-speakers.ts";
import { proceedingNamed, tradeTerm } from "./trade-terms.ts";

/** What a title names, by the place it takes in what is told. */
export interface TitleSlots {
	/** Who and what: another member on each side is another event. */
	readonly parties: ReadonlySet<string>;
	readonly goods: ReadonlySet<string>;
	readonly proceedings: ReadonlySet<string>;
	readonly speakers: ReadonlySet<string>;
	/** Months named without a day: whose figures, or when it comes. */
	readonly months: ReadonlySet<string>;
	/** Numbers of sections, orders, cases and years; no rates or days. */
	readonly numbers: ReadonlySet<string>;
	/** What is done and how much: these change as one event goes on. */
	readonly acts: ReadonlySet<string>;
	readonly rates: ReadonlySet<string>;
	readonly dates: ReadonlySet<string>;
	/** Every telling word in order, synonyms alike. */
	readonly words: readonly string[];
	/** The words that stand in no other slot. */
	readonly loose: ReadonlySet<string>;
}

/** Reads a title's slots. */
export function titleSlots(title: string): TitleSlots {
	const rest = withoutFigures(title);
	const slots = {
		parties: new Set<string>(),
		goods: new Set<string>(),
		proceedings: new Set<string>(),
		acts: new Set<string>(),
		loose: new Set<string>(),
	};
	const words: string[] = [];
	for (const token of tokenise(rest)) {
		const word = placeWord(token, rest.slice(token.start, token.end), slots);
		if (word !== null) words.push(word);
	}
	return {
		...slots,
		words,
		speakers: titleSpeakers(title),
		months: new Set(monthsIn(title)),
		numbers: new Set(rest.match(/\d+(?:[.,]\d+)*/g)),
		rates: new Set(ratesIn(title)),
		dates: new Set(datesIn(title)),
	};
}

type Placed = Record<
	"parties" | "goods" | "proceedings" | "acts" | "loose",
	Set<string>
>;

/** Puts a word into its slot; gives the one form that its synonyms share. */
function placeWord(
	{ text }: Token,
	written: string,
	slots: Placed,
): string | null {
	for (const [slot, name] of [
		["parties", partyNamed(text, written)],
		["goods", goodNamed(text)],
		["proceedings", proceedingNamed(text)],
	] as const) {
		if (name === null) continue;
		slots[slot].add(name);
		return name;
	}
	const [act, ...more] = actsNamed(text);
	if (act !== undefined) {
		for (const one of [act, ...more]) slots.acts.add(one);
		return act;
	}
	const term = pactNamed(text, written) ?? tradeTerm(text);
	if (term !== null) return term;
	if (commonWords.has(text) || !/^[\p{L}\d]{2,}/u.test(text)) return null;
	const stem = stemOf(fold(text));
	if (!/\d/.test(stem)) slots.loose.add(stem);
	return stem;
}
