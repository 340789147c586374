import type { Mention } from "./mention.ts";
import type { Word } from "./read-field.ts";
import type { Scene } from "./scene.ts";
import { verbForms } from "./speech-verbs.ts";
import { auxiliaries, joiners, prepositions } from "./structure-words.ts";
import { officeNouns, strangerNouns } from "./title-words.ts";

/** "a spokesman, Jane Roe.": whoever is named between commas behind what she is. */
export function namedBehind(scene: Scene, mention: Mention): Mention {
	if (mention.kind !== "office") return mention;
	const { words } = scene.reading;
	const name = scene.startingAt.get(mention.to);
	if (name?.kind !== "name" || words[mention.to]?.gap !== ", ") return mention;
	const [last, behind] = [words[name.to - 1], words[name.to]];
	const isClosed =
		behind?.sentence !== last?.sentence || /^[,;:.]/.test(behind?.gap ?? "");
	return isClosed ? name : mention;
}

/** Whether whoever is mentioned at a word is not the one described before it: "according to plant manager Jane Roe" is. */
export function isUnrelated({ reading, startingAt }: Scene, at: number) {
	const isName = startingAt.get(at)?.kind === "name";
	return isName && !isRole(reading.words[at - 1]?.text ?? "");
}

/** Whether a word may stand before a name and say who that is: "chief", "plant", "the group's". */
export function mayDescribe({ text, isQuoted }: Word): boolean {
	return !(
		isQuoted ||
		prepositions.has(text) ||
		joiners.has(text) ||
		verbForms.has(text) ||
		(auxiliaries.has(text) && text !== "'s")
	);
}

/** "economist", "manager": what someone is, who is then named. */
export function isRole(text: string): boolean {
	return (
		officeNouns.has(text) ||
		strangerNouns.has(text) ||
		/^\p{L}{3,}(?:er|or|ist|iste|ista|ian|eur|man|woman|boss|coach)$/u.test(
			text,
		)
	);
}
