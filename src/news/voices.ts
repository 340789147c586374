import { canSpeak } from "./can-speak.ts";
import type { Gender } from "./given-names.ts";
import { functionWords, isHead } from "./is-head.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import type { Scene } from "./scene.ts";

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

/** "Carney and his team": he is still who the sentence is about. */
const ownWords = new Set("his her its son sa ses su sus".split(" "));
const remembered = 6;
/** No pronoun reaches over more sentences to someone who is not the last subject. */
const farthest = 8;
/** Nor over more words to someone who is named only afterwards. */
const farthestName = 60;

/** Starts reading a text on from its beginning, with nobody heard. */
export function makeVoices(scene: Scene): Voices {
	const { words } = scene.reading;
	const holders = new Map<string, string | null>();
	const recent: Voice[] = [];
	let inSentence: Voice | undefined;
	let lastNamed: Voice | undefined;

	return {
		hear(at) {
			const mention = scene.startingAt.get(at);
			if (!mention || words[at]?.isQuoted) return;
			if (mention.who === undefined) return hearAgain(mention, at);
			if (mention.kind === "name") lastNamed = voiceOf(mention, at);
			for (const office of mention.offices) holders.set(office, mention.who);
			const sentence = words[at]?.sentence ?? 0;
			if (!isSubject(scene, mention)) return;
			if (inSentence?.sentence !== sentence) {
				settle(mention.who, mention, sentence);
			} else if (/,\s*$/.test(words[mention.from]?.gap ?? "")) {
				const { who, gender, surname } = mention;
				inSentence = { who, gender, surname, sentence };
			}
		},
		spoke(who, mention, sentence) {
			const isOwn = inSentence?.sentence !== sentence;
			if (who !== null || isOwn || isTag(words, mention, sentence)) {
				settle(who, mention, sentence);
			}
		},
		who(mention, at) {
			if (mention !== null) return whoIs(mention, at);
			const isHere = inSentence?.sentence === words[at]?.sentence;
			return isHere ? inSentence?.who : undefined;
		},
	};

	function whoIs(mention: Mention, at: number): string | null | undefined {
		if (mention.who !== undefined) return mention.who;
		const held = mention.offices.map((office) => holders.get(office));
		const holder = held.find((who) => who !== undefined);
		if (holder !== undefined) return holder;
		const sentence = words[at]?.sentence ?? 0;
		const last = lastOf(mention.gender, sentence);
		const isOther =
			inSentence?.sentence === sentence &&
			meanwhile.has(words[mention.from - 1]?.text ?? "");
		if (mention.kind === "office") return isOther ? null : last?.who;
		if (last) return last.who;
		const isNear = sentence - (lastNamed?.sentence ?? -farthest) <= 1;
		if (isNear && lastNamed?.gender && lastNamed.gender === mention.gender) {
			return lastNamed.who;
		}
		return namedNext(scene, mention)?.who;
	}

	function voiceOf(
		{ who = null, gender, surname }: Mention,
		at: number,
	): Voice {
		return { who, gender, surname, sentence: words[at]?.sentence ?? 0 };
	}

	/** "He left early, saying": whoever he is, the sentence is about him. */
	function hearAgain(mention: Mention, at: number): void {
		const sentence = words[at]?.sentence ?? 0;
		if (inSentence?.sentence === sentence || !isSubject(scene, mention)) return;
		const who = whoIs(mention, at);
		if (who === undefined) return;
		const { gender } = mention;
		inSentence = { who, gender, surname: undefined, sentence };
	}

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

/** "“No,” he said. Doug Ford was in Windsor.": whoever the next sentence is about. */
function namedNext(scene: Scene, { to, gender }: Mention): Mention | undefined {
	const { words } = scene.reading;
	const last = (words[to - 1]?.sentence ?? 0) + 1;
	for (let at = to; at < to + farthestName; at++) {
		if ((words[at]?.sentence ?? Infinity) > last) return undefined;
		const mention = scene.startingAt.get(at);
		if (mention?.kind !== "name" || words[at]?.isQuoted) continue;
		const isOther = gender && mention.gender && gender !== mention.gender;
		if (!isOther && isSubject(scene, mention)) return mention;
	}
	return undefined;
}

/** "Greer listened as the chairman spoke", "described by the chairman": it is not he. */
const meanwhile = new Set("as when while after before because by".split(" "));

/** The verb, and whom it was said to: "told Reuters". */
const longestTag = 3;

/** "…, an aide said.": the sentence ends with whoever said it, and "he" is that one next. */
function isTag(
	words: readonly Word[],
	mention: Mention | null,
	sentence: number,
): boolean {
	if (mention === null) return false;
	const behind = words[mention.to + longestTag];
	const before = words.slice(mention.from - 1, mention.from + 1);
	const isParted = before.some(({ gap }) => /^,/.test(gap));
	return isParted && behind?.sentence !== sentence;
}

const sequences = new Set("after before since than".split(" "));

/** "Greer on Thursday night offered" */
function isTime(words: readonly Word[], at: number): boolean {
	const [on, day] = [words[at], words[at + 1]];
	return on?.text === "on" && /day$/.test(day?.text ?? "");
}

const noMarks = { gender: undefined, surname: undefined };

/** Stands where a subject stands: at the head of a clause, with a verb after it. */
function isSubject(scene: Scene, mention: Mention): boolean {
	if (!canSpeak(scene, mention)) return false;
	const { words } = scene.reading;
	const [first, after] = [words[mention.from], words[mention.to]];
	if (!first || after?.sentence !== first.sentence) return false;
	// "Speaking after Greer, the premier said"
	const isAfter =
		/^,/.test(after.gap) && sequences.has(words[mention.from - 1]?.text ?? "");
	if (isAfter) return false;
	const isFollowed =
		/[,—–(]|\s-\s/.test(after.gap) || isTime(words, mention.to);
	return (
		isHead(scene, mention.from) &&
		(isFollowed ||
			!functionWords.has(after.text) ||
			ownWords.has(words[mention.to + 1]?.text ?? ""))
	);
}
