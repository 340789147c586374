import type { Topic } from "../topic.ts";

/** A topic of our own; line breaks in its query are for the reader of the code. */
export function entry(id: string, names: Topic["names"], query: string): Topic {
	return { id, names, query: query.replace(/\s+/gu, " "), owner: null };
}
