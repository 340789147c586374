import { canSpeak } from "./can-speak.ts";
import type { Scene } from "./find-subject.ts";
import type { Gender } from "./given-names.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";

/** Keeps track of whom "he" and "the minister" stand for while a text is read on. */
export interface Voices {
	/** Takes in what is mentioned at a word. */
	hear(at: number): void;
	/** Takes in that someone spoke. */
	spoke(who: string | null, mention: Mention | null, sentence: number): void;
	/** Who a mention is; null someone not watched, undefined nobody known. */
	who(mention: Mention | null, at: number): string | null | undefined;
}

/** Someone who was lately the subject of a sentence. */
interface Voice {
	readonly who: string | null;
	readonly gender: Gender | undefined;
	readonly surname: string | undefined;
	readonly sentence: number;
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
/** Verbs in the past without -ed: what stands after one is its object. */
const pastVerbs = new Set(
	"met saw beat led gave got made took won lost left held kept ran sent put let knew found heard became told had has was were is are".split(
		" ",
	),
);

const longestDescription = 6;
const remembered = 6;
/** No pronoun reaches over more sentences to someone who is not the last subject. */
const farthest = 8;

/** Starts reading a text on from its beginning, with nobody heard. */
export function makeVoices(scene: Scene): Voices {
	const { words } = scene.reading;
	const holders = new Map<string, string | null>();
	const recent: Voice[] = [];
	let inSentence: Voice | undefined;

	return {
		hear(at) {
			const mention = scene.startingAt.get(at);
			if (!mention || mention.who === undefined || words[at]?.isQuoted) return;
			for (const office of mention.offices) holders.set(office, mention.who);
			const sentence = words[at]?.sentence ?? 0;
			if (inSentence?.sentence === sentence || !isSubject(scene, mention)) {
				return;
			}
			settle(mention.who, mention, sentence);
		},
		spoke(who, mention, sentence) {
			if (who !== null || inSentence?.sentence !== sentence) {
				settle(who, mention, sentence);
			}
		},
		who(mention, at) {
			const sentence = words[at]?.sentence ?? 0;
			if (mention === null) {
				return inSentence?.sentence === sentence ? inSentence.who : undefined;
			}
			if (mention.who !== undefined) return mention.who;
			const held = mention.offices.map((office) => holders.get(office));
			const holder = held.find((who) => who !== undefined);
			return holder ?? lastOf(mention.gender, sentence)?.who;
		},
	};

	/** The last subject whose gender is not another one. */
	function lastOf(gender: Gender | undefined, sentence: number) {
		const last = recent.at(-1);
		const fits = recent.findLast(
			(voice) =>
				gender === undefined ||
				voice.gender === undefined ||
				voice.gender === gender,
		);
		const isNear = fits && sentence - fits.sentence <= farthest;
		return fits === last || isNear ? fits : undefined;
	}

	function settle(
		who: string | null,
		mention: Mention | null,
		sentence: number,
	): void {
		const isKnown = mention !== null && mention.who !== undefined;
		const { gender, surname } = isKnown
			? mention
			: (recent.findLast((voice) => voice.who === who) ?? noMarks);
		const voice = { who, gender, surname, sentence };
		const same = recent.findIndex(
			(other) => other.who === who && other.surname === surname,
		);
		if (same >= 0) recent.splice(same, 1);
		recent.push(voice);
		if (recent.length > remembered) recent.shift();
		inSentence = voice;
	}
}

const noMarks = { gender: undefined, surname: undefined };

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
		if (pastVerbs.has(before.text) || /ed$/.test(before.text)) return false;
	}
	return false;
}
