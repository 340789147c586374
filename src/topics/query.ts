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

/** Where in the news `title:`, `lead:` and `anywhere:` look; the lead is the summary and the first sentences of the body. */
export const queryFields = ["title", "lead", "anywhere"] as const;
export type QueryField = (typeof queryFields)[number];

/** What is known of a piece of news beside its words. */
type Facet = "language" | "kind" | "source";

/** A Topic's question, understood: what must stand in a piece of news to meet it. */
export type Query =
	| Phrase
	/** Someone speaks, or is reported speaking; `speaker` is a Speaker's id. */
	| { readonly kind: "said"; readonly speaker: string }
	| { readonly kind: "all"; readonly parts: readonly Query[] }
	| { readonly kind: "any"; readonly parts: readonly Query[] }
	| { readonly kind: "not"; readonly part: Query }
	/** Both are met with at most `within` words between them, in either order. */
	| {
			readonly kind: "near";
			readonly within: number;
			readonly left: Query;
			readonly right: Query;
	  }
	/** `part` stands somewhere that is no place of `other`: oil, but not in "soybean oil". */
	| { readonly kind: "except"; readonly part: Query; readonly other: Query }
	| {
			readonly kind: "in";
			readonly field: QueryField;
			readonly part: Query;
	  }
	/** The news is about it: in the title or the lead, or three times. */
	| { readonly kind: "about"; readonly part: Query }
	/** `part` stands in at least so many places. */
	| { readonly kind: "times"; readonly least: number; readonly part: Query }
	/** At least so many of the parts are met. */
	| {
			readonly kind: "some";
			readonly least: number;
			readonly parts: readonly Query[];
	  }
	/** `@cusma`: a Concept of the dictionary, by its id, and what it expands to. */
	| { readonly kind: "concept"; readonly id: string; readonly part: Query }
	| { readonly kind: "facet"; readonly facet: Facet; readonly value: string };

/** What keeps a query quick to read and to run, whoever wrote it. */
export const queryLimits = {
	/** UTF-16 units of the whole query. */
	length: 4000,
	/** Words, phrases and said: in one query. */
	terms: 250,
	/** Words that a NEAR or an EXCEPT counts for: it has work with every place of its sides. */
	nearTerms: 2,
	/** Parentheses within parentheses, and NOT after NOT. */
	depth: 20,
	/** Words between the two sides of NEAR. */
	nearWords: 50,
	/** Letters before a star: shorter would meet nearly any text. */
	prefixLetters: 3,
	/** No word is longer, and more would only cost. */
	longestPrefix: 30,
	/** Words of one phrase. */
	phraseWords: 20,
	/** Words, phrases and said: after the concepts are expanded. */
	expanded: 2500,
	/** Places that a word must stand in, and parts of which some must be met. */
	count: 20,
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
	| "long-prefix"
	| "long-phrase"
	| "stray-star"
	| "near-distance"
	| "near-operand"
	| "unknown-field"
	| "unknown-speaker"
	| "unknown-kind"
	| "unknown-language"
	| "unknown-source"
	| "unknown-concept"
	| "unknown-country"
	| "unknown-sector"
	| "count"
	| "list-comma"
	| "only-negative";

/** A query that cannot be understood: where, and what was expected there. */
export class QueryError extends Error {
	readonly fault: QueryFault;
	/** UTF-16 unit of the query text at which it goes wrong, from 0. */
	readonly position: number;
	/** Plain English: "a word, a phrase in quotes or (". */
	readonly expected: string;
	/** What may have been meant, as it is typed: `@cusma`, `said:greer`. */
	readonly near: readonly string[];

	constructor(
		fault: QueryFault,
		position: number,
		expected: string,
		near: readonly string[] = [],
	) {
		const hint = near.length > 0 ? `, such as ${near.join(" or ")}` : "";
		super(`at character ${position + 1}: expected ${expected}${hint}`);
		this.name = "QueryError";
		this.fault = fault;
		this.position = position;
		this.expected = expected;
		this.near = near;
	}
}
