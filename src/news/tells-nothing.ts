import type { Scene } from "./scene.ts";
import { personVerbs, type VerbForm } from "./speech-verbs.ts";

/** Whether a verb of saying tells here that nothing was said, or was said by others. */
export function tellsNothing(
	scene: Scene,
	at: number,
	verb: VerbForm,
): boolean {
	const text = scene.reading.words[at]?.text ?? "";
	if (phoned.has(text) && (isPhoneCall(scene, at) || isCalledOff(scene, at))) {
		return true;
	}
	return isSilence(scene, at) || isDoneTo(scene, at, verb);
}

const phoned = new Set(["call", "calls", "called", "calling"]);
const afterPhoned = new Set(
	"on in at to from last this after before earlier yesterday today and".split(
		" ",
	),
);

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

/** "Greer grilled on coffee", "Greer slammed over quotas": others did it to him. */
function isDoneTo({ reading }: Scene, at: number, { form }: VerbForm): boolean {
	const [here, next, far] = reading.words.slice(at, at + 3);
	if (form !== "participle" || !personVerbs.has(here?.text ?? "")) return false;
	if (next?.gap !== " " || next.sentence !== here?.sentence) return false;
	if (/^(?:over|about|amid)$/.test(next.text)) return true;
	return next.text === "on" && !/day$/.test(far?.text ?? "");
}
