import { findCountries } from "../tariffs/find-countries.ts";
import type { FindGoods } from "../tariffs/find-goods.ts";
import { findRates } from "../tariffs/find-rates.ts";
import { type Span, splitSentences } from "../text/split-sentences.ts";
import { rateImporter } from "./rate-importer.ts";
import { type RateSentence, rateSentence } from "./rate-sentence.ts";
import { type RateStance, rateStance } from "./rate-stance.ts";
import { type TiedRate, tieRates } from "./tie-rates.ts";

/** A rate of duty that a text tells, with all that it is tied to. Offsets are UTF-16 units. */
export interface RateFact {
	/** The words that tell it, from the first to the last. */
	readonly start: number;
	readonly end: number;
	readonly percent: number;
	readonly rate: Span;
	/** A product of the book; null for whatever comes from the origin. */
	readonly goods: (Span & { readonly productId: string }) | null;
	/** ISO code, or `EU`; null where the sentence names none. */
	readonly origin: string | null;
	/** Who charges, where the sentence names it. */
	readonly importer: string | null;
	readonly stance: RateStance;
}

export interface RateReading {
	readonly language: string;
	/** Of the news. */
	readonly year: number;
	readonly findGoods: FindGoods;
}

/** UTF-16 units; longer ones are tables and annexes. */
const longestSentence = 2000;

/**
 * The duties that a text tells, in English, French and Spanish: only where one
 * sentence ties the rate to goods or to a country. Shares, prices and polls
 * are passed over; rather none than a wrong one.
 */
export function findRateFacts(text: string, reading: RateReading): RateFact[] {
	return splitSentences(text).flatMap(({ start, end }) => {
		if (end - start > longestSentence) return [];
		const sentence = text.slice(start, end);
		const rates = findRates(sentence);
		if (rates.length === 0) return [];
		const parted = rateSentence(sentence, reading.language, {
			rates,
			goods: reading.findGoods(sentence, reading.language),
			countries: findCountries(sentence),
		});
		const ties = tieRates(parted);
		return ties.map((tied) =>
			factOf(tied, { sentence, parted, ties, at: start, year: reading.year }),
		);
	});
}

interface Telling {
	readonly sentence: string;
	readonly parted: RateSentence;
	readonly ties: readonly TiedRate[];
	/** Offset of the sentence in the text. */
	readonly at: number;
	readonly year: number;
}

function factOf(tied: TiedRate, telling: Telling): RateFact {
	const { parted, at } = telling;
	const { goods, rate, from, to } = tied;
	const origin = tied.origin?.code ?? null;
	const told = telling.ties.filter((tie) => tie.to <= from);
	const importer = rateImporter(parted.parts, parted.folded, {
		from,
		to,
		origin,
		told,
	});
	return {
		start: at + (parted.parts[from]?.start ?? 0),
		end: at + (parted.parts[to - 1]?.end ?? 0),
		percent: rate.percent,
		rate: { start: at + rate.start, end: at + rate.end },
		goods: goods && {
			start: at + goods.start,
			end: at + goods.end,
			productId: goods.productId,
		},
		origin,
		importer,
		stance: stanceOf(tied, telling),
	};
}

function stanceOf(
	{ from, to, isChange }: TiedRate,
	{ sentence, parted, ties, year }: Telling,
): RateStance {
	const { parts, folded } = parted;
	const start = parts[from]?.start ?? 0;
	const end = parts[to - 1]?.end ?? folded.length;
	const ends = ties.map((tie) => parts[tie.to - 1]?.end ?? 0);
	const last = Math.max(0, ...ends.filter((one) => one <= start));
	const first = Math.max(last, clauseStart(folded, start));
	return rateStance({
		before: folded.slice(first, start),
		within: folded.slice(start, end),
		after:
			folded.slice(end).split(/;|, (?:but|and|while|mais|et|pero|y) /)[0] ?? "",
		written: sentence.slice(first, end),
		isChange,
		year,
	});
}

/** After the last semicolon, dash or `but` before the words. */
function clauseStart(folded: string, before: number): number {
	const lead = folded.slice(0, before);
	const cut = [
		...lead.matchAll(
			/;| - |, (?:but|while|whereas|mais|tandis|pero|mientras) /g,
		),
	].at(-1);
	return cut ? cut.index + cut[0].length : 0;
}
