import type { Card } from "./card.ts";

/** One thing that a platform of our own has said: a post, or a newer form of one. */
export interface Utterance {
	/** Rises within the house; a reader resumes after the last one it saw. */
	readonly seq: number;
	readonly channel: string;
	/** The delivery's key: the same for a post and its updates. */
	readonly key: string;
	/** 1 for the post, one more for each update. */
	readonly revision: number;
	readonly card: Card;
	/** Key of the post that this one answers in its thread. */
	readonly replyTo: string | null;
	readonly at: Date;
}

/** What our own platforms (web, console) have said, in order, kept across restarts. */
export interface Transcript {
	/** Says it once: a key that was said already answers with what was said then. */
	post(entry: {
		channel: string;
		key: string;
		card: Card;
		replyTo: string | null;
	}): Promise<Utterance>;
	/** Adds the next revision of a key; throws for a key never posted. */
	revise(key: string, card: Card): Promise<Utterance>;
	/** The newest form of a key. */
	find(key: string): Promise<Utterance | null>;
	/** Everything after `seq`, oldest first, at most `limit`. */
	after(
		channel: string,
		seq: number,
		limit: number,
	): Promise<readonly Utterance[]>;
	/** The last `limit` utterances of a channel, oldest first. */
	latest(channel: string, limit: number): Promise<readonly Utterance[]>;
	/** Names of channels that have heard something, in order. */
	channels(): Promise<readonly string[]>;
	/**
	 * Calls back soon after anything is said, by this process or another.
	 * The listener then reads `after`. Gives the function that ends it.
	 */
	listen(heard: (channel: string) => void): Promise<() => Promise<void>>;
}
