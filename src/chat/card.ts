/**
 * A piece of text with its look. The text is data, never markup: an adapter
 * escapes whatever its platform would read as a mention, a link or a style.
 */
export interface Span {
	readonly text: string;
	readonly style?: "strong" | "soft" | "code";
	/** http(s) only; anything else is shown as text. */
	readonly url?: string;
}

export interface Headline {
	readonly title: string;
	readonly url: string | null;
	/** Who told it: `CBC News`, `La Presse, Reuters`. */
	readonly outlet: string;
	/** ISO instant, which adapters show on the reader's own clock, or a day, `2026-06-04`, which is the same on every clock. */
	readonly at: string | null;
	/** One more line under the title: why it is here, or a short summary. */
	readonly note?: string;
}

export interface Column {
	readonly title: string;
	readonly align: "left" | "right";
}

export type Block =
	| { readonly kind: "text"; readonly spans: readonly Span[] }
	| {
			readonly kind: "facts";
			readonly facts: readonly {
				readonly label: string;
				readonly value: readonly Span[];
			}[];
	  }
	| {
			readonly kind: "headlines";
			readonly title: string | null;
			readonly items: readonly Headline[];
	  }
	| {
			readonly kind: "table";
			readonly columns: readonly Column[];
			readonly rows: readonly (readonly (readonly Span[])[])[];
	  }
	| {
			readonly kind: "picture";
			/** A whole SVG document that we drew; no outside text unescaped. */
			readonly svg: string;
			/** Tells the picture's story to those who cannot see it. */
			readonly alt: string;
	  };

/** A button: a command line with a label. Pressing it is an Invocation like any other. */
export interface Action {
	readonly label: string;
	readonly line: string;
}

export type Tone = "news" | "answer" | "done" | "warning" | "mistake";

/** What we say, before any platform dresses it. Plain JSON, kept in the ledger as it is. */
export interface Card {
	readonly title: string;
	readonly url: string | null;
	readonly tone: Tone;
	readonly blocks: readonly Block[];
	readonly actions: readonly Action[];
	readonly footer: string | null;
}

/** Whether what a Headline bears is a day without an hour. */
export function isDay(at: string): boolean {
	return /^\d{4}-\d\d-\d\d$/.test(at);
}

/** A block of plain words, the commonest block. */
export function textBlock(...parts: readonly (string | Span)[]): Block {
	return {
		kind: "text",
		spans: parts.map((part) =>
			typeof part === "string" ? { text: part } : part,
		),
	};
}
