import { type Heard, spanOf } from "./attribution.ts";
import type { Scene } from "./scene.ts";
import { be } from "./structure-words.ts";
import { subjectBefore } from "./subject-before.ts";

/** Words between "is" and what someone is. */
const longestPraise = 8;

/** "has been a consistent critic of the pact" */
export function heardInPartisan(scene: Scene, at: number): Heard[] {
	const { words } = scene.reading;
	const [here, next] = [words[at], words[at + 1]];
	if (!/^(?:of|de|du|des|del|d)$/.test(next?.text ?? "")) return [];
	for (let i = at - 1; i >= 0 && at - i <= longestPraise; i--) {
		const [word, after] = [words[i], words[i + 1]];
		if (word?.sentence !== here?.sentence) return [];
		if (!/^[\s'’-]*$|^, $/.test(after?.gap ?? ",")) return [];
		if (!be.has(word?.text ?? "") || word?.isQuoted) continue;
		const subject = subjectBefore(scene, i, {
			proof: "stance",
			form: "finite",
		});
		if (!subject?.mention) return [];
		const { mention, verbFrom } = subject;
		return [
			{
				mention,
				cue: spanOf(scene, verbFrom, at + 1),
				block: spanOf(scene, Math.min(mention.from, verbFrom), at + 1),
				kind: "noun",
			},
		];
	}
	return [];
}
