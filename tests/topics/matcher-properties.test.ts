import fc from "fast-check";
import { expect, test } from "vitest";
import type { Statement } from "../../src/news/statement.ts";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import type { MatchableNews } from "../../src/topics/matchable-news.ts";
import { findTopicsMet } from "../../src/topics/matching/find-topics-met.ts";
import { hashWord } from "../../src/topics/matching/hash-letters.ts";
import { scanWords } from "../../src/topics/matching/scan-words.ts";
import {
	clearScan,
	copyLetters,
	emptyScan,
} from "../../src/topics/matching/scanned-words.ts";
import {
	addTopic,
	emptyTable,
	removeTopic,
} from "../../src/topics/matching/topic-table.ts";
import { parseQuery } from "../../src/topics/parse-query.ts";
import { QueryError } from "../../src/topics/query.ts";
import { wordsOf } from "../../src/topics/words-of.ts";
import { meetsNaively } from "./naive-match.ts";
import { newsOf } from "./news-of.ts";

/** Few words, so that they meet often; some begin like others. */
const vocabulary =
	"steel steels steelmaker tariff tarif tarifs acier l'acier ore iron U.S. 25 % é".split(
		" ",
	);
const anyWord = fc.constantFrom(...vocabulary);
const text = fc
	.array(fc.tuple(anyWord, fc.constantFrom(" ", " ", ", ", ". ", "-", "\n")), {
		maxLength: 40,
	})
	.map((pairs) => pairs.flat().join(""));
const news: fc.Arbitrary<MatchableNews> = fc.record(
	{
		title: text,
		summary: fc.oneof(fc.constant(""), text),
		body: text,
		language: fc.constantFrom("en", "fr"),
		kind: fc.constantFrom("official" as const, "media" as const),
		outlet: fc.constantFrom("wire", "gazette"),
	},
	{ requiredKeys: ["title", "summary", "body"] },
);

const term = fc.oneof(
	anyWord,
	fc.constantFrom("steel*", "tar*", "@steel", "said:greer", "lang:fr"),
	fc.constantFrom("kind:official", "source:wire", "said:trump"),
	fc
		.array(fc.oneof(anyWord, fc.constantFrom("ste*", "tari*")), {
			minLength: 1,
			maxLength: 4,
		})
		.map((words) => `"${words.join(" ")}"`),
);
const query = fc.letrec<{ query: string }>((tie) => ({
	query: fc.oneof(
		{ maxDepth: 4, depthSize: "medium" },
		term,
		fc
			.tuple(tie("query"), fc.constantFrom("AND", "OR", "-", ""), tie("query"))
			.map(([a, by, b]) => `(${a} ${by}${by === "-" ? "" : " "}${b})`),
		fc
			.tuple(tie("query"), fc.nat({ max: 4 }), tie("query"))
			.map(([a, n, b]) => `(${a} NEAR/${n + 1} ${b})`),
		fc.tuple(tie("query"), tie("query")).map(([a, b]) => `(${a} EXCEPT ${b})`),
		fc
			.tuple(
				fc.constantFrom("title", "lead", "anywhere", "about"),
				tie("query"),
			)
			.map(([field, a]) => `${field}:(${a})`),
		fc
			.tuple(fc.integer({ min: 1, max: 3 }), tie("query"))
			.map(([n, a]) => `${n}x:(${a})`),
		fc
			.tuple(
				fc.integer({ min: 1, max: 2 }),
				fc.array(tie("query"), { minLength: 3, maxLength: 4 }),
			)
			.map(([n, parts]) => `${n} of (${parts.join(", ")})`),
	),
})).query;

const readable = query.filter((written) => {
	try {
		return parseQuery(written) !== undefined;
	} catch (error) {
		if (error instanceof QueryError) return false;
		throw error;
	}
});

/** Statements at random stretches of the news. */
const statements = (of: MatchableNews): fc.Arbitrary<Statement[]> =>
	fc.array(
		fc
			.record({
				field: fc.constantFrom("title" as const, "body" as const),
				speaker: fc.constantFrom("greer", "trump", "nobody"),
				start: fc.nat({ max: 60 }),
				length: fc.integer({ min: 1, max: 60 }),
			})
			.map(({ field, speaker, start, length }): Statement => {
				const end = Math.min(start + length, of[field].length);
				const said = of[field].slice(start, end);
				return {
					...{ field, speaker, start, end, text: said },
					...{ cue: "said", quote: null, kind: "indirect" },
				};
			}),
		{ maxLength: 3 },
	);
const told = news.chain((one) =>
	statements(one).map((said) => ({ news: one, said })),
);

test("meets exactly what a plain reading of the query meets", () => {
	fc.assert(
		fc.property(
			fc.array(readable, { minLength: 1, maxLength: 12 }),
			fc.array(told, { minLength: 1, maxLength: 4 }),
			(queries, items) => {
				const topics = queries.map((one, at) => ({ id: `${at}`, query: one }));
				const matcher = makeMatcher(topics);
				for (const { news: one, said } of items) {
					const met = matcher.match(one, said).map(({ topicId }) => topicId);
					const wanted = topics
						.filter((topic) => meetsNaively(parseQuery(topic.query), one, said))
						.map(({ id }) => id);
					expect(met).toEqual(wanted);
				}
			},
		),
		{ numRuns: 150 },
	);
});

test("shows evidence that stands where it says", () => {
	fc.assert(
		fc.property(readable, told, (written, { news: one, said }) => {
			const matcher = makeMatcher([{ id: "t", query: written }]);
			for (const { evidence } of matcher.match(one, said)) {
				expect(evidence.length).toBeLessThanOrEqual(10);
				for (const { field, start, end, text: shown } of evidence) {
					expect(one[field].slice(start, end)).toBe(shown);
					expect(shown).not.toBe("");
				}
			}
		}),
		{ numRuns: 150 },
	);
});

test("topics added, replaced and removed in any order leave what a fresh matcher has", () => {
	const change = fc.record({
		id: fc.constantFrom("a", "b", "c", "d", "e"),
		query: fc.option(readable, { freq: 3 }),
	});
	fc.assert(
		fc.property(
			fc.array(change, { maxLength: 40 }),
			fc.array(news, { minLength: 1, maxLength: 3 }),
			(changes, items) => {
				const matcher = makeMatcher([]);
				const left = new Map<string, string>();
				for (const { id, query: written } of changes) {
					left.delete(id);
					if (written === null) matcher.remove(id);
					else matcher.add({ id, query: written });
					if (written !== null) left.set(id, written);
					matcher.match(items[0] ?? { title: "", summary: "", body: "" }, []);
				}
				const fresh = makeMatcher(
					[...left].map(([id, written]) => ({ id, query: written })),
				);
				for (const one of items) {
					expect(matcher.match(one, [])).toEqual(fresh.match(one, []));
				}
			},
		),
		{ numRuns: 150 },
	);
});

test("meets the same after topics chose their anchors anew, came and went", () => {
	// The first round begins after 256 pieces of news.
	const many = 300;
	const topics = fc.array(readable, { minLength: 3, maxLength: 9 });
	fc.assert(
		fc.property(
			topics,
			topics,
			fc.array(told, { minLength: 3, maxLength: 3 }),
			(first, second, items) => {
				const matcher = makeMatcher(
					first.map((written, at) => ({ id: `a${at}`, query: written })),
				);
				const matched = ({ news: one, said }: (typeof items)[number]) =>
					matcher.match(one, said).map(({ topicId }) => topicId);
				for (let each = 0; each < many; each++) {
					matched(items[each % items.length] ?? { news: newsOf(""), said: [] });
				}
				for (const at of first.keys()) if (at % 2) matcher.remove(`a${at}`);
				for (const [at, written] of second.entries()) {
					matcher.add({ id: `b${at}`, query: written });
				}
				const left = [
					...first.map((written, at) => ({ id: `a${at}`, written })),
					...second.map((written, at) => ({ id: `b${at}`, written })),
				].filter(({ id }, at) => at >= first.length || !/[13579]$/.test(id));
				for (const item of items) {
					const { news: one, said } = item;
					const wanted = left
						.filter(({ written }) =>
							meetsNaively(parseQuery(written), one, said),
						)
						.map(({ id }) => id);
					expect(matched(item)).toEqual(wanted);
				}
			},
		),
		{ numRuns: 40 },
	);
});

test("holds no word once all topics are gone", () => {
	fc.assert(
		fc.property(fc.array(readable, { maxLength: 20 }), told, (queries, one) => {
			const table = emptyTable();
			const topics = queries.map((each) => addTopic(table, parseQuery(each)));
			findTopicsMet(table, one.news, one.said);
			for (const topic of topics) removeTopic(table, topic);
			const { words, stars, trie, apart } = table.matching.index;
			const held = [words.held, stars.held, trie.held, apart.size];
			expect(held).toEqual([0, 0, 0, 0]);
			expect(findTopicsMet(table, one.news, one.said)).toEqual([]);
		}),
		{ numRuns: 150 },
	);
});

test("scans the very words that the tokeniser finds", () => {
	const pieces = fc.constantFrom(
		...[
			"U.S.",
			"É.-U.",
			"U.S.A",
			"l'",
			"d’",
			"qu'",
			"jusqu’",
			"D's",
			"o'toole",
		],
		...["35.16", "1,000", "35.16a", "25th", "½", "5½", "%", "€", "Œuvre", "ß"],
		...[
			"steel",
			"'s",
			"’",
			"ſ",
			"Дом",
			"鋼鉄",
			"e\u0301",
			"co\u00adop",
			"😀",
			"ﬁn",
		],
		...[
			" ",
			".",
			"-",
			"\n",
			"\u00a0",
			"…",
			"“",
			"(",
			"a.b",
			"İ",
			"ŉ",
			"\u200b",
		],
	);
	const anyText = fc.oneof(
		fc.array(pieces, { maxLength: 30 }).map((each) => each.join("")),
		fc.string({ unit: "grapheme" }),
		fc.string({ unit: "binary" }),
	);
	const scan = emptyScan();
	const letters = new Uint16Array(1000);
	fc.assert(
		fc.property(anyText, (written) => {
			clearScan(scan);
			scanWords(scan, "steel", 1000);
			const begin = scan.nextText;
			scanWords(scan, written, 1000);
			const found = Array.from({ length: scan.count }, (_, at) => {
				const count = copyLetters(scan, at, letters);
				return {
					text: String.fromCharCode(...letters.subarray(0, count)),
					hash: scan.hashes[at],
					other: scan.others[at],
					start: (scan.starts[at] ?? 0) - begin,
					end: (scan.ends[at] ?? 0) - begin,
				};
			});
			const wanted = wordsOf(written).map((word) => ({
				...word,
				...hashWord(word.text),
			}));
			expect(found.slice(1)).toEqual(wanted);
		}),
		{ numRuns: 500 },
	);
});
