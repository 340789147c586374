import type { Mention } from "./mention.ts";
import type { Reading, Word } from "./read-field.ts";
import type { VerbForm } from "./speech-verbs.ts";

/** A text with everyone mentioned in it. */
export interface Scene {
	readonly reading: Reading;
	readonly mentions: readonly Mention[];
	/** Mentions by the word index at which they start, and past which they end. */
	readonly startingAt: ReadonlyMap<number, Mention>;
	readonly endingAt: ReadonlyMap<number, Mention>;
}

/** Who did what a verb says. */
export interface Subject {
	/** Null when the verb takes over the subject of the clause before: "and said", ", saying". */
	readonly mention: Mention | null;
	/** Where the verb's own words begin: "has suggested", "a déclaré". */
	readonly verbFrom: number;
	/** A quotation ends right before the verb: "…," said Greer. */
	readonly isQuoteBefore?: boolean;
}

const be = new Set(
	"is was were are be been being am est ete fue ser sido".split(" "),
);
const auxiliaries = new Set(
	"is was were are been be being has have had 's did does do a ont avait avaient aura est s t l lui leur ha han habia se lo le les nous me to et".split(
		" ",
	),
);
const adverbs = new Set(
	"also since recently later then now again once twice repeatedly just still even already previously once often sometimes always long first himself herself instead too soon thus earlier later today yesterday tonight on in this last week month year morning afternoon evening night day weekend late early monday tuesday wednesday thursday friday saturday sunday went going goes on to continued continues quoted as aussi ensuite egalement deja notamment toutefois encore meme hier lundi mardi mercredi jeudi vendredi samedi dimanche ce matin tambien ademas ayer asimismo incluso lunes martes miercoles jueves viernes sabado domingo ya luego both all who qui quien que rather famously reportedly".split(
		" ",
	),
);
/** Said not to have been said, or not yet. */
const denials = new Set(
	"not never didn't hasn't haven't hadn't doesn't don't isn't wasn't won't wouldn't couldn't can't cannot would could may might should will must can nor ne n pas jamais no nunca".split(
		" ",
	),
);
const joiners = new Set(
	"and but or then yet while et mais puis y e pero".split(" "),
);
const byWords = new Set("by in while when after before en al".split(" "));
const prepositions = new Set(
	"of for to with by from about against on at in like than toward towards between among behind beyond under over around near without told de du des d pour par avec chez contre sur a del con por sobre hacia al".split(
		" ",
	),
);
const determiners = new Set("the a an this every each some many".split(" "));
const conditions = new Set("if whether unless si".split(" "));
/** "said auto-parts makers' president Flavio Volpe": words between verb and name. */
const longestList = 8;
const longestDescription = 7;
const asideMark = /[,()—–]|\s-\s/;
/** No subject stands farther from its verb, in words. */
const farthest = 30;

/** Looks left from a verb of saying for who said it; null when nobody did. */
export function subjectBefore(
	scene: Scene,
	at: number,
	form: VerbForm["form"],
): Subject | null {
	const { words } = scene.reading;
	const between: string[] = [];
	let verbFrom = at;
	for (let next = at; next > 0 && at - next < farthest; next--) {
		const [here, before] = [words[next], words[next - 1]];
		if (!here || !before || before.sentence !== here.sentence) return null;
		if (before.isQuoted || /["“”«»:;?!]/.test(here.gap)) return null;
		if (!isAllowed(between, form)) return null;
		if (asideMark.test(here.gap)) {
			return acrossAside(scene, { at, next, verbFrom, form });
		}
		const mention = scene.endingAt.get(next);
		if (mention) {
			const isPlural = isJoined(scene, mention);
			const isBare = form === "base" && !isPlural && !between.includes("to");
			return isBare || !canSpeak(scene, mention) ? null : { mention, verbFrom };
		}
		if (form === "gerund" && next === at && byWords.has(before.text)) {
			return { mention: null, verbFrom };
		}
		if (joiners.has(before.text) && !isBaseAlone(form, between)) {
			return { mention: null, verbFrom };
		}
		if (auxiliaries.has(before.text)) verbFrom = next - 1;
		else if (!isAdverb(before)) return null;
		between.push(before.text);
	}
	return null;
}

function isBaseAlone(form: VerbForm["form"], between: readonly string[]) {
	return form === "base" && !between.includes("to");
}

function isAdverb({ text }: Word): boolean {
	return (
		adverbs.has(text) || denials.has(text) || /(?:ly|ment|mente)$/.test(text)
	);
}

function isAllowed(
	between: readonly string[],
	form: VerbForm["form"],
): boolean {
	if (between.some((text) => denials.has(text))) return false;
	if (form !== "participle" || between.includes("s")) return true;
	return !between.some((text) => be.has(text));
}

/** Past an aside, "Greer, who met him, said"; or a clause hung on: ", saying". */
function acrossAside(
	scene: Scene,
	verb: { at: number; next: number; verbFrom: number; form: VerbForm["form"] },
): Subject | null {
	const { next, verbFrom, form } = verb;
	if (form === "gerund" && next === verb.at) return { mention: null, verbFrom };
	if (form === "base") return null;
	const touching = speakerEndingAt(scene, next);
	const farther = speakerBeforeAside(scene, next);
	const mention =
		farther?.kind === "name" ? farther : (touching ?? farther ?? null);
	return { mention, verbFrom };
}

/** "Greer, who met Carney, said": Greer. */
function speakerBeforeAside(scene: Scene, next: number): Mention | null {
	const { words } = scene.reading;
	for (let i = next - 1; i > 0 && next - i < farthest; i--) {
		const here = words[i];
		if (!here || here.sentence !== words[next]?.sentence) return null;
		if (!asideMark.test(here.gap)) continue;
		const mention = speakerEndingAt(scene, i);
		if (mention) return mention;
	}
	return null;
}

function speakerEndingAt(scene: Scene, at: number): Mention | null {
	const mention = scene.endingAt.get(at);
	return mention && canSpeak(scene, mention) ? mention : null;
}

/** "Lutnick and Greer", "Greer et Lutnick": several speak, so the verb is bare. */
function isJoined(scene: Scene, { from }: Mention): boolean {
	return joiners.has(scene.reading.words[from - 1]?.text ?? "");
}

/** The others of a list, "McCain, Ayotte (N.H.) and Grassley said": all of them speak. */
export function partnersOf(scene: Scene, mention: Mention): Mention[] {
	const partners: Mention[] = [];
	let here = mention;
	let isList = false;
	while (partners.length < longestList) {
		const { words } = scene.reading;
		let at = here.from;
		if (joiners.has(words[at - 1]?.text ?? "")) {
			isList = true;
			at--;
		} else if (!/,\s*$/.test(words[at]?.gap ?? "")) break;
		const before = scene.endingAt.get(at) ?? scene.endingAt.get(at - 1);
		if (!before || before.kind === "pronoun" || !canSpeak(scene, before)) break;
		partners.push(before);
		here = before;
	}
	return isList ? partners.reverse() : [];
}

/** Not "aides to Greer", "Greer's office", "if Greer". */
export function canSpeak(scene: Scene, { from, to, kind }: Mention): boolean {
	const { words } = scene.reading;
	const [first, before, after] = [words[from], words[from - 1], words[to]];
	if (!first || first.isQuoted) return false;
	// "the Trump campaign": the name describes something else.
	const isAdjective = to - from === 1 && determiners.has(before?.text ?? "");
	if (kind === "name" && isAdjective && /^\s+$/.test(first.gap)) return false;
	if (after?.text === "'s" && after.gap === "") {
		// "he's said" is "he has said".
		return first.text === "he" || first.text === "she";
	}
	if (!before || before.sentence !== first.sentence) return true;
	if (/[,;:)"”»]/.test(first.gap)) return true;
	return !prepositions.has(before.text) && !conditions.has(before.text);
}

/** Who stands after the verb in "…," said Greer; null when nobody does. */
export function subjectAfter(
	scene: Scene,
	at: number,
	form: VerbForm["form"],
): Subject | null {
	const { words } = scene.reading;
	if (form === "base" || form === "gerund") return null;
	let verbFrom = at;
	while (
		auxiliaries.has(words[verbFrom - 1]?.text ?? "") &&
		/^[\s'’-]+$/.test(words[verbFrom]?.gap ?? "")
	) {
		verbFrom--;
	}
	if (!followsWords(scene, verbFrom)) return null;
	const isQuoteBefore = /["”»’']/.test(words[verbFrom]?.gap ?? "");
	for (let i = at + 1; i <= at + longestDescription; i++) {
		const here = words[i];
		if (!here || here.isQuoted || !/^[\s'’.-]+$/.test(here.gap)) return null;
		const mention = scene.startingAt.get(i);
		if (mention)
			return isOwner(words, mention)
				? null
				: { mention, verbFrom, isQuoteBefore };
		if (prepositions.has(here.text) || denials.has(here.text)) return null;
	}
	return null;
}

function followsWords({ reading }: Scene, at: number): boolean {
	const here = reading.words[at];
	if (!here) return false;
	if (/["”»’'][\s,—–-]*$|,\s*$/.test(here.gap)) return true;
	const before = reading.words[at - 1];
	return before?.isQuoted === true && before.sentence !== here.sentence;
}

function isOwner(words: readonly Word[], { to }: Mention): boolean {
	return words[to]?.text === "'s";
}
