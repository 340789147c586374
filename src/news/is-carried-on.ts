import type { Word } from "./read-field.ts";
import type { Search } from "./scene.ts";
import { aspects, be, byWords, joiners, occasions } from "./structure-words.ts";

/** The clause goes on with the subject that it has: "and said", "by saying", "on Twitter to say". */
export function isCarriedOn(
	{ scene, at, verb, next, between }: Search,
	before: Word,
): boolean {
	const { words } = scene.reading;
	const { form } = verb;
	if (form === "gerund" && !between.some((text) => be.has(text))) {
		if (verb.isSpanish) return !scene.endingAt.has(at);
		return [byWords, aspects, joiners].some((set) => set.has(before.text));
	}
	if (form === "base") {
		const isPurpose = /^(?:to|pour|para)$/.test(before.text);
		if (!isPurpose || next !== at) return false;
		return [at - 2, at - 3].some((i) => occasions.has(words[i]?.text ?? ""));
	}
	return joiners.has(before.text) && !between.includes("to");
}
