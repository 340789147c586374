import { type Heard, spanOf } from "./attribution.ts";
import { isUnrelated, mayDescribe, namedBehind } from "./described.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import { demonyms, titleWords } from "./title-words.ts";

const phrases = [
	["according", "to"],
	["per"],
	["selon"],
	["d", "apres"],
	["a", "en", "croire"],
	["si", "l", "on", "en", "croit"],
	["aux", "dires", "de"],
	["au", "dire", "de"],
	["aux", "yeux", "de"],
	["segun"],
	["de", "acuerdo", "con"],
	["a", "juicio", "de"],
	["a", "decir", "de"],
	["en", "palabras", "de"],
	["en", "opinion", "de"],
	["in", "the", "words", "of"],
	["in", "the", "view", "of"],
	["in", "the", "opinion", "of"],
	["de", "l", "avis", "de"],
	["a", "juicio", "del"],
	["en", "palabras", "del"],
	["de", "acuerdo", "al"],
];
const byFirst = Map.groupBy(phrases, ([first = ""]) => first);
/** The words with which such a phrase begins. */
export const phraseCues: readonly string[] = [
	...byFirst.keys(),
	"in",
	"by",
	"pour",
	"para",
];
const articles = new Set("the le la l el".split(" "));
/** What a person's own words may be called: "according to Trump's letter". */
const ownWords = new Set(
	"words remarks statement comments account letter post posts tweet tweets testimony speech".split(
		" ",
	),
);
/** They open a sentence and an opinion, "Pour M. Carney, …", with a comma behind the name. */
const openings = new Set(["pour", "para"]);
const joints = new Set("au aux du de des d a de del of".split(" "));
const longestDescription = 9;

/** "according to Greer", "selon le ministre", "según Ebrard". */
export function heardAfterPhrase(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const phrase = byFirst
		.get(words[at]?.text ?? "")
		?.find((parts) => parts.every((part, i) => words[at + i]?.text === part));
	if (phrase?.[0] === "per" && !/[,"”—–]/.test(words[at]?.gap ?? "")) return [];
	const isOpening = openings.has(words[at]?.text ?? "") && opens(scene, at);
	if (!phrase && !isOpening) return inWhoseWords(scene, at);
	const after = at + (phrase?.length ?? 1);
	let isDescribed = false;
	for (let i = after; i < after + longestDescription; i++) {
		const first = scene.startingAt.get(i);
		if (first) {
			const mention = namedBehind(scene, first);
			if (isDescribed && isUnrelated(scene, i)) return [];
			if (isOpening && !/^,/.test(words[mention.to]?.gap ?? "")) return [];
			const isOwner = words[mention.to]?.text === "'s";
			const isOwn = ownWords.has(words[mention.to + 1]?.text ?? "");
			if (isOwner && !isOwn) return [];
			const to = isOwner ? mention.to + 2 : mention.to;
			const cue = spanOf(scene, at, after);
			return [
				{ mention, cue, block: spanOf(scene, at, to), kind: "according" },
			];
		}
		const here = words[i];
		if (!here) return [];
		const { text, isCapital } = here;
		const isTitle =
			articles.has(text) ||
			isTitleWord(text) ||
			verbForms.has(text) ||
			joints.has(text) ||
			demonyms.has(text);
		if (!isCapital && !isTitle) {
			if (!mayDescribe(here)) return [];
			isDescribed = true;
		}
		const isParted = /[,;:.]/.test(here.gap);
		if (i > after && isParted) return [];
	}
	return [];
}

/** "ministra", "exministra" */
function isTitleWord(text: string): boolean {
	return titleWords.has(text) || titleWords.has(text.replace(/^ex/, ""));
}

/** "In Greer's words, the deal is done." */
function inWhoseWords(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	if (!/^(?:in|by)$/.test(words[at]?.text ?? "")) return [];
	const mention = scene.startingAt.get(at + 1);
	if (!mention || words[mention.to]?.text !== "'s") return [];
	const to = mention.to + 2;
	if (!ownViews.has(words[to - 1]?.text ?? "")) return [];
	const block = spanOf(scene, at, to);
	return [{ mention, cue: block, block, kind: "according" }];
}
const ownViews = new Set(
	"estimate estimates calculation words view opinion telling account judgment judgement eyes estimation reckoning".split(
		" ",
	),
);

function opens({ reading }: Scene, at: number): boolean {
	return reading.words[at - 1]?.sentence !== reading.words[at]?.sentence;
}
