import type { Statement } from "../news/statement.ts";
import { anchorsOf } from "./anchors-of.ts";
import type { Evidence, Match } from "./match.ts";
import { meetQuery } from "./meet-query.ts";
import {
	type MatchableNews,
	type NewsWords,
	type Place,
	readNews,
} from "./news-words.ts";
import { parseQuery } from "./parse-query.ts";
import { type Query, QueryError } from "./query.ts";
import type { Topic } from "./topic.ts";

/** What the matcher needs of a Topic. */
export type MatchableTopic = Pick<Topic, "id" | "query">;

/** Meets news with many topics at once. */
export interface Matcher {
	/** The topics that this news meets, in the order they were added. Pass an Article for `lang:` and `kind:`. */
	match(news: MatchableNews, statements: readonly Statement[]): Match[];
	/** Adds a topic, or replaces the one with its id. @throws QueryError */
	add(topic: MatchableTopic): void;
	/** Forgets a topic; one that is not there is forgotten already. */
	remove(id: string): void;
	/** Topics given at the start whose query could not be read; they meet nothing. */
	readonly broken: ReadonlyMap<string, QueryError>;
}

/** Evidence shown for one match. */
const mostEvidence = 10;

interface Known {
	readonly id: string;
	readonly query: Query;
	readonly anchors: readonly string[];
	/** Order of adding. */
	readonly order: number;
}

interface Index {
	readonly known: Map<string, Known>;
	/** Topics by each of their anchors. */
	readonly anchored: Map<string, Set<Known>>;
	readonly broken: Map<string, QueryError>;
	added: number;
}

/**
 * Makes a matcher. News is cut into words once; a topic is looked at only when
 * one of its anchors stands in the news. A topic that cannot be read is kept
 * in `broken` and does not stop the others.
 */
export function makeMatcher(topics: readonly MatchableTopic[]): Matcher {
	const index: Index = {
		known: new Map(),
		anchored: new Map(),
		broken: new Map(),
		added: 0,
	};
	for (const topic of topics) addIfRead(index, topic);
	return {
		match: (news, statements) => matchAll(index, readNews(news, statements)),
		add: (topic) => add(index, topic),
		remove: (id) => remove(index, id),
		broken: index.broken,
	};
}

function addIfRead(index: Index, topic: MatchableTopic): void {
	try {
		add(index, topic);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		index.broken.set(topic.id, error);
	}
}

function add(index: Index, { id, query: text }: MatchableTopic): void {
	const query = parseQuery(text);
	remove(index, id);
	const topic = { id, query, anchors: anchorsOf(query), order: index.added++ };
	index.known.set(id, topic);
	for (const anchor of topic.anchors) {
		const held = index.anchored.get(anchor);
		if (held) held.add(topic);
		else index.anchored.set(anchor, new Set([topic]));
	}
}

function remove({ known, anchored, broken }: Index, id: string): void {
	broken.delete(id);
	const topic = known.get(id);
	if (!topic) return;
	known.delete(id);
	for (const anchor of topic.anchors) {
		const held = anchored.get(anchor);
		held?.delete(topic);
		if (held?.size === 0) anchored.delete(anchor);
	}
}

function matchAll({ anchored }: Index, words: NewsWords): Match[] {
	const candidates = new Set<Known>();
	for (const key of keysOf(words)) {
		for (const topic of anchored.get(key) ?? []) candidates.add(topic);
	}
	return [...candidates]
		.sort((a, b) => a.order - b.order)
		.flatMap((topic) => matchOne(topic, words));
}

function* keysOf({ places, stems, sayings }: NewsWords): Generator<string> {
	for (const word of places.keys()) yield `word:${word}`;
	for (const stem of stems.keys()) yield `stem:${stem}`;
	for (const speaker of sayings.keys()) yield `said:${speaker}`;
}

function matchOne({ id, query }: Known, words: NewsWords): Match[] {
	const met = meetQuery(query, words);
	if (!met) return [];
	return [{ topicId: id, evidence: evidenceFrom(met.shown, words) }];
}

function evidenceFrom(
	shown: readonly Place[],
	{ news }: NewsWords,
): Evidence[] {
	const different = new Map<string, Evidence>();
	for (const { field, start, end } of shown) {
		if (different.size === mostEvidence) break;
		const text = news[field].slice(start, end);
		different.set(`${field} ${start} ${end}`, { field, text, start, end });
	}
	return [...different.values()];
}
