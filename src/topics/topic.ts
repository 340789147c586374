import type { Language } from "../phrases/say.ts";

/** A standing interest: a query with a name. */
export interface Topic {
	/** Kebab-case: `cusma-review`. */
	readonly id: string;
	readonly names: Readonly<Record<Language, string>>;
	/** In the query language that `parseQuery` reads. */
	readonly query: string;
	/** Key of the channel that made it; null for the catalogue's own. */
	readonly owner: string | null;
}

/** Remembers the topics that channels made for themselves. */
export interface TopicMemory {
	topics(): Promise<readonly Topic[]>;
	keepTopic(topic: Topic): Promise<void>;
	/** Removes the topic and its subscriptions. */
	removeTopic(id: string): Promise<void>;
}
