import type { NewsText } from "../news/article.ts";
import { type NewsWords, type Place, stemOf } from "./news-words.ts";
import type { Near, Phrase, Query, QueryWord } from "./query.ts";

/** A query met by a piece of news. */
export interface Meeting {
	/** Every place that counts, for NEAR. */
	readonly places: readonly Place[];
	/** A few of them that show why it is met, most telling first. */
	readonly shown: readonly Place[];
}

/** One field alone under `title:`; null for all of them. */
type Scope = keyof NewsText | null;

/** Puts a query to a piece of news. Undefined when the news does not meet it. */
export function meetQuery(
	query: Query,
	news: NewsWords,
	scope: Scope = null,
): Meeting | undefined {
	switch (query.kind) {
		case "phrase":
			return meeting(inScope(phrasePlaces(query, news), scope), 1);
		case "said":
			return meeting(inScope(news.sayings.get(query.speaker) ?? [], scope), 3);
		case "near":
			return meetNear(query, news, scope);
		case "any":
			return meetAny(query.parts, news, scope);
		case "all":
			return meetAll(query.parts, news, scope);
		case "not":
			return meetQuery(query.part, news, scope) ? undefined : bare;
		case "in":
			return meetQuery(query.part, news, query.field);
		case "language":
			return query.language === news.news.language ? bare : undefined;
		case "feed-kind":
			return query.feedKind === news.news.kind ? bare : undefined;
	}
}

/** Met, with nothing to point at. */
const bare: Meeting = { places: [], shown: [] };

function meeting(places: readonly Place[], show: number): Meeting | undefined {
	if (places.length === 0) return undefined;
	return { places, shown: places.slice(0, show) };
}

function inScope(places: readonly Place[], scope: Scope): readonly Place[] {
	return scope ? places.filter(({ field }) => field === scope) : places;
}

function meetAny(
	parts: readonly Query[],
	news: NewsWords,
	scope: Scope,
): Meeting | undefined {
	const met = parts.flatMap((part) => meetQuery(part, news, scope) ?? []);
	if (met.length === 0) return undefined;
	return {
		places: met.flatMap(({ places }) => places),
		shown: met.flatMap(({ shown }) => shown),
	};
}

function meetAll(
	parts: readonly Query[],
	news: NewsWords,
	scope: Scope,
): Meeting | undefined {
	const met: Meeting[] = [];
	for (const part of parts) {
		const found = meetQuery(part, news, scope);
		if (!found) return undefined;
		met.push(found);
	}
	return {
		places: met.flatMap(({ places }) => places),
		shown: inTurn(met.map(({ shown }) => shown)),
	};
}

/** First of each, then second of each: cut short, it still shows every part. */
function inTurn(lists: readonly (readonly Place[])[]): Place[] {
	const longest = Math.max(0, ...lists.map(({ length }) => length));
	return Array.from({ length: longest }, (_, turn) =>
		lists.flatMap((list) => list[turn] ?? []),
	).flat();
}

function phrasePlaces(phrase: Phrase, news: NewsWords): Place[] {
	const [first, ...rest] = phrase.words;
	if (!first) return [];
	return startsOf(first, news).flatMap((from) => {
		const follows = rest.every((word, index) =>
			isWord(news.words[from + index + 1]?.text, word),
		);
		const to = from + rest.length;
		const [begin, last] = [news.words[from], news.words[to]];
		if (!follows || !begin || !last) return [];
		const { field, start } = begin;
		return [{ field, from, to, start, end: last.end }];
	});
}

function startsOf(word: QueryWord, news: NewsWords): readonly number[] {
	if (!word.prefix) return news.places.get(word.text) ?? [];
	const words = news.stems.get(stemOf(word.text)) ?? [];
	return words
		.filter((known) => known.startsWith(word.text))
		.flatMap((known) => news.places.get(known) ?? [])
		.sort((a, b) => a - b);
}

function isWord(text: string | undefined, word: QueryWord): boolean {
	if (text === undefined) return false;
	return word.prefix ? text.startsWith(word.text) : text === word.text;
}

function meetNear(
	{ left, right, within }: Near,
	news: NewsWords,
	scope: Scope,
): Meeting | undefined {
	const lefts = meetQuery(left, news, scope)?.places;
	const rights = lefts && meetQuery(right, news, scope)?.places;
	if (!rights) return undefined;
	const partnerOf = nearestPartner(rights, within);
	// Each place counts once, so that a chain of NEARs cannot pile them up.
	const paired = new Map<number, Place>();
	for (const place of lefts) {
		const partner = partnerOf(place);
		if (!partner) continue;
		for (const one of [place, partner]) {
			paired.set(one.from * news.words.length + one.to, one);
		}
	}
	return meeting([...paired.values()], 2);
}

/**
 * Finds, in logarithmic time, a place at most `within` words from another: of
 * those that begin early enough, the one that reaches furthest.
 */
function nearestPartner(
	places: readonly Place[],
	within: number,
): (place: Place) => Place | undefined {
	const byStart = places.toSorted((a, b) => a.from - b.from);
	let furthest: Place | undefined;
	const reaching = byStart.map((place) => {
		if (!furthest || place.to > furthest.to) furthest = place;
		return furthest;
	});
	return ({ from, to }) => {
		const count = countUpTo(byStart, to + within + 1);
		const partner = reaching[count - 1];
		return partner && partner.to >= from - within - 1 ? partner : undefined;
	};
}

function countUpTo(byStart: readonly Place[], last: number): number {
	let [low, high] = [0, byStart.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((byStart[middle]?.from ?? Infinity) <= last) low = middle + 1;
		else high = middle;
	}
	return low;
}
