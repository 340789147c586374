import { findStatements } from "../../src/news/find-statements.ts";
import type { Speaker } from "../../src/news/statement.ts";
import { people } from "../../src/topics/people.ts";
import { readStatementSet } from "../news/statement-set.ts";
import { type Benchmark, median } from "./benchmark.ts";

const articles = 400;
const wordsEach = 800;
const rounds = 5;
const crowd = 1000;

/** How many articles a second are read for who speaks in them, for our own people and for a thousand. */
export const statements: Benchmark = {
	name: "statements",
	async *run(say) {
		say(`${articles} articles of ${wordsEach} words`);
		const texts = makeArticles();
		const few = perSecond(texts, people);
		yield {
			figure: `articles/s read for who speaks, ${people.length} people, one process`,
			value: few,
			comparison: { of: "wanted at least", value: 300 },
		};
		yield {
			figure: `articles/s read for who speaks, ${crowd} people, one process`,
			value: perSecond(texts, [...people, ...strangers()]),
			comparison: { of: `with ${people.length} people`, value: few },
		};
	},
};

function perSecond(texts: readonly string[], speakers: readonly Speaker[]) {
	const runs = Array.from({ length: rounds }, () => {
		const began = performance.now();
		for (const body of texts) {
			findStatements({ title: "", summary: "", body }, speakers);
		}
		return texts.length / ((performance.now() - began) / 1000);
	});
	return median(runs);
}

/** Articles of our labelled texts in three languages, each in another order. */
function makeArticles(): string[] {
	const texts = ["en", "fr", "es"].map((language) =>
		readStatementSet(language).map(({ body }) => body),
	);
	return Array.from({ length: articles }, (_, at) => {
		const set = texts[at % texts.length] ?? [];
		const lines: string[] = [];
		let words = 0;
		for (let i = at * 7; words < wordsEach; i++) {
			const line = set[i % set.length] ?? "";
			lines.push(line);
			words += line.split(" ").length;
		}
		return lines.join("\n");
	});
}

function strangers(): Speaker[] {
	return Array.from({ length: crowd - people.length }, (_, at) => ({
		id: `stranger${at}`,
		given: `Given${at % 97}`,
		family: `Family${at}`,
		aliases: [],
		not: [],
		titles: [],
	}));
}
