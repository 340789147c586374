import type { Statement } from "../../news/statement.ts";
import type { MatchableNews } from "../matchable-news.ts";
import { meet } from "./find-phrases.ts";
import { placeFrom, wordsAt } from "./phrase-places.ts";
import type { QueryIndex } from "./query-index.ts";
import { type Reading, readFields } from "./reading.ts";
import { sourceNames } from "./source-names.ts";

/** Marks the people who speak in the news, where some query listens for them. */
export function findSayings(
	reading: Reading,
	index: QueryIndex,
	statements: readonly Statement[],
): void {
	for (const statement of statements) {
		const leaf = index.apart.get(`said:${statement.speaker}`);
		const place = leaf && sayingPlace(reading, statement);
		if (!leaf || place === undefined) continue;
		meet(reading, index, leaf, wordsAt(reading, place)[0]);
		const said = reading.sayings.get(leaf);
		if (said) said.push({ place, statement });
		else reading.sayings.set(leaf, [{ place, statement }]);
	}
	for (const said of reading.sayings.values()) {
		said.sort((a, b) => a.place - b.place);
	}
}

/** The words from the first to the last that a statement touches. */
function sayingPlace(
	reading: Reading,
	{ field, start, end }: Statement,
): number | undefined {
	const { words, begins, ends } = reading;
	const at = readFields.indexOf(field);
	const begin = begins[at] ?? 0;
	const last = ends[at] ?? 0;
	let from = at > 0 ? (ends[at - 1] ?? 0) : 0;
	while (from < last && (words.ends[from] ?? 0) <= begin + start) from++;
	let to = from;
	while (to < last && (words.starts[to] ?? 0) < begin + end) to++;
	return to > from ? placeFrom(reading, from, to - 1) : undefined;
}

/** Marks what is known of the news beside its words, where some query asks. */
export function findFacets(
	reading: Reading,
	index: QueryIndex,
	news: MatchableNews,
): void {
	if (index.apart.size === 0) return;
	const names = [`language:${news.language}`, `kind:${news.kind}`];
	for (const name of [...names, ...sourceNames(news)]) {
		const leaf = index.apart.get(name);
		if (leaf) meet(reading, index, leaf, 0);
	}
}
