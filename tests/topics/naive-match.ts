import type { Statement } from "../../src/news/statement.ts";
import { splitSentences } from "../../src/text/split-sentences.ts";
import type { MatchableNews } from "../../src/topics/matchable-news.ts";
import type { Query, QueryField, QueryWord } from "../../src/topics/query.ts";
import { wordsOf } from "../../src/topics/words-of.ts";

/** What the matcher promises, written as plainly as possible: no index, every pair of places compared. */
export function meetsNaively(
	query: Query,
	news: MatchableNews,
	statements: readonly Statement[],
): boolean {
	return isMet(query, "anywhere", { ...readNaively(news), news, statements });
}

interface Word {
	readonly text: string;
	readonly field: "title" | "summary" | "body";
	readonly isLead: boolean;
	readonly start: number;
	readonly end: number;
}

interface Naive {
	readonly words: readonly Word[];
	readonly news: MatchableNews;
	readonly statements: readonly Statement[];
}

/** `about:` looks into title and lead together first. */
type Scope = QueryField | "top";

/** Indexes of the first and the last word. */
type Place = readonly [number, number];

function readNaively(news: MatchableNews): { words: Word[] } {
	const leadEnd = leadEndOf(news.body);
	const words = (["title", "summary", "body"] as const).flatMap((field) =>
		wordsOf(news[field]).map((word) => ({
			...word,
			field,
			isLead: field === "summary" || (field === "body" && word.start < leadEnd),
		})),
	);
	return { words };
}

function leadEndOf(body: string): number {
	let end = 0;
	for (const sentence of splitSentences(body.slice(0, 1500))) {
		end = sentence.end;
		if (wordsOf(body).filter(({ start }) => start < end).length >= 25) break;
	}
	return end;
}

function isMet(query: Query, scope: Scope, news: Naive): boolean {
	switch (query.kind) {
		case "all":
			return query.parts.every((part) => isMet(part, scope, news));
		case "any":
			return query.parts.some((part) => isMet(part, scope, news));
		case "some": {
			const met = query.parts.filter((part) => isMet(part, scope, news));
			return met.length >= query.least;
		}
		case "not":
			return !isMet(query.part, scope, news);
		case "in":
			return isMet(query.part, query.field, news);
		case "concept":
			return isMet(query.part, scope, news);
		case "facet":
			return facetOf(query.facet, news.news) === query.value;
		case "about":
			return (
				isMet(query.part, "top", news) ||
				isMet({ kind: "times", least: 3, part: query.part }, "anywhere", news)
			);
		default:
			return placesIn(query, scope, news).length > 0;
	}
}

function facetOf(facet: string, news: MatchableNews): string | undefined {
	if (facet === "language") return news.language;
	return facet === "kind" ? news.kind : news.outlet?.toLowerCase();
}

function placesIn(query: Query, scope: Scope, news: Naive): Place[] {
	switch (query.kind) {
		case "phrase":
			return phrasePlaces(query.words, scope, news);
		case "said":
			return sayings(query.speaker, scope, news);
		case "any":
			return query.parts.flatMap((part) => placesIn(part, scope, news));
		case "in":
			return placesIn(query.part, query.field, news);
		case "concept":
			return placesIn(query.part, scope, news);
		case "near": {
			const lefts = placesIn(query.left, scope, news);
			const rights = placesIn(query.right, scope, news);
			const isNear = (a: Place, b: Place) =>
				fieldAt(news, a) === fieldAt(news, b) &&
				b[0] - a[1] <= query.within + 1 &&
				a[0] - b[1] <= query.within + 1;
			return [
				...lefts.filter((a) => rights.some((b) => isNear(a, b))),
				...rights.filter((a) => lefts.some((b) => isNear(a, b))),
			];
		}
		case "except": {
			const others = placesIn(query.other, scope, news);
			return placesIn(query.part, scope, news).filter(
				(a) => !others.some((b) => b[0] <= a[1] && a[0] <= b[1]),
			);
		}
		case "times": {
			const places = placesIn(query.part, scope, news);
			return countApart(places) >= query.least ? places : [];
		}
		default:
			return [];
	}
}

function fieldAt({ words }: Naive, [first]: Place): string | undefined {
	return words[first]?.field;
}

function countApart(places: readonly Place[]): number {
	let [count, end] = [0, -1];
	for (const [first, last] of places.toSorted(
		(a, b) => a[0] - b[0] || a[1] - b[1],
	)) {
		if (first <= end) continue;
		end = last;
		count++;
	}
	return count;
}

function phrasePlaces(
	phrase: readonly QueryWord[],
	scope: Scope,
	{ words }: Naive,
): Place[] {
	return words.flatMap((first, at): Place[] => {
		const last = at + phrase.length - 1;
		const isHere = phrase.every(({ text, prefix }, index) => {
			const word = words[at + index];
			if (word?.field !== first.field) return false;
			return prefix ? word.text.startsWith(text) : word.text === text;
		});
		return isHere && isIn(first, scope) ? [[at, last]] : [];
	});
}

function sayings(
	speaker: string,
	scope: Scope,
	{ words, statements }: Naive,
): Place[] {
	return statements
		.filter((said) => said.speaker === speaker)
		.flatMap((said): Place[] => {
			const touched = [...words.keys()].filter((at) => {
				const word = words[at];
				return (
					word?.field === said.field &&
					word.end > said.start &&
					word.start < said.end
				);
			});
			const [first, last] = [touched[0], touched.at(-1)];
			const word = words[first ?? -1];
			if (first === undefined || last === undefined || !word) return [];
			return isIn(word, scope) ? [[first, last]] : [];
		});
}

function isIn(word: Word, scope: Scope): boolean {
	if (scope === "title") return word.field === "title";
	if (scope === "top") return word.field === "title" || word.isLead;
	return scope === "lead" ? word.isLead : true;
}
