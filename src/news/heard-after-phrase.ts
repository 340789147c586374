import { type Heard, spanOf } from "./attribution.ts";
import type { Scene } from "./find-subject.ts";
import { titleWords } from "./title-words.ts";

const phrases = [
	["according", "to"],
	["selon"],
	["d", "apres"],
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
];
const byFirst = Map.groupBy(phrases, ([first = ""]) => first);
const articles = new Set("the le la l el".split(" "));
/** What a person's own words may be called: "according to Trump's letter". */
const ownWords = new Set(
	"words remarks statement comments account letter post posts tweet tweets testimony speech".split(
		" ",
	),
);
const longestDescription = 6;

/** "according to Greer", "selon le ministre", "según Ebrard". */
export function heardAfterPhrase(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const phrase = byFirst
		.get(words[at]?.text ?? "")
		?.find((parts) => parts.every((part, i) => words[at + i]?.text === part));
	if (!phrase) return [];
	const after = at + phrase.length;
	for (let i = after; i < after + longestDescription; i++) {
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
