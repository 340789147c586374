import { parseArgs } from "node:util";
import type { NewsText } from "../news/article.ts";
import { findStatements } from "../news/find-statements.ts";
import { type SummaryOptions, summarise } from "../news/summarise.ts";
import { makeMatcher } from "../topics/make-matcher.ts";
import { parseQuery } from "../topics/parse-query.ts";
import { people } from "../topics/people.ts";
import { pointAt } from "../topics/point-at.ts";
import { QueryError } from "../topics/query.ts";
import { answerLines } from "./answer-lines.ts";
import { readNewsLine } from "./json-lines.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

/** `tradewire summarize`: each piece of news in its own sentences. */
export const summarizeCommand: TerminalCommand = {
	name: "summarize",
	usage: "summarize [--topic QUERY] [--sentences N]",
	about: `Reads news as JSON lines {id, title, summary?, body?} and prints one line for
each: {id, summary, sentences: [{start, end}]}: the lead, and with --topic the
sentence that meets the query, word for word. N sentences at most, 2 unless
told. Offsets are UTF-16 units of the body, or of the summary (or title) where
there is no body.`,
	async run(words, terminal) {
		const { topic, sentences } = readWords(words);
		const evidenceIn = topic === null ? () => [] : evidenceOf(topic);
		return answerLines(terminal, {
			read: readNewsLine,
			answer({ id, news }) {
				const options = { sentences, evidence: evidenceIn(news) };
				const { field, ...summary } = summarise(news, options);
				return { id, ...summary };
			},
		});
	},
};

function readWords(words: readonly string[]) {
	const { topic = null, sentences = "2" } = parse(words);
	if (!/^[1-9]\d{0,2}$/.test(sentences)) {
		throw new UsageError("--sentences takes a number from 1 to 999");
	}
	return { topic, sentences: Number(sentences) };
}

function parse(words: readonly string[]) {
	try {
		const { values } = parseArgs({
			args: [...words],
			options: { topic: { type: "string" }, sentences: { type: "string" } },
		});
		return values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}

type Evidence = NonNullable<SummaryOptions["evidence"]>;

function evidenceOf(query: string): (news: NewsText) => Evidence {
	try {
		parseQuery(query);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		const shown = pointAt(query, error.position).join("\n");
		throw new UsageError(`--topic: ${error.message}\n${shown}`);
	}
	const matcher = makeMatcher([{ id: "asked", query }]);
	return (news) =>
		matcher
			.match(news, findStatements(news, people))
			.flatMap(({ evidence }) => evidence);
}
