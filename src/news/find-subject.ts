import { canSpeak, isOwner } from "./can-speak.ts";
import { isHead } from "./is-head.ts";
import type { Mention } from "./mention.ts";
import type { Reading, Word } from "./read-field.ts";
import { type VerbForm, verbForms } from "./speech-verbs.ts";
import {
	adverbs,
	aspects,
	auxiliaries,
	be,
	byWords,
	denials,
	joiners,
	modals,
	occasions,
	phraseStarts,
	prepositions,
} from "./structure-words.ts";

/** A text with everyone mentioned in it. */
export interface Scene {
	readonly reading: Reading;
	readonly mentions: readonly Mention[];
	/** Mentions by the word index at which they start, and past which they end. */
	readonly startingAt: ReadonlyMap<number, Mention>;
	readonly endingAt: ReadonlyMap<number, Mention>;
}

/** Who did what a verb says. */
export interface Subject {
	/** Null when the verb takes over the subject of the clause before: "and said", ", saying". */
	readonly mention: Mention | null;
	/** Where the verb's own words begin: "has suggested", "a déclaré". */
	readonly verbFrom: number;
	/** A quotation ends right before the verb: "…," said Greer. */
	readonly isQuoteBefore?: boolean;
	/** "and others" follows the name: those before it are in the list too. */
	readonly isList?: boolean;
}

/** The verb whose subject is sought, and how far the search has come. */
interface Search {
	readonly scene: Scene;
	readonly at: number;
	readonly verb: VerbForm;
	/** The word before which we look next. */
	next: number;
	verbFrom: number;
	/** Adverbs and auxiliaries passed. */
	readonly between: string[];
	/** Words passed of a phrase after the subject: "of Vermont", "in a letter". */
	phrase: number;
}

const longestPhrase = 9;
const longestDescription = 7;
const asideMark = /[,()—–]|\s--?\s/;
/** No subject stands farther from its verb, in words. */
const farthest = 30;

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
			before.text === "y" && speakerEndingAt(scene, next - 1) !== null;
		if (!isThere && isCarried(search, before)) {
			const { between, verb } = search;
			return isAllowed(between, verb) ? { mention: null, verbFrom } : null;
		}
		if (auxiliaries.has(before.text)) {
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
	return intoPhrase(search, before) ? undefined : null;
}

/** "Greer and other ministers said": the others have no name. */
function amongOthers(
	{ scene, next, verbFrom, phrase }: Search,
	before: Word,
): Subject | null {
	if (phrase === 0 || phrase > 4 || !joiners.has(before.text)) return null;
	const { words } = scene.reading;
	const isMany = /s$|^people$/.test(words[next + phrase - 1]?.text ?? "");
	const isShort = othersWords.has(words[next]?.text ?? "");
	const mention = isMany && isShort ? speakerEndingAt(scene, next - 1) : null;
	return mention ? { mention, verbFrom, isList: true } : null;
}
const othersWords = new Set(
	"other others his her several many some most fellow allies aides both two d autres plusieurs otros otras varios sus".split(
		" ",
	),
);

/** "Sanders of Vermont said", "Greer in a letter said": a phrase parts subject and verb. */
function intoPhrase(search: Search, before: Word): boolean {
	const { form } = search.verb;
	if (form === "gerund") return false;
	const isVerb = verbForms.has(before.text) && !before.isCapital;
	if (isVerb || auxiliaries.has(before.text) || joiners.has(before.text)) {
		return false;
	}
	return search.phrase++ < longestPhrase;
}

function mentioned(
	{ scene, next, verb, verbFrom, between, phrase }: Search,
	mention: Mention,
): Subject | null {
	const { words } = scene.reading;
	const isParted = phraseStarts.has(words[next]?.text ?? "");
	if (phrase > 0 && !(isParted && isHead(scene, mention.from))) return null;
	if (!isAllowed(between, verb)) return null;
	const isPlural = joiners.has(words[mention.from - 1]?.text ?? "");
	const isInfinitive = between.some((text) => infinitiveMarks.has(text));
	// "Greer to say" is yet to come; "Greer went on to say" is said.
	const isToCome =
		between.length === 1 && between[0] === "to" && !isMadeTo(words, mention);
	const isBare =
		verb.form === "base" && (isToCome || (!isPlural && !isInfinitive));
	const isWith =
		verb.form === "gerund" &&
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

/** The clause goes on with the subject that it has: "and said", "by saying", "on Twitter to say". */
function isCarried(
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

function isAdverb({ text }: Word): boolean {
	return (
		adverbs.has(text) ||
		denials.has(text) ||
		modals.has(text) ||
		/(?:ly|ment|mente)$/.test(text)
	);
}

/** Not "did not say", "may say", "was told"; but "does not want" is a stance as well. */
function isAllowed(between: readonly string[], verb: VerbForm): boolean {
	const isStance = verb.proof === "stance";
	if (between.some((text) => modals.has(text))) return false;
	if (!isStance && between.some((text) => denials.has(text))) return false;
	if (verb.form !== "participle" || between.includes("s")) return true;
	return !between.some((text) => be.has(text));
}

/** Past an aside, "Greer, who met him, said"; or a clause hung on: ", saying". */
function acrossAside({
	scene,
	at,
	next,
	verb,
	verbFrom,
	between,
}: Search): Subject | null {
	const { form } = verb;
	const touching = speakerEndingAt(scene, next);
	const farther = speakerBeforeAside(scene, next);
	if (form === "gerund" && next === at) {
		return { mention: withWhom(scene, next), verbFrom };
	}
	const { words } = scene.reading;
	if (relatives.has(words[next]?.text ?? "")) {
		const antecedent = scene.endingAt.get(next);
		if (antecedent && !isOwner(scene, antecedent)) {
			return { mention: antecedent, verbFrom };
		}
	}
	if (form === "base" && goesOn(between)) return { mention: null, verbFrom };
	if (form === "base" && !farther) return null;
	const mention =
		farther?.kind === "name" ? farther : (touching ?? farther ?? null);
	return { mention, verbFrom };
}

/** "Greer, who met Carney, said": Greer. */
function speakerBeforeAside(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	for (let i = next - 1; i > 0 && next - i < farthest; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[next]?.sentence) return null;
		if (!asideMark.test(here.gap)) continue;
		const mention = speakerEndingAt(scene, i) ?? speakerBeforePhrase(scene, i);
		if (mention) return mention;
	}
	return null;
}

/** "Kasich of Ohio, a Republican, said": Kasich. */
function speakerBeforePhrase(scene: Scene, at: number): Mention | null {
	const { words } = scene.reading;
	for (let i = at - 1; i > 0 && at - i <= longestPlace; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return null;
		if (here.text === "of" || here.text === "de") {
			return speakerEndingAt(scene, i);
		}
		if (!/^[\s.-]+$/.test(here.gap)) return null;
	}
	return null;
}
const longestPlace = 4;

/** "with Greer — who met him — saying": Greer. */
function withWhom(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	for (let i = next - 1; i > 0 && next - i < farthest; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[next]?.sentence) return null;
		const isAside = /[(—–]|--/.test(here.gap) || relatives.has(here.text);
		const mention = isAside ? scene.endingAt.get(i) : null;
		if (mention && words[mention.from - 1]?.text === "with") return mention;
	}
	return null;
}

function speakerEndingAt(scene: Scene, at: number): Mention | null {
	const mention = scene.endingAt.get(at);
	return mention && canSpeak(scene, mention) ? mention : null;
}

const infinitiveMarks = new Set(
	"to a de do does did don't doesn't didn't".split(" "),
);
/** ", going on to say" */
function goesOn(between: readonly string[]): boolean {
	return between.some((text) => /^(?:going|continuing)$/.test(text));
}

const relatives = new Set(["who", "qui", "quien"]);

/** Who stands after the verb in "…," said Greer; null when nobody does. */
export function subjectAfter(
	scene: Scene,
	at: number,
	{ form }: VerbForm,
): Subject | null {
	const { words } = scene.reading;
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
		if (!here || here.isQuoted || !/^[\s'’.-]+$/.test(here.gap)) return null;
		const mention = scene.startingAt.get(i);
		if (mention)
			return isOwner(scene, mention)
				? null
				: { mention, verbFrom, isQuoteBefore };
		if (prepositions.has(here.text) || denials.has(here.text)) return null;
	}
	return null;
}

function followsWords({ reading }: Scene, at: number): boolean {
	const here = reading.words[at];
	if (!here) return false;
	if (/(?:["”»]|''|[,.?!…]['’])[\s,—–-]*$|,\s*$|\s[—–]$/.test(here.gap))
		return true;
	const before = reading.words[at - 1];
	return before?.isQuoted === true && before.sentence !== here.sentence;
}
