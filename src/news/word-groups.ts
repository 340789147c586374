import { stemOf } from "./story-terms.ts";

/**
 * Finds the groups that a folded word, or the stem of one, stands for. Each
 * group is its name and its words, parted by spaces.
 */
export function wordGroups(
	groups: Readonly<Record<string, string>>,
): (word: string) => readonly string[] {
	const namesOf = new Map<string, string[]>();
	for (const [name, words] of Object.entries(groups)) {
		for (const word of words.split(" ")) {
			for (const form of new Set([word, stemOf(word)])) {
				const names = namesOf.get(form) ?? [];
				if (!names.includes(name)) namesOf.set(form, [...names, name]);
			}
		}
	}
	return (word) => namesOf.get(word) ?? [];
}
