import {
	acrossAside,
	asideMark,
	farthest,
	speakerEndingAt,
} from "./across-aside.ts";
import { canSpeak, isOwner } from "./can-speak.ts";
import { isCarriedOn } from "./is-carried-on.ts";
import { isHead } from "./is-head.ts";
import { isSaidAllTheSame, leadsToSpeech } from "./leads-to-speech.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import type { Scene, Search, Subject } from "./scene.ts";
import { type VerbForm, verbForms } from "./speech-verbs.ts";
import { auxiliaries, be, joiners, phraseStarts } from "./structure-words.ts";
import { isAdverb, isAllowed } from "./verb-words.ts";

const longestPhrase = 9;
const infinitiveMarks = new Set(
	"to a de do does did don't doesn't didn't".split(" "),
);

/** Looks left from a verb of saying for who said it; null when nobody did. */
export function subjectBefore(
	scene: Scene,
	at: number,
	verb: VerbForm,
): Subject | null {
	const { words } = scene.reading;
	const search: Search = {
		...{ scene, at, verb, next: at, verbFrom: at },
		...{ between: [], phrase: 0 },
	};
	for (; search.next > 0 && at - search.next < farthest; search.next--) {
		const [here, before] = [words[search.next], words[search.next - 1]];
		if (!here || !before || before.sentence !== here.sentence) return null;
		if (before.isQuoted || /["“”«»:;?!]/.test(here.gap)) return null;
		const found = step(search, here, before);
		if (found !== undefined) return found;
	}
	return null;
}

/** Undefined: look on. */
function step(
	search: Search,
	here: Word,
	before: Word,
): Subject | null | undefined {
	const { scene, next, verbFrom, phrase } = search;
	if (asideMark.test(here.gap)) {
		const isOut = phrase > 0 || !isAllowed(search.between, search.verb);
		return isOut ? null : acrossAside(search);
	}
	const mention = scene.endingAt.get(next);
	if (mention) return mentioned(search, mention);
	if (phrase === 0) {
		// "Payne y voit": no Spanish "and" between a name and its verb.
		const isThere =
			before.text === "y" &&
			!search.verb.isSpanish &&
			speakerEndingAt(scene, next - 1) !== null;
		if (!isThere && isCarriedOn(search, before)) {
			const { between, verb } = search;
			return isAllowed(between, verb) ? { mention: null, verbFrom } : null;
		}
		if (auxiliaries.has(before.text) || isInfinitiveMark(search, before)) {
			search.verbFrom = next - 1;
			search.between.push(before.text);
			return undefined;
		}
		if (isAdverb(before)) {
			search.between.push(before.text);
			return undefined;
		}
	}
	const others = amongOthers(search, before);
	if (others) return others;
	if (leadsToSpeech(search, before)) {
		search.verbFrom = next - 1;
		search.between.push(before.text);
		search.phrase = 0;
		return undefined;
	}
	return intoPhrase(search, before) ? undefined : null;
}

/** "s'est contenté de répondre", "a de nouveau promis": that "de" belongs to the verb. */
function isInfinitiveMark({ scene, verb, next, at }: Search, before: Word) {
	if (before.text !== "de") return false;
	const isMark = verb.form === "base" && next === at;
	return isMark || scene.reading.words[next]?.text === "nouveau";
}

/** "Greer and other ministers said": the others have no name. */
function amongOthers(
	{ scene, verb, next, verbFrom, phrase }: Search,
	before: Word,
): Subject | null {
	if (
		verb.form === "gerund" ||
		phrase === 0 ||
		phrase > 4 ||
		!joiners.has(before.text)
	)
		return null;
	const { words } = scene.reading;
	const isMany = /s$|^people$/.test(words[next + phrase - 1]?.text ?? "");
	const isShort = othersWords.has(words[next]?.text ?? "");
	const mention = speakerEndingAt(scene, next - 1);
	// "both Greer and his counterpart said"
	const isBoth = words[(mention?.from ?? 0) - 1]?.text === "both";
	const isOne = mention !== null && ((isMany && isShort) || isBoth);
	return isOne ? { mention, verbFrom, isList: true } : null;
}
const othersWords = new Set(
	"other others his her several many some most fellow allies aides both two d autres plusieurs otros otras varios sus".split(
		" ",
	),
);

/** "Sanders of Vermont said", "Greer in a letter said": a phrase parts subject and verb. */
function intoPhrase(search: Search, before: Word): boolean {
	const { form } = search.verb;
	if (form === "gerund" && search.verb.isSpanish) return false;
	const isVerb = verbForms.has(before.text) && !before.isCapital;
	if (isVerb || auxiliaries.has(before.text) || joiners.has(before.text)) {
		return false;
	}
	return search.phrase++ < longestPhrase;
}

function mentioned(
	{ scene, at, next, verb, verbFrom, between, phrase }: Search,
	mention: Mention,
): Subject | null {
	const { words } = scene.reading;
	const isParted = phraseStarts.has(words[next]?.text ?? "");
	if (phrase > 0 && verb.form === "gerund") return null;
	if (phrase > 0 && !(isParted && isHead(scene, mention.from))) return null;
	const isSaid = isSaidAllTheSame(scene, at, between);
	const told = isSaid
		? between.filter((text) => text !== "would" && text !== "will")
		: between;
	if (!isAllowed(told, verb)) return null;
	const isPlural =
		between.includes("both") ||
		joiners.has(words[mention.from - 1]?.text ?? "");
	const isInfinitive = between.some((text) => infinitiveMarks.has(text));
	// "Greer to say" is yet to come; "Greer went on to say" is said.
	const isToCome =
		between.length === 1 && between[0] === "to" && !isMadeTo(words, mention);
	const isBare =
		verb.form === "base" &&
		!isSaid &&
		(isToCome || (!isPlural && !isInfinitive));
	const isWith =
		verb.form === "gerund" &&
		!between.some((text) => be.has(text)) &&
		!isOwner(scene, mention) &&
		/^(?:with|of)$/.test(words[mention.from - 1]?.text ?? "");
	if (isBare) return null;
	return isWith || canSpeak(scene, mention) ? { mention, verbFrom } : null;
}

/** "prompted Greer to say": he did. */
function isMadeTo(words: readonly Word[], { from }: Mention): boolean {
	return words
		.slice(Math.max(0, from - longestPhrase), from)
		.some(({ text, sentence }) => {
			return sentence === words[from]?.sentence && causes.has(text);
		});
}
const causes = new Set(
	"prompted prompting prompts led leading leads forced forcing pushed compelled drove caused".split(
		" ",
	),
);
