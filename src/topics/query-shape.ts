import type { Query } from "./query.ts";

/** Whether a query has places in the text, between which words can be counted. */
export function hasPlace(query: Query): boolean {
	switch (query.kind) {
		case "phrase":
		case "said":
		case "near":
			return true;
		case "any":
			return query.parts.every(hasPlace);
		case "in":
		case "except":
		case "times":
		case "concept":
			return hasPlace(query.part);
		default:
			return false;
	}
}

/** Whether some word must be there: a query that only forbids would meet nearly all news. */
export function needsSomething(query: Query): boolean {
	switch (query.kind) {
		case "phrase":
		case "said":
		case "near":
			return true;
		case "any":
			return query.parts.every(needsSomething);
		case "all":
			return query.parts.some(needsSomething);
		case "some": {
			const needing = query.parts.filter(needsSomething).length;
			return needing > query.parts.length - query.least;
		}
		case "in":
		case "about":
		case "except":
		case "times":
		case "concept":
			return needsSomething(query.part);
		default:
			return false;
	}
}

/** Words, phrases, people and facets in a query, expanded. */
export function countTerms(query: Query): number {
	switch (query.kind) {
		case "phrase":
		case "said":
		case "facet":
			return 1;
		case "all":
		case "any":
		case "some":
			return query.parts.reduce((sum, part) => sum + countTerms(part), 0);
		case "near":
			return countTerms(query.left) + countTerms(query.right);
		case "except":
			return countTerms(query.part) + countTerms(query.other);
		default:
			return countTerms(query.part);
	}
}

/** Everyone whose words a query listens for. */
export function speakersIn(query: Query): readonly string[] {
	switch (query.kind) {
		case "said":
			return [query.speaker];
		case "near":
			return [...speakersIn(query.left), ...speakersIn(query.right)];
		case "all":
		case "any":
		case "some":
			return query.parts.flatMap(speakersIn);
		case "in":
		case "about":
		case "except":
		case "times":
		case "concept":
			return speakersIn(query.part);
		default:
			return [];
	}
}
