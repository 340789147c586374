import type { Statement } from "../news/statement.ts";
import type { Match } from "./match.ts";
import type { MatchableNews } from "./matchable-news.ts";
import { findTopicsMet } from "./matching/find-topics-met.ts";
import { evidenceOf } from "./matching/show-places.ts";
import {
	addTopic,
	anchorTopics,
	beginOf,
	compileTopic,
	emptyTable,
	removeTopic,
	type TopicTable,
} from "./matching/topic-table.ts";
import { parseQuery } from "./parse-query.ts";
import { QueryError } from "./query.ts";
import type { Topic } from "./topic.ts";

/** What the matcher needs of a Topic. */
export type MatchableTopic = Pick<Topic, "id" | "query">;

/** Meets news with many topics at once. */
export interface Matcher {
	/** The topics that this news meets, in the order they were added. Pass an Article for `lang:`, `kind:` and `source:`. */
	match(news: MatchableNews, statements: readonly Statement[]): Match[];
	/** Adds a topic, or replaces the one with its id. @throws QueryError */
	add(topic: MatchableTopic): void;
	/** Forgets a topic; one that is not there is forgotten already. */
	remove(id: string): void;
	/** Topics given at the start whose query could not be read; they meet nothing. */
	readonly broken: ReadonlyMap<string, QueryError>;
}

interface Known {
	readonly table: TopicTable;
	/** Numbers by id, in the order of adding. */
	readonly numbers: Map<string, number>;
	/** By number: the id, and the place in the order of adding. */
	readonly ids: string[];
	readonly order: number[];
	readonly broken: Map<string, QueryError>;
	added: number;
}

/**
 * Makes a matcher. Topics are compiled and share their words; news is cut into
 * words once; a topic is looked at only when the rarest of what it needs stands
 * in the news (`src/topics/matching/`). A topic that cannot be read is kept in
 * `broken` and does not stop the others.
 */
export function makeMatcher(topics: readonly MatchableTopic[]): Matcher {
	const known: Known = {
		table: emptyTable(),
		numbers: new Map(),
		ids: [],
		order: [],
		broken: new Map(),
		added: 0,
	};
	for (const topic of topics) compileIfRead(known, topic);
	anchorTopics(known.table);
	return {
		match: (news, statements) => match(known, news, statements),
		add: (topic) => add(known, topic),
		remove: (id) => remove(known, id),
		broken: known.broken,
	};
}

function compileIfRead(known: Known, topic: MatchableTopic): void {
	try {
		note(known, topic, compileTopic);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		known.broken.set(topic.id, error);
	}
}

function add(known: Known, topic: MatchableTopic): void {
	note(known, topic, addTopic);
}

function note(
	known: Known,
	{ id, query }: MatchableTopic,
	take: typeof addTopic,
): void {
	const read = parseQuery(query);
	remove(known, id);
	const number = take(known.table, read);
	known.numbers.set(id, number);
	known.ids[number] = id;
	known.order[number] = known.added++;
}

function remove({ table, numbers, broken }: Known, id: string): void {
	broken.delete(id);
	const number = numbers.get(id);
	if (number === undefined) return;
	numbers.delete(id);
	removeTopic(table, number);
}

function match(
	{ table, ids, order }: Known,
	news: MatchableNews,
	statements: readonly Statement[],
): Match[] {
	const met = findTopicsMet(table, news, statements);
	met.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
	return met.map((topic) => ({
		topicId: ids[topic] ?? "",
		evidence: evidenceOf(table.matching, beginOf(table, topic)),
	}));
}
