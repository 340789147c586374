import type { Scene } from "./find-subject.ts";
import type { Mention } from "./mention.ts";
import { personVerbs } from "./speech-verbs.ts";
import {
	conditions,
	determiners,
	joiners,
	prepositions,
} from "./structure-words.ts";

/** "said auto-parts makers' president Flavio Volpe": words between verb and name. */
const longestList = 8;

/** Not "aides to Greer", "Greer's office", "if Greer", "who backed Greer". */
export function canSpeak(scene: Scene, mention: Mention): boolean {
	const { words } = scene.reading;
	const { from, to, kind } = mention;
	const [first, before, after] = [words[from], words[from - 1], words[to]];
	if (!first || first.isQuoted) return false;
	// "the Trump campaign": the name describes something else.
	const isAdjective = to - from === 1 && determiners.has(before?.text ?? "");
	if (kind === "name" && isAdjective && /^\s+$/.test(first.gap)) return false;
	if (isOwner(scene, mention)) {
		// "he's said" is "he has said".
		return (
			after?.gap === "" && (first.text === "he" || first.text === "she")
		);
	}
	if (!before || before.sentence !== first.sentence) return true;
	if (/[,;:)"”»—–]|--/.test(first.gap)) return true;
	return !(
		prepositions.has(before.text) ||
		conditions.has(before.text) ||
		(kind !== "pronoun" && personVerbs.has(before.text))
	);
}

/** "Greer's", "the ministers'". */
export function isOwner({ reading }: Scene, { to }: Mention): boolean {
	return reading.words[to]?.text === "'s";
}

/** The others of a list, "McCain, Ayotte (N.H.) and Grassley said": all of them speak. */
export function partnersOf(scene: Scene, mention: Mention): Mention[] {
	const partners: Mention[] = [];
	let here = mention;
	let isList = false;
	while (partners.length < longestList) {
		const { words } = scene.reading;
		let at = here.from;
		if (joiners.has(words[at - 1]?.text ?? "")) {
			isList = true;
			at--;
		} else if (!/,\s*$/.test(words[at]?.gap ?? "")) break;
		const before = listedBefore(scene, at);
		if (!before || before.kind === "pronoun" || !canSpeak(scene, before)) break;
		partners.push(before);
		here = before;
	}
	return isList ? partners.reverse() : [];
}

/** Whoever ends here, or before a bracket or a title that ends here: "Ayotte (N.H.),". */
function listedBefore(scene: Scene, at: number): Mention | undefined {
	const { words } = scene.reading;
	const before = scene.endingAt.get(at);
	if (before || !/\)/.test(words[at]?.gap ?? "")) return before;
	for (let i = at - 1; at - i < 5; i--) {
		if (/\(/.test(words[i]?.gap ?? "")) return scene.endingAt.get(i);
	}
	return undefined;
}
