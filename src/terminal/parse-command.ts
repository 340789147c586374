import { parseArgs } from "node:util";
import { z } from "zod";
import { type FeedReader, feedReaders } from "../feeds/feed.ts";
import { type FeedOrigin, parseFeed } from "../feeds/parse-feed.ts";
import type { ParsedFeed } from "../feeds/parsed-feed.ts";
import { FileFault, readInputFile } from "./read-input-file.ts";
import {
	type Terminal,
	type TerminalCommand,
	UsageError,
} from "./terminal-command.ts";

/** `tradewire parse`: reads a feed's bytes and prints what they say, as JSON. */
export const parseCommand: TerminalCommand = {
	name: "parse",
	usage:
		"parse FILE [--content-type T] [--url U] [--reader NAME] | parse --batch",
	about: `Reads a feed from a file and prints it as one JSON object: its format,
title and items, dates as ISO UTC, texts clean. --content-type is what HTTP
said of it, --url where it came from, --reader who reads it when it is not
our own reader: rss-parser, or notices for a page that lists them in a table.
With --batch it reads JSON lines
{id, base64, contentType?, url?} and prints one object with that id, or
{id, error}, a line.`,
	async run(words, terminal) {
		const { file, batch, ...origin } = readWords(words);
		if (batch) return parseLines(terminal);
		return parseFile(file, origin, terminal);
	},
};

function readWords(words: readonly string[]) {
	const { values, positionals } = parse(words);
	const [file = "", ...more] = positionals;
	const batch = values.batch ?? false;
	if (more.length > 0 || (file === "") !== batch) {
		throw new UsageError("name one FILE, or give --batch and no file");
	}
	return {
		file,
		batch,
		contentType: values["content-type"] ?? null,
		url: values.url ?? null,
		reader: readerNamed(values.reader),
	};
}

function readerNamed(name: string | undefined): FeedReader | null {
	const reader = feedReaders.find((each) => each === name);
	if (name !== undefined && !reader) {
		throw new UsageError(`--reader is one of: ${feedReaders.join(", ")}`);
	}
	return reader ?? null;
}

function parse(words: readonly string[]) {
	try {
		return parseArgs({
			args: [...words],
			allowPositionals: true,
			options: {
				batch: { type: "boolean" },
				"content-type": { type: "string" },
				url: { type: "string" },
				reader: { type: "string" },
			},
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : "");
	}
}

async function parseFile(
	file: string,
	origin: FeedOrigin,
	terminal: Terminal,
): Promise<0 | 1> {
	const read = await readFeed(file, origin);
	if (typeof read !== "string") {
		terminal.print("", jsonOf(read));
		return 0;
	}
	terminal.complain(read);
	return 1;
}

/** A feed as JSON, piece by piece: as one string it would take as much memory again. */
function* jsonOf({ items, ...feed }: ParsedFeed): Generator<string> {
	yield `${JSON.stringify(feed).slice(0, -1)},"items":[`;
	for (const [at, item] of items.entries())
		yield `${at === 0 ? "" : ","}${JSON.stringify(item)}`;
	yield "]}";
}

/** The feed in a file, or what the file is instead. */
async function readFeed(file: string, origin: FeedOrigin) {
	try {
		return await parseFeed(await readInputFile(file), origin);
	} catch (error) {
		if (error instanceof FileFault) return error.message;
		if (!(error instanceof Error)) throw error;
		return `${file}: ${error.message}`;
	}
}

const batchLine = z.object({
	id: z.union([z.string(), z.number()]),
	base64: z.string(),
	contentType: z.string().nullish(),
	url: z.string().nullish(),
});

async function parseLines(terminal: Terminal): Promise<0> {
	for await (const line of terminal.input) {
		if (line.trim() === "") continue;
		terminal.print(JSON.stringify(await parseLine(line)));
	}
	return 0;
}

/** One line's answer: whatever is wrong with it, the next line is still read. */
async function parseLine(line: string): Promise<unknown> {
	const { data, error } = batchLine.safeParse(readJson(line));
	if (data === undefined) {
		return { id: null, error: `not a batch line: ${error.issues[0]?.message}` };
	}
	const { id, base64, contentType = null, url = null } = data;
	try {
		const bytes = Buffer.from(base64, "base64");
		return { id, ...(await parseFeed(bytes, { contentType, url })) };
	} catch (cause) {
		return { id, error: cause instanceof Error ? cause.message : "unreadable" };
	}
}

function readJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}
