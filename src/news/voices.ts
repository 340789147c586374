import { canSpeak, type Scene } from "./find-subject.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";

/** Keeps track of whom "he" and "the minister" stand for while a text is read on. */
export interface Voices {
	/** Takes in what is mentioned at a word. */
	hear(at: number): void;
	/** Takes in that someone spoke. */
	spoke(who: string | null, sentence: number): void;
	/** Who a mention is; null someone not watched, undefined nobody known. */
	who(mention: Mention | null, at: number): string | null | undefined;
}

const functionWords = new Set(
	"of in at and or to on from with for by as than that but s et de du des y del con".split(
		" ",
	),
);
const clauseOpeners = new Set(
	"and but that when while as because after before if where which said says than since though although so et mais que quand y pero cuando".split(
		" ",
	),
);

const longestDescription = 6;

/** Starts reading a text on from its beginning, with nobody heard. */
export function makeVoices(scene: Scene): Voices {
	const { words } = scene.reading;
	const holders = new Map<string, string | null>();
	let last: string | null | undefined;
	let inSentence: { index: number; who: string | null } | undefined;

	return {
		hear(at) {
			const mention = scene.startingAt.get(at);
			if (!mention || mention.who === undefined || words[at]?.isQuoted) return;
			for (const office of mention.offices) holders.set(office, mention.who);
			const sentence = words[at]?.sentence ?? 0;
			if (inSentence?.index === sentence || !isSubject(scene, mention)) return;
			settle(mention.who, sentence);
		},
		spoke(who, sentence) {
			if (who !== null || inSentence?.index !== sentence) settle(who, sentence);
		},
		who(mention, at) {
			const sentence = words[at]?.sentence ?? 0;
			if (mention === null) {
				return inSentence?.index === sentence ? inSentence.who : undefined;
			}
			if (mention.who !== undefined) return mention.who;
			const held = mention.offices.map((office) => holders.get(office));
			const holder = held.find((who) => who !== undefined);
			return mention.kind === "office" ? (holder ?? last) : last;
		},
	};

	function settle(who: string | null, sentence: number): void {
		last = who;
		inSentence = { index: sentence, who };
	}
}

/** Stands where a subject stands: at the head of a clause, with a verb after it. */
function isSubject(scene: Scene, mention: Mention): boolean {
	if (!canSpeak(scene, mention)) return false;
	const { words } = scene.reading;
	const [first, after] = [words[mention.from], words[mention.to]];
	if (!first || after?.sentence !== first.sentence) return false;
	const isFollowed = /[,—–(]|\s-\s/.test(after.gap);
	return (
		isHead(words, mention.from) &&
		(isFollowed || !functionWords.has(after.text))
	);
}

/** From here back to the clause's beginning there are at most a few describing words. */
function isHead(words: readonly Word[], from: number): boolean {
	for (let at = from; from - at < longestDescription; at--) {
		const [here, before] = [words[at], words[at - 1]];
		if (!here || before?.sentence !== here.sentence) return true;
		if (/[^\s.-]/.test(here.gap) || clauseOpeners.has(before.text)) return true;
		if (functionWords.has(before.text) || verbForms.has(before.text))
			return false;
	}
	return false;
}
