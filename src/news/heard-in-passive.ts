import { type Heard, spanOf } from "./attribution.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import { determiners } from "./structure-words.ts";

const byWords = new Set(["by", "par", "por"]);
const longestDescription = 6;

/** "rejected by Greer", "une idée défendue par M. Carney", "criticada por Sheinbaum". */
export function heardInPassive(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here || !next || !byWords.has(next.text) || next.gap !== " ") return [];
	const verb = verbForms.get(here.text);
	if (verb?.form !== "participle") return [];
	for (let i = at + 2; i < at + 2 + longestDescription; i++) {
		const word = words[i];
		if (!word || word.isQuoted || !/^[\s.'’-]+$/.test(word.gap)) return [];
		const mention = scene.startingAt.get(i);
		if (mention) {
			if (words[mention.to]?.text === "'s") return [];
			return [
				{
					mention,
					cue: spanOf(scene, at, at + 2),
					block: spanOf(scene, at, mention.to),
					kind: "passive",
				},
			];
		}
		if (!word.isCapital && !describes(word.text)) return [];
	}
	return [];
}

function describes(text: string): boolean {
	return (
		determiners.has(text) || /^(?:le|la|l|el|former|then|both)$/.test(text)
	);
}
