import { beatWords } from "./common-words.ts";
import { isMonth } from "./figures.ts";
import type { Headed } from "./headed.ts";
import { hasOtherWord, withoutSlips } from "./other-word.ts";
import type { TitleSlots } from "./title-slots.ts";
import { noticeWords, ritualWords } from "./trade-terms.ts";

/**
 * How two titles contradict each other. `event`: another country, good, person
 * or thing stands in the same place. `turn`: what is done, how much or when is
 * another, all else the same. What only one of them tells contradicts nothing.
 */
export type Contrast = "none" | "turn" | "event";

const whoAndWhat = [
	"parties",
	"goods",
	"proceedings",
	"speakers",
	"numbers",
] as const;
const whatIsDone = ["acts", "rates", "dates"] as const;
/** Titles that share this much of the shorter one's words are cut to one pattern. */
const onePattern = 0.5;
/** So many words of ritual make a title a notice's. */
const wordsOfNotice = 3;
/** Names beyond the titles that show one event in spite of a word put otherwise. */
const namesOfOneEvent = 3;

/** Compares an article's title with a story's. */
export function contrast(
	own: Headed,
	theirs: Headed,
	isTranslated: boolean,
): Contrast {
	if (areOtherNotices(own.slots, theirs.slots)) return "event";
	const isPattern = closeness(own.slots, theirs.slots) >= onePattern;
	for (const slot of whoAndWhat) {
		if (isOther(own, theirs, { slot, isPattern })) return "event";
	}
	if (!isPattern) {
		return !isTranslated && areStrangers(own, theirs) ? "event" : "none";
	}
	if (isOther(own, theirs, { slot: "months", isPattern })) return "event";
	if (isTranslated) return "none";
	if (hasOtherWord(own, theirs) && !isOneLead(own, theirs)) return "event";
	return whatIsDone.some((slot) => areApart(own, theirs, slot))
		? "turn"
		: "none";
}

/**
 * Whether both are titles of official notices, and not the same notice's: one
 * is copied, never reworded, so a word more in its matter makes another.
 */
function areOtherNotices(a: TitleSlots, b: TitleSlots): boolean {
	if (!isNotice(a) || !isNotice(b)) return false;
	const [own, theirs] = withoutSlips(
		a.words.filter((word) => !b.words.includes(word)),
		b.words.filter((word) => !a.words.includes(word)),
	);
	if (own.length > 0 && theirs.length > 0) return true;
	return [...own, ...theirs].some((word) => !isRitual(word));
}

function isNotice({ words }: TitleSlots): boolean {
	return new Set(words.filter(isRitual)).size >= wordsOfNotice;
}

function isRitual(word: string): boolean {
	return ritualWords.has(word) || noticeWords.has(word) || /\d/.test(word);
}

/** The share of the shorter title's words that the other has too, 0 to 1. */
export function closeness(a: TitleSlots, b: TitleSlots): number {
	const [own, theirs] = [new Set(a.words), new Set(b.words)];
	const fewest = Math.min(own.size, theirs.size);
	return fewest < 2 ? 0 : own.intersection(theirs).size / fewest;
}

/**
 * Whether each side names a member of the slot that the other does not. Where
 * the titles are not of one pattern, a text that names the other's is enough
 * to make them two views of one event.
 */
function isOther(
	a: Headed,
	b: Headed,
	at: {
		readonly slot: (typeof whoAndWhat)[number] | "months";
		readonly isPattern: boolean;
	},
): boolean {
	const own = a.slots[at.slot].difference(b.slots[at.slot]);
	const theirs = b.slots[at.slot].difference(a.slots[at.slot]);
	if (own.size === 0 || theirs.size === 0) return false;
	if (at.isPattern) return true;
	return own.isDisjointFrom(b.terms) && theirs.isDisjointFrom(a.terms);
}

function areApart(
	a: Headed,
	b: Headed,
	slot: (typeof whatIsDone)[number],
): boolean {
	const [own, theirs] = [a.slots[slot], b.slots[slot]];
	return own.size > 0 && theirs.size > 0 && own.isDisjointFrom(theirs);
}

/** Whether each title is about something that the other's text never mentions. */
function areStrangers(a: Headed, b: Headed): boolean {
	const [own, theirs] = [aboutIn(a), aboutIn(b)];
	if (own.length === 0 || theirs.length === 0) return false;
	return (
		!own.some((word) => b.terms.has(word)) &&
		!theirs.some((word) => a.terms.has(word))
	);
}

function aboutIn({ slots }: Headed): string[] {
	return [...slots.goods, ...slots.loose].filter(
		(word) => !beatWords.has(word) && !isRitual(word),
	);
}

/** Whether the texts share names enough that neither title has. */
function isOneLead(a: Headed, b: Headed): boolean {
	const names = a.names.filter(
		(name) =>
			/^\p{L}{2}/u.test(name) &&
			b.terms.has(name) &&
			!ritualWords.has(name) &&
			!isMonth(name) &&
			!a.slots.words.includes(name) &&
			!b.slots.words.includes(name),
	);
	return names.length >= namesOfOneEvent;
}
