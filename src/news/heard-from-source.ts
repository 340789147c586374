import { type Heard, spanOf } from "./attribution.ts";
import type { Scene } from "./scene.ts";
import { ownNouns } from "./speech-nouns.ts";
import { verbForms } from "./speech-verbs.ts";
import { auxiliaries } from "./structure-words.ts";

const bySources = new Set(["by", "from", "par"]);
const deSources = new Set(["de", "du", "del", "d"]);
/** Words that a noun may be of before its source. */
const longestObject = 7;

/** "criticism from Greer", "a statement by Greer", "la déclaration de M. Carney selon laquelle". */
export function heardFromSource(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const by = sourceWordAfter(scene, at);
	if (by === null) return [];
	const isOwn = !bySources.has(words[by]?.text ?? "");
	for (let i = by + 1; i <= by + 3; i++) {
		const mention = scene.startingAt.get(i);
		const behind = words[mention?.to ?? i]?.text ?? "";
		if (mention && behind !== "'s") {
			if (isOwn && !/^(?:que|qu|selon)$/.test(behind)) return [];
			const cue = spanOf(scene, at, by + 1);
			const block = spanOf(scene, at, mention.to);
			return [{ mention, cue, block, kind: "noun" }];
		}
		const isDescribing = /^(?:the|both|le|la|l|el)$/.test(words[i]?.text ?? "");
		if (!isDescribing && !words[i]?.isCapital) return [];
	}
	return [];
}

/** The "by" or "from" after a noun, straight or past what it is of: "criticism of the plan by". */
function sourceWordAfter(scene: Scene, at: number): number | null {
	const { words } = scene.reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here || next?.gap !== " " || next.sentence !== here.sentence)
		return null;
	if (bySources.has(next.text)) return at + 1;
	if (deSources.has(next.text)) return ownNouns.has(here.text) ? at + 1 : null;
	if (next.text !== "of") return null;
	for (let i = at + 2; i <= at + longestObject; i++) {
		const word = words[i];
		if (!word || word.sentence !== here.sentence || word.gap !== " ")
			return null;
		if (word.text === "by" || word.text === "from") return i;
		if (auxiliaries.has(word.text) || verbForms.has(word.text)) return null;
	}
	return null;
}
