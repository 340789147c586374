import type { Scene, Subject } from "./find-subject.ts";
import type { VerbForm } from "./speech-verbs.ts";

const thatWords = new Set(["that", "que", "qu"]);
const quoteMark = /["“”«»]|[‘']\S/;
/** Particles without which the verb is no speech: "pointed to", "talked about". */
const particles: Readonly<Record<string, ReadonlySet<string>>> = {
	point: new Set(["to", "out"]),
	talk: new Set(["about", "of", "up", "down"]),
	speak: new Set(["about", "of", "out", "against"]),
};
const needsParticle = new Map(
	[
		["point", "points pointed pointing point"],
		["talk", "talks talked talking talk"],
		["speak", "speaks spoke spoken speaking speak"],
	].flatMap(([verb = "", forms = ""]) =>
		forms.split(" ").map((form) => [form, particles[verb]] as const),
	),
);
const phoned = new Set(["call", "calls", "called", "calling"]);
const afterPhoned = new Set(
	"on in at to from last this after before earlier yesterday today and".split(
		" ",
	),
);

/** No speech with these after them: "compared with last year", "thanks to him". */
const otherwise: Readonly<Record<string, ReadonlySet<string>>> = {
	compared: new Set(["with", "to"]),
	thanks: new Set(["to", "in", "largely"]),
	posted: new Set(["a", "an", "record", "higher", "lower"]),
};

/** Whether a verb with its subject says that words were spoken. */
export function provesSpeech(
	scene: Scene,
	at: number,
	verb: VerbForm,
	subject: Subject,
): boolean {
	const { words } = scene.reading;
	const [here, next] = [words[at], words[at + 1]];
	const particle = needsParticle.get(here?.text ?? "");
	if (particle && !particle.has(next?.text ?? "")) {
		return hasWordsBeside(scene, at, subject);
	}
	if (otherwise[here?.text ?? ""]?.has(next?.text ?? "")) return false;
	if (phoned.has(here?.text ?? "") && isPhoneCall(scene, at)) return false;
	return verb.proof === "speech" || hasWordsBeside(scene, at, subject);
}

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

function hasWordsBeside(
	{ reading }: Scene,
	at: number,
	{ mention, verbFrom }: Subject,
): boolean {
	const { words, text } = reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here) return false;
	const afterVerb = text.slice(here.end, next?.start ?? here.end + 4);
	if (thatWords.has(next?.text ?? "") || /^\s*[:,]?\s*["“«‘]/.test(afterVerb)) {
		return true;
	}
	if (/^\s*:/.test(afterVerb)) return true;
	const first = words[Math.min(mention?.from ?? verbFrom, verbFrom)];
	return (
		first !== undefined &&
		quoteMark.test(first.gap) &&
		!first.gap.includes("\n")
	);
}
