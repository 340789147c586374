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
		case "in":
			return needsSomething(query.part);
		default:
			return false;
	}
}
