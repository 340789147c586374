import type { FeedKind, NewsText } from "../news/article.ts";

/** One folded word of a query; `prefix` stands for every word that begins so. */
export interface QueryWord {
	readonly text: string;
	readonly prefix: boolean;
}

/** Words that stand side by side in this order; a single word is a phrase of one. */
export interface Phrase {
	readonly kind: "phrase";
	readonly words: readonly QueryWord[];
}

/** Someone speaks, or is reported speaking. */
interface Said {
	readonly kind: "said";
	/** A Speaker's id. */
	readonly speaker: string;
}

/** Both are met with at most `within` words between them, in either order. */
export interface Near {
	readonly kind: "near";
	readonly within: number;
	readonly left: Query;
	readonly right: Query;
}

/** A Topic's question, understood: what must stand in a piece of news to meet it. */
export type Query =
	| Phrase
	| Said
	| Near
	| { readonly kind: "all"; readonly parts: readonly Query[] }
	| { readonly kind: "any"; readonly parts: readonly Query[] }
	| { readonly kind: "not"; readonly part: Query }
	| {
			readonly kind: "in";
			readonly field: keyof NewsText;
			readonly part: Query;
	  }
	| { readonly kind: "language"; readonly language: string }
	| { readonly kind: "feed-kind"; readonly feedKind: FeedKind };

/** What keeps a query quick to read and to run, whoever wrote it. */
export const queryLimits = {
	/** UTF-16 units of the whole query. */
	length: 4000,
	/** Words, phrases and said: in one query. */
	terms: 250,
	/** Parentheses within parentheses, and NOT after NOT. */
	depth: 20,
	/** Words between the two sides of NEAR. */
	nearWords: 50,
	/** Letters before a star: shorter would meet nearly any text. */
	prefixLetters: 3,
} as const;

/** Names each way in which a query can be wrong, for those who put it into words. */
export type QueryFault =
	| "empty"
	| "too-long"
	| "too-many-terms"
	| "too-deep"
	| "missing-term"
	| "missing-close"
	| "stray-close"
	| "missing-quote"
	| "short-prefix"
	| "stray-star"
	| "near-distance"
	| "near-operand"
	| "unknown-field"
	| "unknown-speaker"
	| "unknown-kind"
	| "unknown-language"
	| "only-negative";

/** A query that cannot be understood: where, and what was expected there. */
export class QueryError extends Error {
	readonly fault: QueryFault;
	/** UTF-16 unit of the query text at which it goes wrong, from 0. */
	readonly position: number;
	/** Plain English: "a word, a phrase in quotes or (". */
	readonly expected: string;

	constructor(fault: QueryFault, position: number, expected: string) {
		super(`at character ${position + 1}: expected ${expected}`);
		this.name = "QueryError";
		this.fault = fault;
		this.position = position;
		this.expected = expected;
	}
}
