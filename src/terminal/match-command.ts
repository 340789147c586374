import { parseArgs } from "node:util";
import { z } from "zod";
import { findStatements } from "../news/find-statements.ts";
import { type MatchableTopic, makeMatcher } from "../topics/make-matcher.ts";
import type { Match } from "../topics/match.ts";
import { parseQuery } from "../topics/parse-query.ts";
import { people, peopleOn } from "../topics/people.ts";
import { pointAt } from "../topics/point-at.ts";
import { QueryError } from "../topics/query.ts";
import { speakersIn } from "../topics/query-shape.ts";
import { topicCatalogue } from "../topics/topic-catalogue.ts";
import { answerLines } from "./answer-lines.ts";
import { LineError, readLine, readNewsLine } from "./json-lines.ts";
import { FileFault, readInputLines } from "./read-input-file.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal-command.ts";

/** `tradewire match`: says which topics each piece of news meets, and where. */
export const matchCommand: TerminalCommand = {
	name: "match",
	usage: "match [--topics FILE]",
	about: `Reads news as JSON lines {id, title, summary?, body?, published?} and prints one
line for each: {id, topics: [{topic, evidence: [{field, text, start, end}]}]},
offsets in UTF-16 units of the field. A date in \`published\` tells who held
which office. FILE holds topics of your own as JSON lines {id, query}; without
it those of the catalogue are asked.`,
	async run(words, terminal) {
		const file = fileFrom(words);
		try {
			const topics = file === null ? topicCatalogue : await readTopics(file);
			return await matchLines(topics, terminal);
		} catch (error) {
			const known = [TopicsFileError, FileFault];
			if (!(error instanceof Error)) throw error;
			if (!known.some((kind) => error instanceof kind)) throw error;
			terminal.complain(error.message);
			return 1;
		}
	},
};

function fileFrom(words: readonly string[]): string | null {
	try {
		const { values } = parseArgs({
			args: [...words],
			options: { topics: { type: "string" } },
		});
		return values.topics ?? null;
	} catch {
		throw new UsageError("match takes no words but --topics FILE");
	}
}

class TopicsFileError extends Error {
	constructor(file: string, cause: Error) {
		super(`${file}: ${cause.message}`, { cause });
		this.name = "TopicsFileError";
	}
}

async function readTopics(file: string): Promise<MatchableTopic[]> {
	const lines = await readInputLines(file);
	try {
		return lines.flatMap((line, index) =>
			line.trim() === "" ? [] : readTopic(line, index + 1),
		);
	} catch (cause) {
		if (!(cause instanceof LineError)) throw cause;
		throw new TopicsFileError(file, cause);
	}
}

const topicSchema = z.object({ id: z.string().min(1), query: z.string() });

function readTopic(line: string, lineNumber: number): MatchableTopic {
	const topic = readLine(topicSchema, line, lineNumber);
	try {
		parseQuery(topic.query);
		return topic;
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		const shown = pointAt(topic.query, error.position).join("\n");
		const why = `query of ${topic.id}: ${error.message}\n${shown}`;
		throw new LineError(lineNumber, why);
	}
}

async function matchLines(
	topics: readonly MatchableTopic[],
	terminal: Terminal,
): Promise<0 | 1> {
	const matcher = makeMatcher(topics);
	const listens = topics.some(listensToSomeone);
	return answerLines(terminal, {
		read: readNewsLine,
		answer({ id, news, url, published }) {
			const speakers = published === null ? people : peopleOn(published);
			// Finding who speaks takes far longer than matching.
			const statements = listens ? findStatements(news, speakers) : [];
			const matches = matcher.match({ ...news, url }, statements);
			return { id, topics: matches.map(printed) };
		},
	});
}

function listensToSomeone({ query }: MatchableTopic): boolean {
	return speakersIn(parseQuery(query)).length > 0;
}

function printed({ topicId, evidence }: Match) {
	return { topic: topicId, evidence };
}
