import type { Book } from "../tariffs/book.ts";
import { shiftDay } from "../tariffs/date-words.ts";
import { findCountries } from "../tariffs/find-countries.ts";
import { goodsFinderOf } from "../tariffs/find-goods.ts";
import type { Source } from "../tariffs/measure.ts";
import { type RateBeside, rateBeside } from "../tariffs/rate-beside.ts";
import type { Article } from "./article.ts";
import type { RateFact } from "./find-rate-facts.ts";
import { dayOf, type NewsFacts, newsFacts } from "./news-facts.ts";
import { actorsIn } from "./rate-importer.ts";

/** A rate of the news and what the tariff book holds beside it. */
export interface FactBeside {
	/** The book's first word for the goods, by language. */
	readonly goods: Readonly<Record<"en" | "fr" | "es", string>>;
	readonly percent: number;
	/** As the news says; null where it does not. */
	readonly origin: string | null;
	readonly stance: "stated" | "proposed";
	readonly beside: RateBeside;
}

/** What a card shows of an Article's facts. */
export interface FactsBeside {
	readonly rates: readonly FactBeside[];
	/** `YYYY-MM-DD`; days gone by are no news. */
	readonly effective: string | null;
	readonly deadline: string | null;
	/** Acts that the news names and the book holds. */
	readonly acts: readonly Pick<Source, "title" | "url">[];
}

/** Of an Article that says nothing to hold against law. */
export const noFacts: FactsBeside = {
	rates: [],
	effective: null,
	deadline: null,
	acts: [],
};

/** More would be a table. */
const mostRates = 2;
const mostActs = 3;
/** Days since something took effect while it is still news. */
const freshDays = 3;

/** Holds what an Article says against the book, as of the day it was told. */
export function factsBesideBook(article: Article, book: Book): FactsBeside {
	const facts = newsFacts(article, goodsFinderOf(book));
	const today = dayOf(article.published ?? article.detected);
	const coming = (role: "effective" | "deadline", since: string) =>
		facts.days.find((one) => one.role === role && one.day >= since)?.day ??
		null;
	return {
		rates: ratesBeside(article, facts, book),
		effective: coming("effective", shiftDay(today, { days: -freshDays })),
		deadline: coming("deadline", today),
		acts: actsHeld(facts, book),
	};
}

function ratesBeside(
	article: Article,
	facts: NewsFacts,
	book: Book,
): FactBeside[] {
	const now = article.detected;
	const seen = new Set<string>();
	const found = facts.rates.flatMap((fact): FactBeside[] => {
		const { goods, percent, origin, stance } = fact;
		if (!goods || stance === "former") return [];
		const { productId } = goods;
		const importer = fact.importer ?? usualImporter(fact, article);
		const key = `${productId} ${importer} ${origin}`;
		// The first telling is the headline's or the lead's; others are history.
		if (importer === null || importer === origin || seen.has(key)) return [];
		seen.add(key);
		const on = dayMeant(fact, facts, article);
		const told = { productId, percent, importer, origin, on };
		const beside = rateBeside(told, book, now);
		const product = book.products.get(productId);
		if (!beside || !product) return [];
		const [en = productId] = product.en;
		const names = { en, fr: product.fr[0] ?? en, es: product.es[0] ?? en };
		return [{ goods: names, percent, origin, stance, beside }];
	});
	// A headline leaves out whose goods; the sentence that says it tells more.
	const isSaidBetter = ({ goods, percent, origin }: FactBeside) =>
		origin === null &&
		found.some(
			(other) =>
				other.origin !== null &&
				other.percent === percent &&
				other.goods.en === goods.en,
		);
	return found.filter((one) => !isSaidBetter(one)).slice(0, mostRates);
}

/** The coming day that the same sentence gives, or the day of the news. */
function dayMeant(
	fact: RateFact & { field: string },
	{ days }: NewsFacts,
	article: Article,
): string {
	const today = dayOf(article.published ?? article.detected);
	const beside = days.find(
		({ role, day, start, field }) =>
			role === "effective" &&
			field === fact.field &&
			Math.abs(start - fact.end) < nearby &&
			day > today,
	);
	return beside?.day ?? today;
}

/** UTF-16 units: one sentence, in most. */
const nearby = 120;
/** UTF-16 units before a rate in which someone who charges may be named. */
const context = 300;

/**
 * Who charges where the sentence does not say: the United States, when the
 * words before name it and nobody else who charges. A surtax is Canada's word.
 */
function usualImporter(
	{ start, end, origin, field }: NewsFacts["rates"][number],
	article: Article,
): string | null {
	const text = article[field];
	const before = `${article.title}\n${text.slice(Math.max(0, start - context), start)}`;
	const actors = actorsIn(before);
	const others = [...actors].filter((code) => code !== "US");
	const isNamed =
		actors.has("US") || findCountries(before).some(({ code }) => code === "US");
	const isSurtax = /surtax|recargo|counter/i.test(text.slice(start, end));
	return isNamed && origin !== "US" && others.length === 0 && !isSurtax
		? "US"
		: null;
}

function actsHeld({ acts }: NewsFacts, book: Book): FactsBeside["acts"] {
	const names = new Set(acts.map(({ name }) => name));
	const held = [...names].flatMap((name) => {
		const act = [...book.instruments.values()].find((one) =>
			one.name.split(/[,;()] ?| and /).includes(name),
		);
		const url = act && book.sources.get(act.source)?.url;
		return url ? [{ title: name, url }] : [];
	});
	return held.slice(0, mostActs);
}
