/** What an outlet writes of one event. */
export interface EventText {
	/** Occurs in this event's texts alone: by it a post is known again. */
	readonly mark: string;
	readonly title: string;
	readonly text: string;
}

const syllables =
	"bak kor ril lum met tav von nish sha dup peg gran ziv mor lin ost".split(
		" ",
	);
const namesAtOnce = 10;

/**
 * The nth invented event about tariffs on steel, below 6,000. Its people and
 * places are in no other, so that no two are read as one story.
 */
export function eventText(nth: number): EventText {
	const [mark = "", ...names] = namesOf(nth);
	const [a, b, c, d, e, f, g] = names;
	return {
		mark,
		title: `${mark} tariffs on steel: ${a} quarrels with ${b} over ${c}`,
		text: `${d} of ${e} told ${f} why. The ${g} was not asked about tariffs on steel.`,
	};
}

/** The nth event as another outlet tells it. */
export function retoldText(nth: number): EventText {
	const [mark = "", ...names] = namesOf(nth);
	const [a, b, c, d, e, f, g] = names;
	return {
		mark,
		title: `${a} and ${b} quarrel over ${c}: ${mark} tariffs on steel`,
		text: `${f} heard from ${d} of ${e} why. Tariffs on steel were nothing to ask the ${g} about.`,
	};
}

/** The nth event that is about no steel. */
export function otherText(nth: number): EventText {
	const [mark = "", town] = namesOf(nth);
	return {
		mark,
		title: `${mark} opens a swimming pool`,
		text: `Children of ${town} came first.`,
	};
}

function namesOf(nth: number): readonly string[] {
	return Array.from({ length: namesAtOnce }, (_, at) =>
		name(nth * namesAtOnce + at),
	);
}

/** Four syllables, another order for each number below 65,536. */
function name(nth: number): string {
	const scattered = (nth * 40_503 + 12_345) % 65_536;
	const parts = [12, 8, 4, 0].map(
		(shift) => syllables[(scattered >> shift) & 15] ?? "",
	);
	const [first = "", ...rest] = parts.join("");
	return first.toUpperCase() + rest.join("");
}
