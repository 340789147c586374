import type { Span } from "../text/split-sentences.ts";
import { type Heard, spanOf } from "./attribution.ts";
import { canSpeak } from "./can-speak.ts";
import { isHead } from "./is-head.ts";
import type { Mention } from "./mention.ts";
import { quotationsAround } from "./quotations-around.ts";
import type { Word } from "./read-field.ts";
import type { Scene } from "./scene.ts";
import { speechNouns } from "./speech-nouns.ts";

const colonMark = /^\s?:\s+["“«‘']?|^\s?:\s*["“«‘']/;
const onWords = new Set(["on", "sur", "sobre"]);
const longestTopic = 7;
/** "Greer to Congress: no more quotas": to whom headlines say that people speak. */
const hearers = new Set(
	"congress senate house parliament lawmakers senators mps reporters press media cnn fox bbc cbc nbc cbs abc critics allies voters workers farmers industry business executives ceos investors supporters canada ottawa mexico washington america americans canadians europe eu brussels china beijing japan tokyo india world opec nato un wto fed".split(
		" ",
	),
);
const dashMark = /^\s(?:--?|—|–)\s?(?:["“«]|'')$/;
const quotedNext = /^[^\p{L}\p{N}]*:\s*(?:["“«‘]|'')/u;
const signature = /(?:^|\s)(?:—|–|--)\s*$/;

/**
 * "Greer: no renewal" at the beginning of a line, "Greer: “No.”" anywhere,
 * "GREER: No." in a record of speech, "Greer was blunt: “No.”", and a post
 * signed "— Jamieson Greer (@ustr)".
 */
export function heardAtColon(scene: Scene, at: number): Heard[] {
	const here = scene.reading.words[at];
	if (!here) return [];
	const mention = scene.endingAt.get(at);
	const onTopic = mention ? null : headed(scene, at);
	if (onTopic) return [onTopic];
	if (mention?.kind === "name") {
		const heard = named(scene, at, mention) ?? signed(scene, at, mention);
		if (heard) return [heard];
	}
	return announced(scene, at);
}

function named(scene: Scene, at: number, mention: Mention): Heard | null {
	const { words, text } = scene.reading;
	const here = words[at];
	if (!here) return null;
	if (!colonMark.test(here.gap)) return atDash(scene, at, mention);
	const start = words[mention.from]?.start ?? 0;
	const lineStart = text.lastIndexOf("\n", start) + 1;
	const isLine = /^["“«‘'\s]*$/.test(
		text.slice(Math.max(lineStart, start - 9), start),
	);
	const from = words[mention.from - 1]?.text === "from";
	const isInside = words[mention.from]?.isQuoted === true;
	if (isInside && !isLabel(scene, mention, isLine)) return null;
	const isQuoted = /["“«‘']/.test(here.gap);
	if (!isLine && !(isQuoted && (from || canSpeak(scene, mention)))) return null;
	const cue = colonBefore(here);
	return { mention, cue, block: { start, end: cue.end }, kind: "colon" };
}

/** "Greer on steel: no deal yet", at the beginning of a line. */
function headed(scene: Scene, at: number): Heard | null {
	const { words, text } = scene.reading;
	const here = words[at];
	if (!here || !/^\s?:\s/.test(here.gap)) return null;
	for (let i = at - 2; i > 0 && at - i <= longestTopic; i--) {
		const { text: joint = "" } = words[i] ?? {};
		const isTo = joint === "to" && hearers.has(words[at - 1]?.text ?? "");
		const mention =
			onWords.has(joint) || isTo ? scene.endingAt.get(i) : undefined;
		if (mention?.kind !== "name") continue;
		const start = words[mention.from]?.start ?? 0;
		if (start > 0 && text[start - 1] !== "\n") return null;
		const cue = colonBefore(here);
		return { mention, cue, block: { start, end: cue.end }, kind: "colon" };
	}
	return null;
}

/** "…, among them Mitt Romney — “it will not do” —": a quotation of some length, no nickname. */
function atDash(scene: Scene, at: number, mention: Mention): Heard | null {
	const { words } = scene.reading;
	const here = words[at];
	if (!here?.isQuoted || !dashMark.test(here.gap)) return null;
	if (!words.slice(at, at + 5).every((word) => word.isQuoted)) return null;
	const dash = here.start - here.gap.length;
	const cue = { start: dash, end: dash + here.gap.search(/["“«']/) };
	const start = words[mention.from]?.start ?? cue.start;
	return { mention, cue, block: { start, end: cue.end }, kind: "announced" };
}

/** "GREER: No." inside quotation marks that hold the whole record. */
function isLabel({ reading }: Scene, mention: Mention, isLine: boolean) {
	const last = reading.words[mention.to - 1]?.written ?? "";
	return isLine && last.length > 2 && last === last.toUpperCase();
}

/** "… — Jamieson Greer (@ustr) May 5, 2026" */
function signed(scene: Scene, at: number, mention: Mention): Heard | null {
	const { words } = scene.reading;
	const [first, here] = [words[mention.from], words[at]];
	if (!first || !here || !/^\s+\(@/.test(here.gap)) return null;
	if (!signature.test(first.gap)) return null;
	const cue = spanOf(scene, mention.from, mention.to);
	return { mention, cue, block: cue, kind: "signed" };
}

/** The sentence ends in a colon and a quotation follows: its subject speaks. */
function announced(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const [last, here] = [words[at - 1], words[at]];
	if (!last || !here || last.isQuoted || !/^[^\p{L}\p{N}]*:/u.test(here.gap))
		return [];
	const isQuoted = quotedNext.test(here.gap);
	if (isQuoted && isTagged(scene, here.start)) return [];
	const mention = subjectOfSentence(scene, at - 1);
	const isTold =
		plainly.has(last.text) || (mention && isOfWords(scene, mention));
	if (!mention || !(isQuoted || isTold)) return [];
	const cue = colonBefore(here);
	const kind = isQuoted ? "announced" : "colon";
	return [{ mention, cue, block: cue, kind }];
}

function colonBefore({ start, gap }: Word): Span {
	const colon = start - gap.length + gap.indexOf(":");
	return { start: colon, end: colon + 1 };
}

/** "Greer was blunt: no deal." */
const plainly = new Set(
	"blunt unequivocal clear defiant adamant categorical emphatic firm direct succinct philosophical unapologetic optimistic sceptical skeptical coy".split(
		" ",
	),
);

/** "Greer's message to farmers was simple: hold on." */
function isOfWords({ reading }: Scene, { to }: Mention): boolean {
	const [owns, noun] = reading.words.slice(to, to + 2);
	return owns?.text === "'s" && ownWords.has(noun?.text ?? "");
}
const ownWords = new Set(
	"words message answer response reply advice warning pitch verdict retort plea mantra argument explanation promise pledge view take".split(
		" ",
	),
);

/** "…: “No,” the union wrote": someone else is named after it. */
function isTagged({ reading }: Scene, at: number): boolean {
	const { holding } = quotationsAround(reading, at);
	const end = holding?.end ?? at;
	return /,["”»']+$/.test(reading.text.slice(end - 3, end));
}

/** Who is named in a sentence and may speak, when there is just one. */
function subjectOfSentence(scene: Scene, last: number): Mention | null {
	const { words } = scene.reading;
	const sentence = words[last]?.sentence;
	let subject: Mention | null = null;
	for (let at = last; words[at]?.sentence === sentence; at--) {
		const mention = scene.startingAt.get(at);
		if (!mention || mention.kind === "pronoun") continue;
		const isOwn =
			words[mention.to]?.text === "'s" &&
			(speechNouns.has(words[mention.to + 1]?.text ?? "") ||
				isOfWords(scene, mention));
		const isOwner = isOwn && isHead(scene, mention.from);
		if (isOwner || canSpeak(scene, mention)) subject = mention;
	}
	return subject;
}
