import type { Word } from "./read-field.ts";
import type { Scene, Search } from "./scene.ts";

/** "used the rally to attack", "emerged from the talks saying": the verb before leads to ours. */
export function leadsToSpeech(
	{ verb, phrase, between }: Search,
	{ text }: Word,
) {
	if (phrase === 0) return false;
	if (verb.form === "gerund") return departures.has(text);
	return verb.form === "base" && between.includes("to") && uses.has(text);
}
const departures = new Set(
	"emerged left opened closed ended began started concluded returned came went arrived reacted issued released posted published sent wrote tweeted finished capped departed walked stormed".split(
		" ",
	),
);
const uses = new Set(
	"used uses using took takes taking appeared rose stood paused seized seizes returned turned interrupted phoned wrote tweeted spoke stopped held convened summoned broke joined".split(
		" ",
	),
);

/** "would say only that", "would later say", "will say, according to prepared remarks": that is said. */
export function isSaidAllTheSame(
	{ reading }: Scene,
	at: number,
	between: readonly string[],
): boolean {
	const { words } = reading;
	if (between.includes("would")) {
		const isOnly = words[at + 1]?.text === "only";
		return isOnly || between.some((text) => laterWords.has(text));
	}
	if (!between.includes("will")) return false;
	const { sentence } = words[at] ?? {};
	return words
		.slice(at, at + longestPreview)
		.some((word) => word.sentence === sentence && previews.has(word.text));
}
const laterWords = new Set("only later eventually subsequently go".split(" "));
const previews = new Set("excerpts prepared advance preview".split(" "));
const longestPreview = 40;
