import type { NewsText } from "../news/article.ts";

/** Where in an Article a Topic was met. Offsets are UTF-16 units of that field. */
export interface Evidence {
	readonly field: keyof NewsText;
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** An Article meeting a Topic. */
export interface Match {
	readonly topicId: string;
	readonly evidence: readonly Evidence[];
}
