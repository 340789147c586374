import { rateCard } from "../cards/rate-card.ts";
import { rateHeadline } from "../cards/rate-headline.ts";
import { rateSource } from "../cards/rate-measures.ts";
import type { RateTold } from "../cards/rate-told.ts";
import { tariffAddress } from "../commands/tariff-address.ts";
import type { RateToTell, RateWords } from "../flows/tell-rate.ts";
import { sayIn } from "../phrases/say.ts";
import { answerTariff } from "../tariffs/answer-tariff.ts";
import type { Book } from "../tariffs/book.ts";
import { shiftDay } from "../tariffs/date-words.ts";
import { goodsName } from "../tariffs/goods-name.ts";

interface WordsNeeds {
	book(): Book;
	/** By which answers are dated. */
	now(): Date;
	/** Without a slash at its end; null when nobody outside can reach our pages. */
	readonly publicUrl: string | null;
}

/** Puts changes of rates into words, from the book's whole answers before and after them. */
export function rateWords(needs: WordsNeeds): RateWords {
	return {
		rateCard: (told) => rateCard(toldOf(told, needs)),
		rateNotice(told) {
			const whole = toldOf(told, needs);
			const { url } = whole;
			return { title: rateHeadline(whole), url, source: rateSource(whole) };
		},
	};
}

function toldOf(
	told: RateToTell,
	{ book, now, publicUrl }: WordsNeeds,
): RateTold {
	const { question, news, language } = told;
	const { goods, importer, origin } = question;
	const say = sayIn(language);
	const day = news.kind === "correction" ? lastDay(news.days) : news.date;
	const sides = { importer, origin };
	const answerOn = (on: string) =>
		answerTariff({ query: goods, ...sides, on, say }, book(), now());
	const page = tariffAddress({ product: goods, ...sides, on: day });
	return {
		...told,
		name: goodsName(goods, language, book()),
		before: answerOn(shiftDay(day, { days: -1 })),
		after: answerOn(day),
		url: publicUrl === null ? null : `${publicUrl}${page}`,
		say,
	};
}

function lastDay(days: readonly { readonly from: string }[]): string {
	const last = days.at(-1);
	if (!last) throw new Error("a correction of no days");
	return last.from;
}
