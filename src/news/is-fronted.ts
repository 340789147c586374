import { isAfterthought } from "./afterthoughts.ts";
import type { Attribution } from "./attribution.ts";
import { isRole } from "./described.ts";
import { prepositions } from "./structure-words.ts";
import { openers } from "./title-words.ts";

const anyLetter = /[\p{L}\p{N}]/u;
const times = new Set(
	"last this earlier later next each once soon early late recently ago again first".split(
		" ",
	),
);
/** Begin a main clause as often as an aside. */
const mainStarts = new Set(
	"the a an no not there le la les el los las".split(" "),
);
/** "hoped to revive", "llamó a mantener": what follows is what was wanted. */
const infinitive =
	/^\s+(?:to\s+(?!(?:the|a|an|his|her|their|its|my|our|reporters|supporters|journalists|lawmakers|voters|members|delegates)(?!\p{L}))\p{Ll}|[aà]\s+\p{L}+(?:[aei]r|re)(?!\p{L}))/u;
/** ", Minister of Mines", ", trade lawyer": what may stand between a comma or dash and the name. */
const office =
	/(?:,|\s[—–])\s*(?:(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the)\s+){0,8}$/u;
const description =
	/(?:,|\s[—–])\s*(?:[\p{L}.'’-]+\s+){0,7}?([\p{L}’'-]+)\s+$/u;
/** No more words than say when or where. */
const shortAfter = /^(?:\s+\S+){0,4}\W*$/;

/** How long the description before a name is, from the comma on; null when no comma parts it from what was said. */
export function descriptionLength(
	before: string,
	after: string,
): number | null {
	const found = office.exec(before);
	if (found) return found[0].length;
	const described = shortAfter.test(after) ? description.exec(before) : null;
	if (!described || !isRole(described[1] ?? "")) return null;
	return finite.test(described[0]) ? null : described[0].length;
}

/** A clause with one of these tells something. */
const finite =
	/(?:^|\s)(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|do|does|did|est|sont|était|sera|ont|es|son|era|será|ha|han)\s/;

/** Whether a stretch of text has a verb that tells something. */
export function isTelling(text: string): boolean {
	return finite.test(text);
}

/** What stands around speaker and cue in a sentence. */
interface Sides {
	readonly before: string;
	/** Speaker and cue. */
	readonly inside: string;
	readonly after: string;
	readonly isTold: boolean;
}

/** The words stand before, "…, Greer said in Ottawa": a clause and a comma, and no clause behind. */
export function isFronted(
	attribution: Attribution,
	{ before, inside, after, isTold }: Sides,
): boolean {
	if (!anyLetter.test(before)) return false;
	if (attribution.kind === "according") return true;
	if (attribution.kind !== "verb" || attribution.isCarried) return false;
	if (!anyLetter.test(after)) return true;
	if (descriptionLength(before, after) === null) return false;
	// "EC Trade Commissioner, Willy De Clercq, has": a title, no clause.
	if (!/(?:^|\s)\p{Ll}/u.test(before)) return false;
	// "The minister, Dominic LeBlanc, said": the commas part the minister's name.
	if (/,\s/.test(inside)) return false;
	const [first = "", second] = before.toLowerCase().match(/\p{L}+/gu) ?? [];
	if (second === undefined) return false;
	if (infinitive.test(after)) return false;
	const isAside =
		leadsIn(first) && (openers.has(first) || !finite.test(before));
	return !isAside && isAfterthought(after, isTold);
}

/** "Speaking in Ottawa," "On Monday,": the first word of an aside that leads to the speaker. */
function leadsIn(word: string): boolean {
	if (mainStarts.has(word)) return false;
	return (
		openers.has(word) ||
		times.has(word) ||
		prepositions.has(word) ||
		/(?:ing|ed|ant|ando|iendo)$/.test(word)
	);
}
