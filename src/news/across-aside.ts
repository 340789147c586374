import { canSpeak, isOwner } from "./can-speak.ts";
import type { Mention } from "./mention.ts";
import type { Scene, Search, Subject } from "./scene.ts";
import { listJoiners } from "./structure-words.ts";

/** Marks that part an aside from its sentence. */
export const asideMark = /[,()—–]|\s--?\s/;
const relatives = new Set(["who", "qui", "quien"]);
const longestPlace = 4;
/** No subject stands farther from its verb, in words. */
export const farthest = 30;

/** Who speaks past an aside, "Greer, who met him, said"; or a clause hung on: ", saying". */
export function acrossAside({
	scene,
	at,
	next,
	verb,
	verbFrom,
	between,
}: Search): Subject | null {
	const { form } = verb;
	const touching =
		speakerEndingAt(scene, next) ?? speakerBeforePhrase(scene, next);
	const farther = speakerBeforeAside(scene, next);
	if (form === "gerund" && next === at) {
		return { mention: withWhom(scene, next), verbFrom };
	}
	const { words } = scene.reading;
	if (relatives.has(words[next]?.text ?? "")) {
		const antecedent = scene.endingAt.get(next);
		if (antecedent && !isOwner(scene, antecedent)) {
			return { mention: antecedent, verbFrom };
		}
	}
	const named = lastNamed(scene, next);
	if (named) return { mention: named, verbFrom, isList: true };
	if (form === "base" && goesOn(between)) return { mention: null, verbFrom };
	if (form === "base" && !farther) return null;
	// "Bush, Christie and Paul — hoped": the last of a list, not the one before it.
	const isListed = listJoiners.has(
		words[(touching?.from ?? 0) - 1]?.text ?? "",
	);
	if (touching && isListed) return { mention: touching, verbFrom };
	const mention =
		farther?.kind === "name" ? farther : (touching ?? farther ?? null);
	return { mention, verbFrom };
}

/** "— Bush, Carson, Christie and Paul — hoped": a list that ends with a bare name. */
function lastNamed(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	const [joint, last] = [words[next - 2], words[next - 1]];
	if (!last?.isCapital || !listJoiners.has(joint?.text ?? "")) return null;
	return scene.endingAt.has(next) ? null : speakerEndingAt(scene, next - 2);
}

/** "Greer, who met Carney, said": Greer. */
function speakerBeforeAside(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	for (let i = next - 1; i > 0 && next - i < farthest; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[next]?.sentence) return null;
		if (!asideMark.test(here.gap)) continue;
		const mention = speakerEndingAt(scene, i) ?? speakerBeforePhrase(scene, i);
		if (mention) return mention;
	}
	return null;
}

/** "Kasich of Ohio, a Republican, said": Kasich. */
function speakerBeforePhrase(scene: Scene, at: number): Mention | null {
	const { words } = scene.reading;
	for (let i = at - 1; i > 0 && at - i <= longestPlace; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[at]?.sentence) return null;
		if (here.text === "of" || here.text === "de") {
			return speakerEndingAt(scene, i);
		}
		if (!/^[\s.-]+$/.test(here.gap)) return null;
	}
	return null;
}

/** "with Greer — who met him — saying": Greer. */
function withWhom(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	for (let i = next - 1; i > 0 && next - i < farthest; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[next]?.sentence) return null;
		const isAside = /[(—–]|--/.test(here.gap) || relatives.has(here.text);
		const mention = isAside ? scene.endingAt.get(i) : null;
		if (mention && words[mention.from - 1]?.text === "with") return mention;
	}
	return null;
}

/** ", going on to say" */
function goesOn(between: readonly string[]): boolean {
	return between.some((text) => /^(?:going|continuing)$/.test(text));
}

/** Whoever is named right before a word and may speak. */
export function speakerEndingAt(scene: Scene, at: number): Mention | null {
	const mention = scene.endingAt.get(at);
	return mention && canSpeak(scene, mention) ? mention : null;
}
