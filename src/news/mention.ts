import type { Gender } from "./given-names.ts";

/** Words that stand for a person. `from` and `to` are word indexes, `to` not included. */
export interface Mention {
	readonly from: number;
	readonly to: number;
	/** The Speaker's id; null is someone who is not watched, undefined is not known yet. */
	readonly who: string | null | undefined;
	readonly kind: "name" | "office" | "pronoun";
	/** The office nouns said with it: `minister`. */
	readonly offices: readonly string[];
	/** As far as the name, the title or the article tells. */
	readonly gender: Gender | undefined;
	/** Which Speaker's name it is, in full, as a bare surname, or of a namesake. */
	readonly named?: {
		readonly id: string;
		readonly how: "full" | "bare" | "other";
	};
	/** Someone not watched is known by the last word of the name. */
	readonly surname?: string;
}
