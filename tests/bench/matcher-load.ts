/** Topics and news made up for the matcher's benchmark, the same in every run. */
export interface MatcherLoad {
	/** Boolean topics, each other than all others. */
	topics(count: number): { id: string; query: string }[];
	/** Aliases, three in a thousand of one word, the others of two or three, so that news holds about as many names as it does. */
	aliases(count: number): string[];
	/** News of 300 words. */
	items(count: number): { title: string; summary: string; body: string }[];
}

/**
 * The made-up language: words of two to five syllables, the word of rank r as
 * frequent as 1/r (Zipf). News is drawn from all of it, every fifth sentence
 * from templates of trade news.
 */
const vocabulary = 60_000;
const itemWords = 300;
/** Ranks from which a topic's groups are drawn, evenly on the scale of logarithms. */
const rare = [8000, 60_000] as const;
const middling = [1000, 10_000] as const;

const templates = [
	"# imposes 25 per cent tariffs on steel and aluminum from #",
	"Ottawa said the quota on # would be reviewed under CUSMA",
	"the U.S. Commerce Department opened a Section 232 inquiry into #",
	"exports of # to the United States fell after duties took effect",
	"# warned that counter-tariffs would raise the price of lumber",
	"negotiators from Mexico and Canada met in Washington over #",
];
const tradeWords =
	"tariff* duties quota* export* import* CUSMA steel aluminum lumber Ottawa Washington Mexico".split(
		" ",
	);

/** Makes the load from a seed. */
export function matcherLoad(seed = 5): MatcherLoad {
	const random = randomFrom(seed);
	const words = makeWords(random);
	const wordBetween = ([low, high]: readonly [number, number]) =>
		words[Math.floor(low * (high / low) ** random())] ?? "";
	const zipfWord = () => wordBetween([1, vocabulary]);
	const chance = (share: number) => random() < share;
	const pick = <T>(list: readonly T[]) =>
		list[Math.floor(random() * list.length)] as T; // never empty

	const group = (from: readonly [number, number], most: number) => {
		const count = 1 + Math.floor(random() * most);
		const parts = Array.from({ length: count }, () =>
			chance(0.2) ? `"${wordBetween(from)} ${zipfWord()}"` : wordBetween(from),
		);
		return `(${parts.join(" OR ")})`;
	};
	const topic = () => {
		const subject = group(rare, 3);
		const second = chance(0.75)
			? group(middling, 3)
			: `(${pick(tradeWords)} OR ${pick(tradeWords)})`;
		const joined = chance(0.2)
			? `${subject} NEAR/12 ${second}`
			: `${subject} ${second}`;
		const third = chance(0.7) ? ` ${group(middling, 4)}` : "";
		const not = chance(0.3) ? ` -${wordBetween(middling)}` : "";
		return `${chance(0.1) ? `title:${group(rare, 2)} OR ` : ""}${joined}${third}${not}`;
	};
	const alias = () =>
		Array.from({ length: chance(0.003) ? 1 : chance(0.6) ? 2 : 3 }, () =>
			wordBetween(chance(0.5) ? rare : middling),
		).join(" ");
	const sentence = () =>
		chance(0.2)
			? pick(templates).replaceAll("#", zipfWord)
			: Array.from({ length: 12 }, zipfWord).join(" ");
	const item = () => {
		const title = sentence();
		const sentences: string[] = [];
		let count = title.split(" ").length;
		while (count < itemWords) {
			const next = sentence();
			count += next.split(" ").length;
			sentences.push(`${next.charAt(0).toUpperCase()}${next.slice(1)}. `);
		}
		// One piece of memory, as what is read from a feed is.
		return { title, summary: "", body: sentences.join("") };
	};
	const many = <T>(count: number, make: () => T) =>
		Array.from({ length: count }, make);
	return {
		topics: (count) =>
			many(count, topic).map((query, at) => ({ id: `t${at}`, query })),
		aliases: (count) => distinct(count, alias),
		items: (count) => many(count, item),
	};
}

function distinct(count: number, make: () => string): string[] {
	const found = new Set<string>();
	while (found.size < count) found.add(make());
	return [...found];
}

function makeWords(random: () => number): string[] {
	const heads =
		"b c d f g h j l m n p r s t v br ch cl dr gr pl pr st tr".split(" ");
	const tails = "a e i o u an en er in is on or um el ia io al at".split(" ");
	const part = (list: readonly string[]) =>
		list[Math.floor(random() * list.length)] ?? "";
	const syllable = () => part(heads) + part(tails);
	// These are words of the query language.
	const taken = new Set(["salvo", "et", "or", "not", "pres"]);
	const found = new Set<string>();
	while (found.size < vocabulary) {
		// Frequent words are short, as in any language.
		const most = found.size < 60 ? 1 : found.size < 1000 ? 2 : 3;
		const length = Math.max(1, most - Math.floor(random() * 2));
		const word = Array.from({ length }, syllable).join("");
		if (!taken.has(word)) found.add(word);
	}
	return [...found];
}

/** Numbers from 0 up to 1, the same in every run. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
