import { formsOf, particles } from "./particles.ts";
import type { Word } from "./read-field.ts";
import type { Scene, Subject } from "./scene.ts";
import { personVerbs, type VerbForm, verbForms } from "./speech-verbs.ts";
import { determiners } from "./structure-words.ts";

const clauseWords = new Set(
	"that que qu how why whether what if como por si he she they there we pourquoi comment quand porque".split(
		" ",
	),
);
const quoteMark = /["“”«»]|''|``|[‘']\S/;

/** No speech with these after them: "compared with last year", "thanks to him". */
const otherwise = formsOf([
	["compared", "with to"],
	["thanks", "to in largely"],
	["posted", "a an record higher lower"],
	["attributed", "to"],
	["knock knocked", "off out over"],
	["back backs backed backing", "off away down out to up"],
]);

/** "sees it as", "cast him as": a view of something when this stands near. */
const asVerbs = new Set(
	"see sees saw seen seeing view views viewed viewing regard regards regarded regarding cast casts casting paint paints painted painting frame frames framed framing introduce introduces introduced introducing identify identifies identified identifying".split(
		" ",
	),
);
const asWithin = 10;

const phoned = new Set(["call", "calls", "called", "calling"]);
const afterPhoned = new Set(
	"on in at to from last this after before earlier yesterday today and".split(
		" ",
	),
);

/** Whether a verb with its subject says that words were spoken, or what someone thinks. */
export function provesSpeech(
	scene: Scene,
	at: number,
	verb: VerbForm,
	subject: Subject,
): boolean {
	const { words } = scene.reading;
	const [here, next] = [words[at], words[at + 1]];
	const { text = "" } = here ?? {};
	const after = next?.sentence === here?.sentence ? (next?.text ?? "") : "";
	if (otherwise.get(text)?.has(after)) return false;
	if (isPutIt(scene, at)) return true;
	const particle = particles.get(text);
	if (particle) {
		return (
			particle.has(after) ||
			isPushTo(scene, at) ||
			speaksOf(scene, at) ||
			hasWordsBeside(scene, at, subject)
		);
	}
	if (phoned.has(text) && (isPhoneCall(scene, at) || isCalledOff(scene, at))) {
		return false;
	}
	if (isDoneTo(scene, at, verb)) return false;
	if (asVerbs.has(text) && hasAs(scene, at)) return true;
	if (isSilence(scene, at)) return false;
	if (verb.proof === "stance") return hasComplement(scene, at);
	return verb.proof === "speech" || hasWordsBeside(scene, at, subject);
}

/** "as Greer put it, “…”", "Greer put it bluntly: “…”" */
function isPutIt({ reading }: Scene, at: number): boolean {
	const [here, it, next] = reading.words.slice(at, at + 3);
	if (!/^puts?$/.test(here?.text ?? "") || it?.text !== "it") return false;
	return !next || /[,:"“«]/.test(next.gap) || puttings.has(next.text);
}
const puttings = new Set(
	"this best more most bluntly simply succinctly".split(" "),
);

/** "pushing Ottawa to drop the levy": asked for. */
function isPushTo({ reading }: Scene, at: number): boolean {
	const { words } = reading;
	if (!/^push/.test(words[at]?.text ?? "")) return false;
	for (let i = at + 1; i <= at + longestPushed; i++) {
		const [here, next] = [words[i], words[i + 1]];
		if (here?.gap !== " " || here.sentence !== words[at]?.sentence)
			return false;
		if (here.text === "to")
			return next?.isCapital === false && !determiners.has(next.text);
	}
	return false;
}
const longestPushed = 5;

/** "spoke at the White House on Tuesday about", "spoke movingly of" */
function speaksOf({ reading }: Scene, at: number): boolean {
	const { words } = reading;
	if (!speaking.test(words[at]?.text ?? "")) return false;
	for (let i = at + 1; i <= at + asWithin; i++) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return false;
		if (here.gap !== " " || verbForms.has(here.text)) return false;
		if (here.text === "about") return true;
		if (here.text === "of") return /ly$/.test(words[i - 1]?.text ?? "");
	}
	return false;
}
const speaking = /^(?:talk|speak|spoke)/;

/** "called Carney on Monday" */
function isPhoneCall({ reading, startingAt }: Scene, at: number): boolean {
	const called = startingAt.get(at + 1);
	if (!called) return false;
	const after = reading.words[called.to];
	return (
		!after ||
		after.sentence !== reading.words[at]?.sentence ||
		afterPhoned.has(after.text)
	);
}

/** "called them off", "called off the talks" */
function isCalledOff({ reading }: Scene, at: number): boolean {
	return reading.words
		.slice(at + 1, at + 3)
		.some(({ text, gap }) => text === "off" && gap === " ");
}

/** "refused to comment", "said nothing": nothing is said. */
function isSilence({ reading }: Scene, at: number): boolean {
	const [here, next, what] = reading.words.slice(at, at + 3);
	const isBare = next?.gap === " " && next.sentence === here?.sentence;
	const isLittle = next?.text === "little" && /^sa[iy]/.test(here?.text ?? "");
	if (isBare && (next?.text === "nothing" || isLittle)) return true;
	if (unwilling.test(here?.text ?? "") && silences.has(next?.text ?? "")) {
		return true;
	}
	return /^refus/.test(here?.text ?? "") && silences.has(what?.text ?? "");
}
const unwilling = /^(?:voulu|souhaite|quiso|queria)$/;
const silences = new Set(
	"say comment answer discuss disclose elaborate speak talk respond name identify commenter repondre preciser comentar responder".split(
		" ",
	),
);

/** Something in the same clause is what is thought or wanted. */
function hasComplement({ reading }: Scene, at: number): boolean {
	const [here, next] = [reading.words[at], reading.words[at + 1]];
	if (!here || next?.sentence !== here.sentence) return false;
	return /^[\s“"'‘«:]+$/.test(next.gap) && !afterStance.has(next.text);
}
const afterStance = new Set("by and or but so too as in on".split(" "));

function hasAs({ reading }: Scene, at: number): boolean {
	const { words } = reading;
	for (let i = at + 1; i < at + asWithin; i++) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return false;
		if (/[,;:]/.test(here.gap)) return false;
		if (here.text === "as" || here.text === "comme") return i > at + 1;
	}
	return false;
}

function hasWordsBeside(
	{ reading }: Scene,
	at: number,
	{ mention, verbFrom }: Subject,
): boolean {
	const { words, text } = reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here) return false;
	const afterVerb = text.slice(here.end, next?.start ?? here.end + 4);
	const isOnly = next?.text === "only" || next?.text === "merely";
	const what = isOnly ? words[at + 2] : next;
	if (clauseWords.has(what?.text ?? "")) return true;
	if (informing.test(here.text) && isToldThat(words, at)) return true;
	// "recalls telling the envoy"
	if (/^(?:telling|saying|asking|warning)$/.test(next?.text ?? "")) return true;
	if (/^\s*[:,]?\s*(?:["“«‘]|''|``)|^\s*:/.test(afterVerb)) return true;
	const first = words[Math.min(mention?.from ?? verbFrom, verbFrom)];
	return (
		first !== undefined &&
		quoteMark.test(first.gap) &&
		!first.gap.includes("\n")
	);
}

/** "informed the committee that" */
function isToldThat(words: readonly Word[], at: number): boolean {
	for (let i = at + 1; i <= at + longestHearer; i++) {
		const here = words[i];
		if (here?.gap !== " " || here.sentence !== words[at]?.sentence)
			return false;
		if (here.text === "that") return true;
	}
	return false;
}
const informing = /^(?:inform|notif|brief)/;
const longestHearer = 6;

/** "Greer grilled on coffee", "Greer slammed over quotas": others did it to him. */
function isDoneTo({ reading }: Scene, at: number, { form }: VerbForm): boolean {
	const [here, next, far] = reading.words.slice(at, at + 3);
	if (form !== "participle" || !personVerbs.has(here?.text ?? "")) return false;
	if (next?.gap !== " " || next.sentence !== here?.sentence) return false;
	if (/^(?:over|about|amid)$/.test(next.text)) return true;
	return next.text === "on" && !/day$/.test(far?.text ?? "");
}
