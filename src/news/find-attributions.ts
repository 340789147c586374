import type { Attribution, Heard } from "./attribution.ts";
import { heardAfterPhrase, phraseCues } from "./heard-after-phrase.ts";
import { heardAtColon } from "./heard-at-colon.ts";
import { heardByQuotation } from "./heard-by-quotation.ts";
import { heardFromSource } from "./heard-from-source.ts";
import { heardInHeadline } from "./heard-in-headline.ts";
import { heardInIncise } from "./heard-in-incise.ts";
import { heardInNoun } from "./heard-in-noun.ts";
import { heardInPartisan } from "./heard-in-partisan.ts";
import { heardInPassive } from "./heard-in-passive.ts";
import { heardInVerb } from "./heard-in-verb.ts";
import type { Word } from "./read-field.ts";
import type { Scene } from "./scene.ts";
import { partisans, speechNouns } from "./speech-nouns.ts";
import { speechPhraseCues } from "./speech-phrases.ts";
import { verbForms } from "./speech-verbs.ts";
import { stanceWords } from "./stance-words.ts";
import { makeVoices } from "./voices.ts";

type Way = (scene: Scene, at: number) => Heard[];

/** Most words cue nothing, so each is looked up once; the first way that hears someone counts. */
const waysOfWord = new Map<string, Way[]>();
for (const [way, cues] of [
	[heardAfterPhrase, phraseCues],
	[heardInPassive, verbForms.keys()],
	[heardInVerb, verbForms.keys()],
	[heardInVerb, stanceWords.keys()],
	[heardInVerb, speechPhraseCues],
	[heardFromSource, speechNouns],
	[heardInNoun, speechNouns],
	[heardInPartisan, partisans],
] as const) {
	for (const cue of cues) {
		const ways = waysOfWord.get(cue) ?? [];
		if (!ways.includes(way)) waysOfWord.set(cue, [...ways, way]);
	}
}
const inside: readonly Way[] = [heardInIncise];
const none: readonly Way[] = [];

/** Every place in a text where someone is said to speak, in order. */
export function findAttributions(scene: Scene): Attribution[] {
	const { words } = scene.reading;
	const found: Attribution[] = [];
	const voices = makeVoices(scene);
	for (let at = 0; at < words.length; at++) {
		const here = words[at];
		if (!here) continue;
		voices.hear(at);
		for (const way of waysAt(here)) {
			const before = found.length;
			for (const { mention, ...rest } of way(scene, at)) {
				const speaker = voices.who(mention, at);
				if (speaker === undefined) continue;
				voices.spoke(speaker, mention, here.sentence);
				found.push({
					...rest,
					speaker,
					sentence: here.sentence,
					isCarried: mention === null,
				});
			}
			if (found.length > before) break;
		}
	}
	return found;
}

/** The marks before a word are asked first, then the word, then the quotation beside it. */
function waysAt({ text, gap, isQuoted }: Word): readonly Way[] {
	const ways = waysOfWord.get(text) ?? none;
	if (isQuoted) {
		const incise = verbForms.has(text) ? inside : none;
		return gap === " " ? incise : [heardAtColon, heardInHeadline, ...incise];
	}
	return gap === " "
		? ways
		: [heardAtColon, heardInHeadline, ...ways, heardByQuotation];
}
