import type { Mention } from "./mention.ts";
import type { Scene } from "./scene.ts";
import { personVerbs, verbForms } from "./speech-verbs.ts";
import {
	auxiliaries,
	conditions,
	determiners,
	listJoiners,
	prepositions,
} from "./structure-words.ts";

/** "said auto-parts makers' president Flavio Volpe": words between verb and name. */
const longestList = 8;

/** Not "aides to Greer", "Greer's office", "if Greer", "who backed Greer". */
export function canSpeak(scene: Scene, mention: Mention): boolean {
	const { words } = scene.reading;
	const { from, to, kind } = mention;
	const [first, before, after] = [words[from], words[from - 1], words[to]];
	if (!first || first.isQuoted) return false;
	if (isAttribute(scene, mention)) return false;
	// "la fondation Trump", "el gobierno Carney": in French and Spanish it follows.
	const isBody =
		namedBodies.has(before?.text ?? "") &&
		!/^(?:the|this|that)$/.test(words[from - 2]?.text ?? "");
	if (kind === "name" && isBody) return false;
	if (isOwner(scene, mention)) {
		// "he's said" is "he has said".
		return after?.gap === "" && (first.text === "he" || first.text === "she");
	}
	if (!before || before.sentence !== first.sentence) return true;
	if (/[,;:)"”»—–]|--/.test(first.gap)) return true;
	// "a spokesman": before an office it is an article, as "à" before a name is not.
	const isArticle = before.text === "a" && kind === "office";
	return !(
		(prepositions.has(before.text) && !isArticle) ||
		conditions.has(before.text) ||
		(kind !== "pronoun" && isObject(scene, from))
	);
}

/** "the Trump campaign": the name describes something else. */
export function isAttribute({ reading }: Scene, mention: Mention): boolean {
	const { from, to, kind } = mention;
	const [before, first] = [reading.words[from - 1], reading.words[from]];
	return (
		kind === "name" &&
		to - from === 1 &&
		determiners.has(before?.text ?? "") &&
		/^\s+$/.test(first?.gap ?? "")
	);
}

const namedBodies = new Set(
	"administration gouvernement gobierno administracion fondation fundacion equipe equipo campagne campana loi ley plan organisation organizacion famille familia clan camp tour torre groupe grupo affaire caso doctrine doctrina ere era cabinet gabinete".split(
		" ",
	),
);

/** "who accused Greer", "refuses to endorse Greer", "introducing Greer". */
function isObject({ reading }: Scene, from: number): boolean {
	const [far, before] = [reading.words[from - 2], reading.words[from - 1]];
	const verb = before?.text ?? "";
	if (personVerbs.has(verb)) return true;
	if (/^\p{L}{3,}ing$/u.test(verb) && !ingNouns.has(verb)) return true;
	return far?.text === "to" && verbForms.get(verb)?.form === "base";
}
/** No gerunds with an object: "this morning Greer said", "leaders including Greer said". */
const ingNouns = new Set(
	"including morning evening nothing something anything everything during spring meeting hearing briefing filing ruling saying beijing boeing".split(
		" ",
	),
);

/** "Greer's", "the ministers'". */
export function isOwner({ reading }: Scene, { to }: Mention): boolean {
	return reading.words[to]?.text === "'s";
}

/** The others of a list, "McCain, Ayotte (N.H.) and Grassley said": all of them speak. */
export function partnersOf(
	scene: Scene,
	{ mention, isList: isNamedList = false }: Listed,
): Mention[] {
	const partners: Mention[] = [];
	if (!mention) return partners;
	let here = mention;
	let isList = isNamedList;
	while (partners.length < longestList) {
		const { words } = scene.reading;
		let at = startOfDescription(scene, here.from);
		if (listJoiners.has(words[at - 1]?.text ?? "")) {
			isList = true;
			at--;
		} else if (!/,\s*$/.test(words[at]?.gap ?? "")) break;
		const before = listedBefore(scene, at);
		if (!before || before.kind === "pronoun" || !canSpeak(scene, before)) break;
		partners.push(before);
		here = before;
	}
	return isList ? partners.reverse() : [];
}

/** The last of those named, and whether a list goes on after the name. */
interface Listed {
	readonly mention: Mention | null;
	readonly isList?: boolean;
}

/** "Ohio Gov. John Kasich, retired surgeon Ben Carson": back over what describes the next one. */
function startOfDescription({ reading }: Scene, at: number): number {
	const { words } = reading;
	for (let from = at; at - from < 5; from--) {
		const [here, before] = [words[from], words[from - 1]];
		if (!here || !before || before.sentence !== here.sentence) return at;
		if (/,\s*$/.test(here.gap) || listJoiners.has(before.text)) return from;
		const isClause =
			prepositions.has(before.text) ||
			(auxiliaries.has(before.text) && before.text !== "'s") ||
			(verbForms.has(before.text) && !before.isCapital);
		if (isClause || !/^[\s.]*$/.test(here.gap)) return at;
	}
	return at;
}

/** Whoever ends here, or before a bracket or a title that ends here: "Ayotte (N.H.),". */
function listedBefore(scene: Scene, at: number): Mention | undefined {
	const { words } = scene.reading;
	const before = scene.endingAt.get(at);
	if (before || !/\)/.test(words[at]?.gap ?? "")) return before;
	for (let i = at - 1; at - i < 5; i--) {
		if (/\(/.test(words[i]?.gap ?? "")) return scene.endingAt.get(i);
	}
	return undefined;
}
