import { type CodeFound, findCodes } from "../tariffs/find-codes.ts";
import { type DateFound, findDates } from "../tariffs/find-dates.ts";
import type { FindGoods } from "../tariffs/find-goods.ts";
import {
	findInstruments,
	type InstrumentFound,
} from "../tariffs/find-instruments.ts";
import type { Article, NewsText } from "./article.ts";
import { findRateFacts, type RateFact } from "./find-rate-facts.ts";
import { isWholeDay } from "./whole-day.ts";

/** Where in an Article a fact stands; its offsets are of this field. */
interface InField {
	readonly field: keyof NewsText;
}

/**
 * What an Article says that can be held against law: found again from its
 * words at any time, so nothing of it is kept. Published and detected are the
 * Article's own; effective and deadline are the days with that role.
 */
export interface NewsFacts {
	readonly rates: readonly (RateFact & InField)[];
	readonly days: readonly (DateFound & InField)[];
	readonly acts: readonly (InstrumentFound & InField)[];
	readonly codes: readonly (CodeFound & InField)[];
}

/** UTF-16 units of a field; what follows is annex. */
const reach = 20_000;
/** Where most of our news is told: `tomorrow` in the evening is not the day after in Greenwich. */
const newsZone = "America/Toronto";

/** The rates, days, acts and tariff codes of an Article, each with its place. */
export function newsFacts(article: Article, findGoods: FindGoods): NewsFacts {
	const today = dayOf(article.published ?? article.detected);
	const { language } = article;
	const year = Number(today.slice(0, 4));
	const fields: (keyof NewsText)[] = article.body
		? ["title", "body"]
		: ["title", "summary"];
	const read = fields.map((field) => {
		const text = article[field].slice(0, reach);
		const inField = <T>(found: readonly T[]) =>
			found.map((one) => ({ ...one, field }));
		return {
			rates: inField(findRateFacts(text, { language, year, findGoods })),
			days: inField(findDates(text, today)),
			acts: inField(findInstruments(text)),
			codes: inField(findCodes(text)),
		};
	});
	return {
		rates: read.flatMap(({ rates }) => rates),
		days: read.flatMap(({ days }) => days),
		acts: read.flatMap(({ acts }) => acts),
		codes: read.flatMap(({ codes }) => codes),
	};
}

/** The day of an instant where most of our news is told, `YYYY-MM-DD`; what is dated to a day has that day. */
export function dayOf(at: Date): string {
	if (isWholeDay(at)) return at.toISOString().slice(0, 10);
	return new Intl.DateTimeFormat("sv-SE", {
		timeZone: newsZone,
		dateStyle: "short",
	}).format(at);
}
