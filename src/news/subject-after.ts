import { isOwner } from "./can-speak.ts";
import { namedBehind } from "./described.ts";
import type { Word } from "./read-field.ts";
import type { Scene, Subject } from "./scene.ts";
import type { VerbForm } from "./speech-verbs.ts";
import {
	adverbs,
	auxiliaries,
	denials,
	prepositions,
} from "./structure-words.ts";

/** "said auto-parts makers' president Flavio Volpe": words between verb and name. */
const longestDescription = 7;

/** Who stands after the verb in "…," said Greer; null when nobody does. */
export function subjectAfter(
	scene: Scene,
	at: number,
	verb: VerbForm,
): Subject | null {
	const { words } = scene.reading;
	const { form } = verb;
	if (form === "base" || form === "gerund") return null;
	let verbFrom = at;
	while (
		auxiliaries.has(words[verbFrom - 1]?.text ?? "") &&
		/^[\s'’-]+$/.test(words[verbFrom]?.gap ?? "")
	) {
		verbFrom--;
	}
	if (!followsWords(scene, verbFrom)) return null;
	const isQuoteBefore = /["”»]|''|[,.?!…]['’]/.test(words[verbFrom]?.gap ?? "");
	for (let i = at + 1; i <= at + longestDescription; i++) {
		const here = words[i];
		if (!here || here.isQuoted) return null;
		const isJoined = /^[\s'’.-]+$/.test(here.gap) || here.text === "'s";
		if (!isJoined && !isTimeAside(words, i)) return null;
		const mention = scene.startingAt.get(i);
		if (mention)
			return isOwner(scene, mention)
				? null
				: { mention: namedBehind(scene, mention), verbFrom, isQuoteBefore };
		if (isEnglishArticle(here, verb)) continue;
		if (prepositions.has(here.text) || denials.has(here.text)) return null;
	}
	return null;
}

/** "said a tired-looking LeBlanc": no Spanish "a", and no French "à". */
function isEnglishArticle({ written }: Word, { isSpanish }: VerbForm): boolean {
	return !isSpanish && /^an?$/.test(written);
}

/** ", a assuré, mercredi, Mme von der Leyen": a word between commas. */
function isTimeAside(words: readonly Word[], at: number): boolean {
	if (words[at]?.gap !== ", ") return false;
	const isBefore = adverbs.has(words[at - 1]?.text ?? "");
	const isHere = adverbs.has(words[at]?.text ?? "");
	return isBefore || (isHere && words[at + 1]?.gap === ", ");
}

function followsWords({ reading }: Scene, at: number): boolean {
	const here = reading.words[at];
	if (!here) return false;
	if (/(?:["”»]|''|[,.?!…]['’])[\s,—–-]*$|,\s*$|\s[—–]$/.test(here.gap))
		return true;
	const before = reading.words[at - 1];
	return before?.isQuoted === true && before.sentence !== here.sentence;
}
