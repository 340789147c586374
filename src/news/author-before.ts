import type { Scene, Subject } from "./scene.ts";
import type { VerbForm } from "./speech-verbs.ts";
import { auxiliaries } from "./structure-words.ts";

/** What speaks for whoever wrote it. */
const writings = new Set(
	"letter letters statement memo op-ed post posts tweet tweets message email note testimony column memoir filing remarks speech lettre communique message discours declaration memoire carta comunicado mensaje discurso declaracion".split(
		" ",
	),
);
const byWords = new Set(["by", "from", "de", "par", "por", "del"]);
const signings = new Set("signed written penned sent issued posted".split(" "));

/** "Greer's letter calls it", "a letter signed by Greer says": whoever wrote says it. */
export function authorBefore(
	scene: Scene,
	at: number,
	verb: VerbForm,
): Subject | null {
	if (verb.proof !== "speech" || verb.form === "base") return null;
	const { words } = scene.reading;
	if (words[at - 1]?.text === "to") return null;
	let end = at;
	while (auxiliaries.has(words[end - 1]?.text ?? "")) end--;
	if (words[end]?.sentence !== words[end - 1]?.sentence) return null;
	if (!/^\s+$/.test(words[end]?.gap ?? "")) return null;
	const mention = ownerOf(scene, end) ?? signerOf(scene, end);
	return mention ? { mention, verbFrom: end } : null;
}

/** "Greer's letter" */
function ownerOf({ reading, endingAt }: Scene, end: number) {
	const [owns, noun] = reading.words.slice(end - 2, end);
	const isOwn = owns?.text === "'s" && writings.has(noun?.text ?? "");
	return isOwn ? endingAt.get(end - 2) : undefined;
}

/** "a letter from Greer", "a letter signed by Greer" */
function signerOf({ reading, endingAt }: Scene, end: number) {
	const { words } = reading;
	const mention = endingAt.get(end);
	if (!mention || !byWords.has(words[mention.from - 1]?.text ?? "")) return;
	const isSigned = signings.has(words[mention.from - 2]?.text ?? "");
	const noun = words[mention.from - (isSigned ? 3 : 2)];
	return writings.has(noun?.text ?? "") ? mention : undefined;
}
