import type { Reading } from "./read-field.ts";
import { verbForms } from "./speech-verbs.ts";
import { determiners } from "./structure-words.ts";

/** "sees it as", "cast him as": a view of something when this stands near. */
const asVerbs = new Set(
	"see sees saw seen seeing view views viewed viewing regard regards regarded regarding cast casts casting paint paints painted painting frame frames framed framing introduce introduces introduced introducing identify identifies identified identifying".split(
		" ",
	),
);
const asWithin = 10;

/** Whether a verb that often tells of something else tells here, by the words after it, that someone spoke. */
export function turnsToSpeech(reading: Reading, at: number): boolean {
	return [isPutIt, isPushTo, speaksOf, isToldThat, seesAs].some((turn) =>
		turn(reading, at),
	);
}

/** "as Greer put it, “…”", "Greer put it bluntly: “…”" */
function isPutIt({ words }: Reading, at: number): boolean {
	const [here, it, next] = words.slice(at, at + 3);
	if (!/^puts?$/.test(here?.text ?? "") || it?.text !== "it") return false;
	return !next || /[,:"“«]/.test(next.gap) || puttings.has(next.text);
}
const puttings = new Set(
	"this best more most bluntly simply succinctly".split(" "),
);

/** "pushing Ottawa to drop the levy": asked for. */
function isPushTo({ words }: Reading, at: number): boolean {
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
function speaksOf({ words }: Reading, at: number): boolean {
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

function seesAs({ words }: Reading, at: number): boolean {
	if (!asVerbs.has(words[at]?.text ?? "")) return false;
	for (let i = at + 1; i < at + asWithin; i++) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return false;
		if (/[,;:]/.test(here.gap)) return false;
		if (here.text === "as" || here.text === "comme") return i > at + 1;
	}
	return false;
}

/** "informed the committee that" */
function isToldThat({ words }: Reading, at: number): boolean {
	if (!informing.test(words[at]?.text ?? "")) return false;
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
