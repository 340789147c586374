import { parseArgs } from "node:util";
import { z } from "zod";
import { findStatements } from "../news/find-statements.ts";
import type { Speaker, Statement } from "../news/statement.ts";
import { people } from "../topics/people.ts";
import { answerLines } from "./answer-lines.ts";
import { LineError, readLine, readNewsLine } from "./json-lines.ts";
import { FileFault, readInputLines } from "./read-input-file.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

const speakerSchema = z.object({
	id: z.string().min(1),
	given: z.string(),
	family: z.string().min(1),
	aliases: z.array(z.string()).default([]),
	not: z.array(z.string()).default([]),
	titles: z.array(z.string()).default([]),
});

/** `tradewire statements`: says who said what in each piece of news. */
export const statementsCommand: TerminalCommand = {
	name: "statements",
	usage: "statements [--speakers FILE]",
	about: `Reads news as JSON lines {id, title, summary?, body?} and prints one line for
each: {id, statements: [{speaker, cue, text, quote, kind, start, end}]}. Kind is
direct, indirect or mixed; offsets are UTF-16 units of the body, or of the
summary where there is no body. When nothing in the text says that someone
speaks, a statement in the title is given, with its field named.
FILE has lines {id, given, family, aliases?, not?, titles?}: \`not\` holds given
names that make the surname someone else. Without it, our own list is used.`,
	async run(words, terminal) {
		const file = fileFrom(words);
		try {
			const speakers = file === null ? people : await readSpeakers(file);
			return await answerLines(terminal, {
				read: readNewsLine,
				answer({ id, news }) {
					const statements = inTextOrTitle(findStatements(news, speakers));
					return { id, statements };
				},
			});
		} catch (error) {
			const isInput = error instanceof LineError;
			if (!isInput && !(error instanceof FileFault)) throw error;
			terminal.complain(error.message);
			return 1;
		}
	},
};

function fileFrom(words: readonly string[]): string | null {
	try {
		const { values } = parseArgs({
			args: [...words],
			options: { speakers: { type: "string" } },
		});
		return values.speakers ?? null;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}

async function readSpeakers(file: string): Promise<Speaker[]> {
	const lines = await readInputLines(file);
	return lines.flatMap((line, index) =>
		line.trim() === "" ? [] : readLine(speakerSchema, line, index + 1),
	);
}

/** Offsets are of the text; a speaker who speaks in the title alone keeps the title's. */
function inTextOrTitle(statements: readonly Statement[]) {
	const inText = new Set(
		statements
			.filter(({ field }) => field !== "title")
			.map(({ speaker }) => speaker),
	);
	return statements
		.filter(({ field, speaker }) => field !== "title" || !inText.has(speaker))
		.map(printed);
}

function printed({ field, ...said }: Statement) {
	return field === "title" ? { ...said, field } : said;
}
