import type { Card } from "../../src/chat/card.ts";

/** What the page and its server say to each other, beside cards. */

/** One `card` event of the stream, and one entry of the history. */
export interface CardEvent {
	readonly key: string;
	/** 1 for the post, one more for each update. */
	readonly revision: number;
	readonly card: Card;
	/** Key of the post that this one answers in its thread. */
	readonly replyTo: string | null;
	/** ISO instant. */
	readonly at: string;
}

export interface History {
	readonly channel: string;
	/** The stream resumes after this. */
	readonly last: number;
	/** Oldest first. */
	readonly events: readonly CardEvent[];
}

export interface OptionHelp {
	readonly name: string;
	readonly about: string;
	readonly required: boolean;
	/** Takes several words without quotes. */
	readonly greedy: boolean;
	/** The server offers values while it is typed. */
	readonly suggests: boolean;
}

export interface SubcommandHelp {
	readonly name: string;
	readonly about: string;
	readonly options: readonly OptionHelp[];
}

export interface CommandHelp extends SubcommandHelp {
	readonly example: string;
	readonly subcommands: readonly SubcommandHelp[];
}

/** Any answer but 200: what is wrong, for the reader. */
export interface Refusal {
	readonly error: string;
}
