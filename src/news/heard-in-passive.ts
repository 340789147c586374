import { type Heard, spanOf } from "./attribution.ts";
import { isAttribute, isOwner } from "./can-speak.ts";
import { isUnrelated, mayDescribe, namedBehind } from "./described.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import { adverbs, determiners } from "./structure-words.ts";

const byWords = new Set(["by", "par", "por"]);
const longestDescription = 6;
const joins = /^[\s.'’-]*$/;
/** Done by someone, these are no words of his: "options weighed by Greer". */
const deeds = new Set(
	"weighed considered opened closed finished added pushed fired shot hit doubled painted laid played loved hated known read begun allowed".split(
		" ",
	),
);

/** "rejected by Greer", "une idée défendue par M. Carney", "criticada por Sheinbaum". */
export function heardInPassive(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const here = words[at];
	const by = placeOfBy(scene, at);
	if (!here || by === null) return [];
	const verb = verbForms.get(here.text);
	if (verb?.form !== "participle" || deeds.has(here.text)) return [];
	let isDescribed = false;
	for (let i = by + 1; i <= by + longestDescription; i++) {
		const word = words[i];
		if (!word || word.isQuoted || !joins.test(word.gap)) return [];
		const first = scene.startingAt.get(i);
		if (first) {
			const mention = namedBehind(scene, first);
			if (isDescribed && isUnrelated(scene, i)) return [];
			if (isOwner(scene, mention) || isAttribute(scene, mention)) {
				return [];
			}
			return [
				{
					mention,
					cue: spanOf(scene, at, by + 1),
					block: spanOf(scene, at, mention.to),
					kind: "passive",
				},
			];
		}
		if (word.isCapital || describes(word.text)) continue;
		if (!mayDescribe(word)) return [];
		isDescribed = true;
	}
	return [];
}

/** "denounced by", "denounced on Monday by", "urged to act by" */
function placeOfBy({ reading }: Scene, at: number): number | null {
	const { words } = reading;
	for (let i = at + 1; i <= at + longestParting; i++) {
		const word = words[i];
		if (word?.gap !== " " || word.sentence !== words[at]?.sentence) return null;
		if (byWords.has(word.text)) return i;
		const isPurpose =
			words[i - 1]?.text === "to" && !determiners.has(word.text);
		if (!adverbs.has(word.text) && !isPurpose) return null;
	}
	return null;
}
const longestParting = 4;

function describes(text: string): boolean {
	return (
		determiners.has(text) || /^(?:le|la|l|el|former|then|both)$/.test(text)
	);
}
