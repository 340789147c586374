import { isTelling } from "./is-fronted.ts";
import { formsOf, particles } from "./particles.ts";
import type { Reading } from "./read-field.ts";
import type { Scene, Subject } from "./scene.ts";
import type { VerbForm } from "./speech-verbs.ts";
import { tellsNothing } from "./tells-nothing.ts";
import { turnsToSpeech } from "./turns-to-speech.ts";

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
	if (turnsToSpeech(scene.reading, at)) return true;
	const particle = particles.get(text);
	if (particle) {
		return particle.has(after) || hasWordsBeside(scene, at, subject);
	}
	if (tellsNothing(scene, at, verb)) return false;
	if (isTag(scene, at, subject)) return true;
	if (verb.proof === "stance") return hasComplement(scene, at);
	return verb.proof === "speech" || hasWordsBeside(scene, at, subject);
}

/** Something in the same clause is what is thought or wanted. */
function hasComplement({ reading }: Scene, at: number): boolean {
	const [here, next] = [reading.words[at], reading.words[at + 1]];
	if (!here || next?.sentence !== here.sentence) return false;
	return /^[\s“"'‘«:]+$/.test(next.gap) && !afterStance.has(next.text);
}
const afterStance = new Set("by and or but so too as in on".split(" "));

function hasWordsBeside(
	{ reading }: Scene,
	at: number,
	subject: Subject,
): boolean {
	const { words, text } = reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here) return false;
	const afterVerb = text.slice(here.end, next?.start ?? here.end + 4);
	const isOnly = next?.text === "only" || next?.text === "merely";
	const what = isOnly ? words[at + 2] : next;
	if (clauseWords.has(what?.text ?? "")) return true;
	// "recalls telling the envoy"
	if (/^(?:telling|saying|asking|warning)$/.test(next?.text ?? "")) return true;
	if (/^\s*[:,]?\s*(?:["“«‘]|''|``)|^\s*:/.test(afterVerb)) return true;
	const first = firstWord(reading, subject);
	return (
		first !== undefined &&
		quoteMark.test(first.gap) &&
		!first.gap.includes("\n")
	);
}

/** Of speaker and verb, whichever comes first. */
function firstWord({ words }: Reading, { mention, verbFrom }: Subject) {
	return words[Math.min(mention?.from ?? verbFrom, verbFrom)];
}

/** "No charge will stand, Greer concluded.": a clause, a comma, and the speaker. */
function isTag({ reading }: Scene, at: number, subject: Subject): boolean {
	const { words, text } = reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!here || !subject.mention || !tags.test(here.text)) return false;
	if (next?.sentence === here.sentence && !/^\s*[,.;]/.test(next.gap)) {
		return false;
	}
	const first = firstWord(reading, subject);
	if (!first || !/,\s*$/.test(first.gap)) return false;
	const { start = first.start } = reading.sentences[here.sentence] ?? {};
	return isTelling(text.slice(start, first.start));
}
const tags =
	/^(?:conclud|believ|think|thought|hop|suspect|fear|maintain|reason|recall|report)/;
