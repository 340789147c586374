import { type Heard, spanOf } from "./attribution.ts";
import type { Scene } from "./scene.ts";

const opening = /^\s(?:["“‘']|'')$/;
/** A headline quotes a few words. */
const shortQuote = /^["“‘'](?:\S+ ){0,5}\S+?["”’'](?=\s|$)/;

/** "Greer “optimistic” on quotas": a line without a full stop that begins with a name and quoted words. */
export function heardInHeadline(scene: Scene, at: number): Heard[] {
	const { words, text } = scene.reading;
	const [here, mention] = [words[at], scene.endingAt.get(at)];
	if (mention?.kind !== "name" || !here || !opening.test(here.gap)) return [];
	const { start = 0 } = words[mention.from] ?? {};
	if (start > 0 && text[start - 1] !== "\n") return [];
	const lineEnd = text.indexOf("\n", start);
	const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
	if (/[.!?…]["”’']*\s*$/.test(line)) return [];
	const quote = text.slice(here.start - 1, here.start + 200);
	if (!shortQuote.test(quote)) return [];
	const cue = spanOf(scene, mention.from, mention.to);
	return [{ mention, cue, block: cue, kind: "colon" }];
}
