import { type Heard, spanOf } from "./attribution.ts";
import { authorBefore } from "./author-before.ts";
import { canSpeak, partnersOf } from "./can-speak.ts";
import type { Mention } from "./mention.ts";
import { hasParticle } from "./particles.ts";
import { provesSpeech } from "./proves-speech.ts";
import type { Scene, Subject } from "./scene.ts";
import { speechPhraseAt } from "./speech-phrases.ts";
import { type VerbForm, verbFormAt } from "./speech-verbs.ts";
import { stanceWords } from "./stance-words.ts";
import { be, byWords, prepositions } from "./structure-words.ts";
import { subjectAfter } from "./subject-after.ts";
import { subjectBefore } from "./subject-before.ts";

/** "Greer said", "said Greer", ", adding that", "has called for", "is critical of". */
export function heardInVerb(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const here = words[at];
	if (!here || isNamePart(scene, at)) return [];
	const phrase = speechPhraseAt(words, at);
	if (phrase > 0) {
		// "did not rule out", "did not mince": said, for all the "not".
		const isStance = /^(?:rul|minc|mach)/.test(here.text);
		const proof = isStance ? "stance" : "speech";
		const form = here.text.endsWith("ing") ? "gerund" : "finite";
		const told: VerbForm = { proof, form };
		const subject = subjectOf(scene, at, told);
		return subject ? withPartners(scene, at, subject, phrase) : [];
	}
	const verb = verbFormAt(words, at);
	if (!verb) return heardInAdjective(scene, at);
	const subject = subjectOf(scene, at, verb) ?? authorBefore(scene, at, verb);
	if (!subject) {
		return verb.isSpanish
			? heardWithoutName(scene, at, verb)
			: heardBeforeName(scene, at, verb);
	}
	if (!provesSpeech(scene, at, verb, subject)) return [];
	const isFirst = subject.mention === null && isOpening(scene, at);
	const heard = isFirst ? heardBeforeName(scene, at, verb) : [];
	return heard.length > 0 ? heard : withPartners(scene, at, subject);
}

/** "Claiming that it failed, Greer left": who speaks is named after the comma. */
function heardBeforeName(scene: Scene, at: number, verb: VerbForm): Heard[] {
	const { words } = scene.reading;
	if (verb.form !== "gerund" || !isOpening(scene, at)) return [];
	if (addresses.has(words[at]?.text ?? "")) return [];
	for (let i = at + 2; words[i]?.sentence === words[at]?.sentence; i++) {
		if (!/^\s*["”»]?,\s*$/.test(words[i]?.gap ?? "")) continue;
		const mention = scene.startingAt.get(i);
		if (!mention || !canSpeak(scene, mention)) continue;
		const subject: Subject = { mention, verbFrom: at };
		if (!provesSpeech(scene, at, verb, subject)) return [];
		const cue = spanOf(scene, at, at + 1);
		return [{ mention, cue, block: cue, kind: "ahead" }];
	}
	return [];
}

/** "Testifying in Ottawa, Greer was asked": an occasion alone. */
const addresses = new Set("speaking talking testifying".split(" "));

/** "“Hay tiempo”, añadió.", "Dijo que habrá tiempo.": Spanish says no subject. */
function heardWithoutName(scene: Scene, at: number, verb: VerbForm): Heard[] {
	const { words } = scene.reading;
	const [before, here] = [words[at - 1], words[at]];
	if (!here || verb.form !== "finite" || verb.proof !== "speech") return [];
	const isFirst = before?.sentence !== here.sentence;
	const isTag = /["”»],\s*$/.test(here.gap);
	if (!isFirst && !isTag) return [];
	const range = { from: at, to: at + 1, offices: [], gender: undefined };
	const mention: Mention = { ...range, who: undefined, kind: "pronoun" };
	if (!provesSpeech(scene, at, verb, { mention, verbFrom: at })) return [];
	const cue = spanOf(scene, at, at + 1);
	return [{ mention, cue, block: cue, kind: "verb" }];
}

/** "In addition to claiming": no one who might do it stands before. */
function leadsIn(text: string): boolean {
	return byWords.has(text) || prepositions.has(text) || text === "addition";
}

/** At a sentence's beginning, but for what leads to a gerund. */
function isOpening(scene: Scene, at: number): boolean {
	const { words } = scene.reading;
	for (let i = at; at - i <= longestOpening; i--) {
		if (words[i - 1]?.sentence !== words[at]?.sentence) return true;
		// "OTTAWA — After claiming": where it was written.
		if (/[—–―]/.test(words[i]?.gap ?? "")) return true;
		if (!leadsIn(words[i - 1]?.text ?? "")) return false;
	}
	return false;
}

/** "Planned Parenthood": a capital inside a sentence that is no headline. */
function isNamePart({ reading }: Scene, at: number): boolean {
	const [before, here] = [reading.words[at - 1], reading.words[at]];
	return (
		here?.isCapital === true &&
		before?.sentence === here.sentence &&
		!reading.headlines.has(here.sentence) &&
		!/["“”«»:]/.test(here.gap)
	);
}

const longestOpening = 4;
const made = new Set(["makes", "made", "making"]);

/** "is critical of the plan", "was confident that": a stance told by an adjective. */
function heardInAdjective(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const after = stanceWords.get(words[at]?.text ?? "");
	const next = words[at + 1];
	if (!after || next?.sentence !== words[at]?.sentence) return [];
	const isFollowed = after.has("*") || after.has(next?.text ?? "");
	if (!isFollowed || next?.gap !== " ") return [];
	const adjective: VerbForm = { proof: "stance", form: "finite" };
	const subject = subjectBefore(scene, at, adjective);
	const isBe = words
		.slice(subject?.verbFrom ?? at, at)
		.some(({ text }) => be.has(text) || text === "'s" || made.has(text));
	return subject?.mention && isBe ? withPartners(scene, at, subject) : [];
}

function withPartners(
	scene: Scene,
	at: number,
	subject: Subject,
	length = hasParticle(scene, at) ? 2 : 1,
): Heard[] {
	const { words } = scene.reading;
	const { mention, verbFrom } = subject;
	const partners = partnersOf(scene, subject);
	const named = [...partners, ...(mention ? [mention] : [])];
	const first = Math.min(verbFrom, ...named.map((each) => each.from));
	let from = first;
	// The verb stands around its subject: "a-t-il dit".
	while (mention?.kind === "pronoun" && words[from]?.gap === "-") from--;
	const verbTo = at + length;
	const to = mention ? Math.max(mention.to, verbTo) : verbTo;
	const one: Heard = {
		mention,
		cue: spanOf(scene, from < first ? from : verbFrom, verbTo),
		block: spanOf(scene, from, to),
		kind: "verb",
	};
	return [...partners.map((partner) => ({ ...one, mention: partner })), one];
}

/** Straight after a quotation the speaker follows the verb; else most often goes before. */
function subjectOf(scene: Scene, at: number, verb: VerbForm): Subject | null {
	const after = subjectAfter(scene, at, verb);
	if (after?.isQuoteBefore) return after;
	const before = subjectBefore(scene, at, verb);
	return before?.mention ? before : (after ?? before);
}
