import type { Word } from "./read-field.ts";
import type { VerbForm } from "./speech-verbs.ts";
import { adverbs, be, denials, modals } from "./structure-words.ts";

/** Whether a word may stand between subject and verb. */
export function isAdverb({ text }: Word): boolean {
	return (
		adverbs.has(text) ||
		denials.has(text) ||
		modals.has(text) ||
		/(?:ly|ment|mente)$/.test(text)
	);
}

/** Not "did not say", "may say", "was told"; but "does not want" is a stance as well. */
export function isAllowed(between: readonly string[], verb: VerbForm): boolean {
	const isStance = verb.proof === "stance";
	if (between.some((text) => modals.has(text))) return false;
	if (!isStance && between.some((text) => denials.has(text))) return false;
	if (verb.form !== "participle" || between.includes("s")) return true;
	return !between.some((text) => be.has(text));
}
