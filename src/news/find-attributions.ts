import type { Span } from "../text/split-sentences.ts";
import { canSpeak, partnersOf } from "./can-speak.ts";
import {
	type Scene,
	type Subject,
	subjectAfter,
	subjectBefore,
} from "./find-subject.ts";
import type { Mention } from "./mention.ts";
import { provesSpeech } from "./proves-speech.ts";
import { type VerbForm, verbForms } from "./speech-verbs.ts";
import { titleWords } from "./title-words.ts";
import { makeVoices } from "./voices.ts";

/** Someone is said to have spoken, at this place. */
export interface Attribution {
	/** The Speaker's id; null for someone who is not watched. */
	readonly speaker: string | null;
	/** The words that attribute: "has suggested", "according to", or ":". */
	readonly cue: Span;
	/** From the first to past the last character of speaker and cue together. */
	readonly block: Span;
	readonly sentence: number;
	readonly kind: "verb" | "according" | "colon";
}

/** Every place in a text where someone is said to speak, in order. */
export function findAttributions(scene: Scene): Attribution[] {
	const { words } = scene.reading;
	const found: Attribution[] = [];
	const voices = makeVoices(scene);
	for (let at = 0; at < words.length; at++) {
		voices.hear(at);
		const here = words[at];
		if (!here || here.isQuoted) continue;
		const attributions =
			colon(scene, at) ?? according(scene, at) ?? spoken(scene, at);
		for (const { mention, ...rest } of attributions) {
			const speaker = voices.who(mention, at);
			if (speaker === undefined) continue;
			voices.spoke(speaker, mention, here.sentence);
			found.push({ ...rest, speaker, sentence: here.sentence });
		}
	}
	return found;
}

interface Found extends Omit<Attribution, "speaker" | "sentence"> {
	/** Null: the voice of the clause before. */
	readonly mention: Mention | null;
}

function spoken(scene: Scene, at: number): Found[] {
	const { words } = scene.reading;
	const verb = verbForms.get(words[at]?.text ?? "");
	if (!verb) return [];
	const subject = subjectOf(scene, at, verb);
	if (!subject || !provesSpeech(scene, at, verb, subject)) return [];
	const { mention, verbFrom } = subject;
	const cue = spanOf(scene, verbFrom, at + 1);
	let from = mention ? Math.min(mention.from, verbFrom) : verbFrom;
	// The verb stands around its subject: "a-t-il dit".
	while (mention?.kind === "pronoun" && words[from]?.gap === "-") from--;
	const to = mention ? Math.max(mention.to, at + 1) : at + 1;
	const one: Found = {
		mention,
		cue,
		block: spanOf(scene, from, to),
		kind: "verb",
	};
	const partners = mention ? partnersOf(scene, mention) : [];
	return [...partners.map((partner) => ({ ...one, mention: partner })), one];
}

/** Straight after a quotation the speaker follows the verb; else most often goes before. */
function subjectOf(
	scene: Scene,
	at: number,
	verb: VerbForm,
): Subject | null {
	const after = subjectAfter(scene, at, verb);
	if (after?.isQuoteBefore) return after;
	const before = subjectBefore(scene, at, verb);
	return before?.mention ? before : (after ?? before);
}

const accordingPhrases = [
	["according", "to"],
	["selon"],
	["d", "apres"],
	["segun"],
	["de", "acuerdo", "con"],
	["in", "the", "words", "of"],
];
const articles = new Set("the le la l el".split(" "));
/** What a person's own words may be called: "according to Trump's letter". */
const ownWords = new Set(
	"words remarks statement comments account letter post posts tweet tweets testimony speech".split(
		" ",
	),
);

function according(scene: Scene, at: number): Found[] | null {
	const { words } = scene.reading;
	const phrase = accordingPhrases.find((parts) =>
		parts.every((part, i) => words[at + i]?.text === part),
	);
	if (!phrase) return null;
	const after = at + phrase.length;
	for (let i = after; i < after + 6; i++) {
		const mention = scene.startingAt.get(i);
		if (mention) {
			const isOwner = words[mention.to]?.text === "'s";
			const isOwn = ownWords.has(words[mention.to + 1]?.text ?? "");
			if (isOwner && !isOwn) return [];
			const to = isOwner ? mention.to + 2 : mention.to;
			const cue = spanOf(scene, at, after);
			return [
				{ mention, cue, block: spanOf(scene, at, to), kind: "according" },
			];
		}
		const { text = "", isCapital = false } = words[i] ?? {};
		if (!isCapital && !articles.has(text) && !titleWords.has(text)) return [];
	}
	return [];
}

/** "Greer: no renewal" at the beginning of a line, or "Greer: “No.”" anywhere. */
function colon(scene: Scene, at: number): Found[] | null {
	const { words, text } = scene.reading;
	const mention = scene.endingAt.get(at);
	const here = words[at];
	if (!here || mention?.kind !== "name") return null;
	const gap = /^\s?:\s+["“«‘']?|^\s?:\s*["“«‘']/.exec(here.gap);
	if (!gap) return null;
	const start = words[mention.from]?.start ?? 0;
	const lineStart = text.lastIndexOf("\n", start) + 1;
	const isLine = /^["“«\s]*$/.test(
		text.slice(Math.max(lineStart, start - 9), start),
	);
	const isQuoted = /["“«‘']/.test(here.gap);
	if (!isLine && !(isQuoted && canSpeak(scene, mention))) return null;
	const at0 = here.start - here.gap.length + here.gap.indexOf(":");
	const cue = { start: at0, end: at0 + 1 };
	return [{ mention, cue, block: { start, end: at0 + 1 }, kind: "colon" }];
}

function spanOf({ reading }: Scene, from: number, to: number): Span {
	return {
		start: reading.words[from]?.start ?? 0,
		end: reading.words[to - 1]?.end ?? 0,
	};
}
