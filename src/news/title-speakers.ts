import { fold } from "../text/fold.ts";
import { isMonth } from "./figures.ts";
import { goodNamed } from "./goods.ts";
import { pactNamed, partyNamed } from "./parties.ts";
import { bodyNouns, officeNouns, titleWords } from "./title-words.ts";
import { tradeTerm } from "./trade-terms.ts";

const name = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]+){0,4}`;
const says =
	"(?:says|said|tells|told|warns|vows|insists|urges|calls|dit|affirme|declare|déclare|prévient|dice|afirma|advierte)";
const speaking = [
	new RegExp(`(${name}) (?:Says|${says})(?!\\p{L})`, "gu"),
	// A name after the verb speaks only where the verb begins a clause: `…, says LeBlanc`.
	new RegExp(`(?:^|[,–—-] )${says} (${name})`, "gu"),
	new RegExp(`(?<!\\p{L})(?:according to|selon|según) (${name})`, "gu"),
	/^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)\s?: /gu,
];
/** What stands before a colon and speaks for nobody. */
const labels = new Set(
	"analysis opinion editorial exclusive breaking watch live update updates video notice bulletin factbox explainer column proclamation order memorandum statement here".split(
		" ",
	),
);

/** The people whom a title has speak, by folded surname: `LeBlanc says …`, `Greer: …`. */
export function titleSpeakers(title: string): Set<string> {
	const found = speaking.flatMap((pattern) =>
		[...title.matchAll(pattern)].map(([, run = ""]) => surnameOf(run)),
	);
	return new Set(found.filter((surname) => surname !== null));
}

/** The last word of a run of capitals, unless it names no person. */
function surnameOf(run: string): string | null {
	const written = run.split(" ").at(-1) ?? "";
	const word = fold(written).replace(/'s$/, "");
	const isNobody =
		partyNamed(word, written) !== null ||
		officeNouns.has(word) ||
		bodyNouns.has(word) ||
		titleWords.has(word) ||
		labels.has(word) ||
		goodNamed(word) !== null ||
		tradeTerm(word) !== null ||
		pactNamed(word, written) !== null ||
		isMonth(word);
	return isNobody || word.length < 2 ? null : word;
}
