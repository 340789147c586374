import { type Heard, spanOf } from "./attribution.ts";
import { quotationsAround } from "./quotations-around.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import { auxiliaries } from "./structure-words.ts";

const longestDescription = 6;
const placeWords = new Set(
	"a au aux dans devant en lors sur hier lundi mardi mercredi jeudi vendredi".split(
		" ",
	),
);

/**
 * French sets who speaks inside the quotation marks: « Nous tiendrons, a dit
 * M. Carney, et nous gagnerons. » A comma, a verb, its subject, and a stop.
 */
export function heardInIncise(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const verb = verbForms.get(words[at]?.text ?? "");
	if (verb?.proof !== "speech") return [];
	if (verb.form !== "finite" && verb.form !== "participle") return [];
	let from = at;
	while (
		auxiliaries.has(words[from - 1]?.text ?? "") &&
		/^[\s'’-]+$/.test(words[from]?.gap ?? "")
	) {
		from--;
	}
	// "a-t-elle conclu": the subject stands among the verb's words.
	const inside = subjectInside(scene, at);
	if (inside !== null) from = Math.min(from, inside.from);
	while (words[from]?.gap === "-") from--;
	const start = words[from]?.start ?? 0;
	const { holding } = quotationsAround(scene.reading, start);
	if (!holding || scene.reading.text[holding.start] !== "«") return [];
	if (!/^[,?!]\s$|^\s[?!]\s$/.test(words[from]?.gap ?? "")) return [];
	const mention = inside?.mention ?? subjectBehind(scene, at);
	if (!mention) return [];
	const to = Math.max(at + 1, mention.to);
	const next = words[to];
	const isClosed =
		!next || /^\s*[,.;!?»—–]/.test(next.gap) || placeWords.has(next.text);
	if (!isClosed) return [];
	return [
		{
			mention,
			cue: spanOf(scene, from, at + 1),
			block: spanOf(scene, from, to),
			kind: "incise",
		},
	];
}

function subjectInside(scene: Scene, at: number) {
	const mention = scene.endingAt.get(at);
	return mention?.kind === "pronoun" ? { mention, from: mention.from } : null;
}

function subjectBehind(scene: Scene, at: number) {
	const { words } = scene.reading;
	for (let i = at + 1; i <= at + longestDescription; i++) {
		const here = words[i];
		if (!here || !/^[\s'’.-]+$/.test(here.gap)) return null;
		const mention = scene.startingAt.get(i);
		if (mention) return mention;
	}
	return null;
}
