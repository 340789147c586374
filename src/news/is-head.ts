import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";

/** After a name that is no subject, or before one. */
export const functionWords = new Set(
	"of in at and or to on from with for by as than that but et de du des y del con".split(
		" ",
	),
);
const clauseOpeners = new Set(
	"and but that when while as because after before if where which said says than since though although so et mais que quand y pero cuando".split(
		" ",
	),
);
/** Verbs in the past without -ed: what stands after one is its object. */
const pastVerbs = new Set(
	"met saw beat led gave got made took won lost left held kept ran sent put let knew found heard became told had has was were is are".split(
		" ",
	),
);

const longestDescription = 6;

/** From here back to the clause's beginning there are at most a few describing words. */
export function isHead({ reading, endingAt }: Scene, from: number): boolean {
	const { words } = reading;
	for (let at = from; from - at < longestDescription; at--) {
		const [here, before] = [words[at], words[at - 1]];
		if (!here || before?.sentence !== here.sentence) return true;
		if (/[^\s.-]/.test(here.gap) || clauseOpeners.has(before.text)) return true;
		if (at < from && endingAt.has(at)) return false;
		if (functionWords.has(before.text) || verbForms.has(before.text))
			return false;
		if (pastVerbs.has(before.text) || /ed$/.test(before.text)) return false;
	}
	return false;
}
