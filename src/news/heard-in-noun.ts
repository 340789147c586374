import { type Heard, spanOf } from "./attribution.ts";
import { partnersOf } from "./can-speak.ts";
import { englishForms } from "./english-verbs.ts";
import type { Mention } from "./mention.ts";
import type { Reading } from "./read-field.ts";
import type { Scene } from "./scene.ts";
import { lightVerbs, otherLightVerbs, speechNouns } from "./speech-nouns.ts";
import { speechPhraseAt } from "./speech-phrases.ts";
import { type VerbForm, verbForms } from "./speech-verbs.ts";
import { be, prepositions } from "./structure-words.ts";
import { subjectBefore } from "./subject-before.ts";

/** With "that" after them these are clauses of what is claimed, and no "plan that failed". */
const claims = new Set(
	"conclusion claim claims assertion assertions argument arguments insistence contention suggestion allegation allegations accusation accusations warning warnings promise promises pledge vow threat threats declaration declarations complaint denial admission prediction predictions belief view opinion concern concerns fear fears hope statement comment acknowledgment affirmation affirmations crainte avertissement promesse promesses declaracion afirmacion advertencia promesa amenaza opinion".split(
		" ",
	),
);
/** "Greer's threat to leave": he threatened to. */
const vows = new Set(
	"threat threats vow vows pledge pledges promise promises refusal offer demand demands".split(
		" ",
	),
);
const complements = new Set(
	"that to of for about on against with over as at titled saying calling from regarding concerning toward towards que qu sur contre a au aux pour envers sobre contra por al hacia".split(
		" ",
	),
);
const whosePronouns = new Map([
	["his", "m"],
	["her", "f"],
] as const);
/** Words between a verb or an owner and the noun. */
const longestBetween = 5;

const light = new Map<string, VerbForm>(
	lightVerbs.flatMap((verb): [string, VerbForm][] => {
		const { base, present, past, participle, gerund } = englishForms(verb);
		return [
			[base, { proof: "speech", form: "base" }],
			[present, { proof: "speech", form: "finite" }],
			[participle, { proof: "speech", form: "participle" }],
			[
				past,
				{
					proof: "speech",
					form: past === participle ? "participle" : "finite",
				},
			],
			[gerund, { proof: "speech", form: "gerund" }],
		];
	}),
);
for (const written of otherLightVerbs) {
	light.set(written, { proof: "speech", form: "participle" });
}

/** "issued a statement on", "Greer's claim that", "criticism from Greer", "les propos de M. Carney sur". */
export function heardInNoun(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	if (!speechNouns.has(words[at]?.text ?? "")) return [];
	return hasComplement(scene, at) ? fromVerbOrOwner(scene, at) : [];
}

/** What the words say stands right after: "that", "on tariffs", a colon or a quotation. */
function hasComplement({ reading }: Scene, at: number): boolean {
	const [here, next, far] = reading.words.slice(at, at + 3);
	if (!here || next?.sentence !== here.sentence) return false;
	if (/["“«:]|''/.test(next.gap) || isThat(reading, at)) return true;
	if (pastTime(reading, at) > at && hasThat(reading, at)) return true;
	if (!/^\s+$/.test(next.gap) || !complements.has(next.text)) return false;
	return !/day$|^(?:twitter|facebook|television|tv|cnn|fox|least|first|all|times)$/.test(
		far?.text ?? "",
	);
}

/** "Greer's argument is that" */
function isThat({ words }: Reading, at: number): boolean {
	const [, next, that] = words.slice(at, at + 3);
	return be.has(next?.text ?? "") && that?.text === "that";
}

/** "Greer's claim that" tells what he claims; "his proposal to" tells of a proposal. */
function hasThat(reading: Reading, at: number): boolean {
	const next = reading.words[pastTime(reading, at) + 1];
	const isClaim = claims.has(reading.words[at]?.text ?? "");
	return (
		(isClaim && /^(?:that|que|qu)$/.test(next?.text ?? "")) ||
		isThat(reading, at) ||
		(vows.has(reading.words[at]?.text ?? "") && next?.text === "to") ||
		/[:"“«]|''/.test(next?.gap ?? "")
	);
}

/** "Greer's comment on Sunday that", "his statement last week that": the last word of the time. */
function pastTime({ words }: Reading, at: number): number {
	const [first = "", second = ""] = words
		.slice(at + 1, at + 3)
		.map(({ text }) => text);
	if (/^(?:yesterday|today|here|earlier)$/.test(first)) return at + 1;
	const isDay = first === "on" && /day$/.test(second);
	const isLast = /^(?:last|this)$/.test(first) && timeWords.test(second);
	return isDay || isLast ? at + 2 : at;
}

const timeWords = /^(?:week|month|year|morning|evening|night|\p{L}+day)$/u;

/** Looks left from the noun for a verb that utters it, or for whose it is. */
function fromVerbOrOwner(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	for (let i = at - 1; i >= 0 && at - i <= longestBetween; i--) {
		const [here, after] = [words[i], words[i + 1]];
		if (!here || here.isQuoted || here.sentence !== after?.sentence) return [];
		if (!/^(?:\s+|-|, |['’])?$/.test(after.gap)) return [];
		const verb = light.get(here.text);
		// "voiced support" and "took issue with" are heard at their verbs.
		const isHeard =
			verbForms.get(here.text)?.proof === "speech" ||
			speechPhraseAt(words, i) > 0;
		if (verb && isHeard) return [];
		if (verb) return uttered(scene, at, i, verb);
		const owner = ownerAt(scene, i);
		if (owner)
			return hasThat(scene.reading, at) ? [owned(scene, at, owner)] : [];
		// "a" is an article here, and a preposition only in French and Spanish.
		const isPreposition = prepositions.has(here.text) && here.text !== "a";
		if (here.text === "'s" || isPreposition) return [];
	}
	return [];
}

function uttered(
	scene: Scene,
	at: number,
	verbAt: number,
	verb: VerbForm,
): Heard[] {
	const subject = subjectBefore(scene, verbAt, verb);
	if (!subject) return [];
	const { mention, verbFrom } = subject;
	const from = mention ? Math.min(mention.from, verbFrom) : verbFrom;
	const heard: Heard = {
		mention,
		cue: spanOf(scene, verbFrom, at + 1),
		block: spanOf(scene, from, at + 1),
		kind: "noun",
	};
	const partners = partnersOf(scene, subject);
	return [
		...partners.map((partner) => ({ ...heard, mention: partner })),
		heard,
	];
}

/** "Greer's", or "his" for whoever was spoken of. */
function ownerAt(scene: Scene, at: number): Mention | null {
	const here = scene.reading.words[at];
	if (here?.text === "'s") return scene.endingAt.get(at) ?? null;
	const gender = whosePronouns.get(here?.text === "her" ? "her" : "his");
	if (!here || !gender || (here.text !== "his" && here.text !== "her")) {
		return null;
	}
	const range = { from: at, to: at + 1 };
	return { ...range, who: undefined, kind: "pronoun", offices: [], gender };
}

function owned(scene: Scene, at: number, mention: Mention): Heard {
	return {
		mention,
		cue: spanOf(scene, at, at + 1),
		block: spanOf(scene, mention.from, at + 1),
		kind: "noun",
	};
}
