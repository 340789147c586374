import { type Heard, spanOf } from "./attribution.ts";
import { canSpeak } from "./can-speak.ts";
import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import {
	auxiliaries,
	be,
	denials,
	determiners,
	joiners,
	modals,
	prepositions,
} from "./structure-words.ts";
import { demonyms, titleWords } from "./title-words.ts";

const articles = new Set("the le la l el".split(" "));
const closing = /(?:[,.?!…—–]\s?["”»]|''|["”»]\s?[,—–])\s*$/;
const longestDescription = 5;
const isVerbal = /(?:ed|[^s]s|é|e|i|u|it|ó|aba|ía|ado|ido|cho|to)$/u;
const infinitive = /(?:er|ir|re|ar)$/;

/**
 * Beside a quotation any verb speaks, known or not: "“No,” thundered Ford",
 * "“No,” Ford thundered.", « Non », a tonné M. Carney, “No”, espetó Ebrard.
 */
export function heardByQuotation(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const here = words[at];
	if (!here || here.isQuoted || !closing.test(here.gap)) return [];
	const named = scene.startingAt.get(at);
	const heard = named ? nameFirst(scene, named) : verbFirst(scene, at);
	return heard ? [heard] : [];
}

function nameFirst(scene: Scene, mention: Mention): Heard | null {
	const { words } = scene.reading;
	const [verb, next] = [words[mention.to], words[mention.to + 1]];
	if (!isVerb(verb) || verb?.gap !== " " || !canSpeak(scene, mention))
		return null;
	const isClosed = !next || /^\s*[,.;:]/.test(next.gap);
	if (!isClosed || !/ed$/.test(verb.text)) return null;
	return {
		mention,
		cue: spanOf(scene, mention.to, mention.to + 1),
		block: spanOf(scene, mention.from, mention.to + 1),
		kind: "verb",
	};
}

function verbFirst(scene: Scene, at: number): Heard | null {
	const { words } = scene.reading;
	let verbAt = at;
	while (auxiliaries.has(words[verbAt]?.text ?? "") && verbAt - at < 3)
		verbAt++;
	// "“…,” producers Roe and Doe said"
	if (/(?:er|or|ist)s$/.test(words[verbAt]?.text ?? "")) return null;
	if (!isVerb(words[verbAt]) || !isVerbal.test(words[verbAt]?.written ?? "")) {
		return null;
	}
	// « Non », s'est contenté de répondre M. Carney.
	const isLed = /^(?:de|a)$/.test(words[verbAt + 1]?.text ?? "");
	if (isLed && infinitive.test(words[verbAt + 2]?.text ?? "")) verbAt += 2;
	for (let i = verbAt + 1; i <= verbAt + longestDescription; i++) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return null;
		if (!/^[\s'’.-]+$/.test(here.gap)) return null;
		const mention = scene.startingAt.get(i);
		if (mention && words[mention.to]?.text !== "'s") {
			return {
				mention,
				cue: spanOf(scene, at, verbAt + 1),
				block: spanOf(scene, at, mention.to),
				kind: "verb",
			};
		}
		const isTitle = titleWords.has(here.text) || demonyms.has(here.text);
		if (!isTitle && !here.isCapital && !articles.has(here.text)) return null;
	}
	return null;
}

/** A small word is no verb, and a known verb is heard elsewhere. */
function isVerb(word: Word | undefined): boolean {
	if (!word || word.isCapital || word.isQuoted) return false;
	const small = [
		...[auxiliaries, be, denials, determiners],
		...[joiners, modals, prepositions],
	];
	return !verbForms.has(word.text) && !small.some((set) => set.has(word.text));
}
