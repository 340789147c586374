import { tokenise } from "../text/tokenise.ts";
import { commonWords } from "./common-words.ts";
import { partyNamed } from "./parties.ts";
import { stemOf } from "./story-terms.ts";

interface Roles {
	/** The first two countries, doer first. */
	readonly parties: readonly string[];
	readonly words: ReadonlySet<string>;
}

const doneBy = new Set(["by", "par", "por"]);

/**
 * Whether two titles say the same of two countries the other way round:
 * "Canada hits US steel" and "US hits Canadian steel". Titles that share few
 * other words are two ways to tell one event, and do not mirror each other.
 */
export function mirrorEachOther(title: string, other: string): boolean {
	const [a, b] = [rolesIn(title), rolesIn(other)];
	const [doer, done] = a.parties;
	if (doer === undefined || done === undefined) return false;
	if (doer !== b.parties[1] || done !== b.parties[0]) return false;
	const shared = [...a.words].filter((word) => b.words.has(word)).length;
	const all = new Set([...a.words, ...b.words]).size;
	return shared > 0 && shared / all >= 0.5;
}

function rolesIn(title: string): Roles {
	const parties: string[] = [];
	const words = new Set<string>();
	let isPassive = false;
	for (const { text, start, end } of tokenise(title)) {
		const party = partyNamed(text, title.slice(start, end));
		if (party !== null && !parties.includes(party)) parties.push(party);
		if (parties.length === 1 && doneBy.has(text)) isPassive = true;
		if (party === null && !commonWords.has(text)) words.add(stemOf(text));
	}
	const two = parties.slice(0, 2);
	return { parties: isPassive ? two.reverse() : two, words };
}
