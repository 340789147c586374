import leven from "leven";
import type { Language } from "../phrases/say.ts";
import { fold } from "../text/fold.ts";
import type { Topic } from "./topic.ts";

/** The distance from which a name is only like what was typed. */
const misspelt = 10;
/** The distance from which a topic is not what was meant. */
const beyond = 100;

/**
 * The topics that a typed text may mean, best first: the id or a name itself,
 * in any of the three languages, then names that begin so, names that hold its
 * words or their beginnings; only when there is none, those whose name is nearly
 * what was typed. All topics, in their order, for an empty text. `language` breaks ties in favour of the names of that language.
 */
export function findTopics(
	words: string,
	topics: readonly Topic[],
	language: Language = "en",
): readonly Topic[] {
	const typed = plain(words);
	if (typed === "") return topics;
	const found = topics
		.map((topic) => ({ topic, distance: distanceTo(topic, typed, language) }))
		.sort((a, b) => a.distance - b.distance);
	const isSpelt = (found[0]?.distance ?? beyond) < misspelt;
	const most = isSpelt ? misspelt : beyond;
	return found
		.filter(({ distance }) => distance < most)
		.map(({ topic }) => topic);
}

/** The topic that is called exactly so: its id or a name, whatever the case, accents and hyphens. */
export function topicCalled(
	words: string,
	topics: readonly Topic[],
): Topic | undefined {
	const typed = plain(words);
	return (
		topics.find(({ id }) => plain(id) === typed) ??
		topics.find(({ names }) =>
			Object.values(names).some((name) => plain(name) === typed),
		)
	);
}

function distanceTo(topic: Topic, typed: string, language: Language): number {
	const own = Math.min(
		distanceBetween(typed, plain(topic.id)),
		distanceBetween(typed, plain(topic.names[language])),
	);
	const others = Object.values(topic.names).map((name) =>
		distanceBetween(typed, plain(name)),
	);
	return Math.min(own, 0.5 + Math.min(...others));
}

function distanceBetween(typed: string, name: string): number {
	if (name === typed) return 0;
	if (name.startsWith(typed)) return 1;
	const known = name.split(" ");
	const asked = typed.split(" ");
	if (asked.every((word) => known.some((other) => other.startsWith(word)))) {
		return 2;
	}
	const slips = leven(typed, name, { maxDistance: allowed(typed) + 1 });
	if (slips <= allowed(typed)) return misspelt + slips;
	return misspeltWords(asked, known);
}

/** Every typed word is a word of the name, or nearly one. */
function misspeltWords(
	asked: readonly string[],
	known: readonly string[],
): number {
	let sum = 2 * misspelt;
	for (const word of asked) {
		const nearest = Math.min(
			...known.map((other) => leven(word, other.slice(0, word.length + 1))),
		);
		if (nearest > allowed(word)) return beyond;
		sum += nearest;
	}
	return Math.min(sum, beyond - 1);
}

/** One slip in three letters, three at most. */
function allowed(text: string): number {
	return Math.min(3, Math.floor(text.length / 3));
}

function plain(text: string): string {
	return fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}
