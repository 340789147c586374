import type { Attribution } from "./attribution.ts";
import type { Scene } from "./find-subject.ts";
import { heardAfterPhrase } from "./heard-after-phrase.ts";
import { heardAtColon } from "./heard-at-colon.ts";
import { heardByQuotation } from "./heard-by-quotation.ts";
import { heardInIncise } from "./heard-in-incise.ts";
import { heardInNoun } from "./heard-in-noun.ts";
import { heardInPassive } from "./heard-in-passive.ts";
import { heardInVerb } from "./heard-in-verb.ts";
import { makeVoices } from "./voices.ts";

const ways = [
	heardAtColon,
	heardAfterPhrase,
	heardInPassive,
	heardInVerb,
	heardByQuotation,
	heardInNoun,
];

/** Inside quotation marks. */
const waysInside = [heardAtColon, heardInIncise];

/** Every place in a text where someone is said to speak, in order. */
export function findAttributions(scene: Scene): Attribution[] {
	const { words } = scene.reading;
	const found: Attribution[] = [];
	const voices = makeVoices(scene);
	for (let at = 0; at < words.length; at++) {
		voices.hear(at);
		const here = words[at];
		if (!here) continue;
		for (const way of here.isQuoted ? waysInside : ways) {
			const heard = way(scene, at);
			const before = found.length;
			for (const { mention, ...rest } of heard) {
				const speaker = voices.who(mention, at);
				if (speaker === undefined) continue;
				voices.spoke(speaker, mention, here.sentence);
				found.push({ ...rest, speaker, sentence: here.sentence });
			}
			if (found.length > before) break;
		}
	}
	return found;
}
