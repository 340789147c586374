import { z } from "zod";
import type { NewsText } from "../news/article.ts";

/** A line of input is not what the command reads; the message names its number. */
export class LineError extends Error {
	constructor(lineNumber: number, why: string) {
		super(`line ${lineNumber}: ${why}`);
		this.name = "LineError";
	}
}

/** One piece of news as the terminal reads it. */
export interface NewsLine {
	/** As given, to be printed back. */
	readonly id: string | number;
	readonly news: NewsText;
	readonly url: string | null;
	readonly published: Date | null;
}

const newsSchema = z.object({
	id: z.union([z.string(), z.number()]),
	title: z.string(),
	summary: z.string().nullish(),
	body: z.string().nullish(),
	url: z.string().nullish(),
	published: z
		.string()
		.refine((text) => !Number.isNaN(Date.parse(text)), "is no date")
		.nullish(),
});

/**
 * Reads one JSON line and checks its shape.
 * @throws LineError when it is no JSON or not of the shape
 */
export function readLine<T>(
	schema: z.ZodType<T>,
	line: string,
	lineNumber: number,
): T {
	const read = schema.safeParse(parseJson(line, lineNumber));
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const field = issue?.path.join(".") || "the line";
	throw new LineError(lineNumber, `${field}: ${issue?.message ?? "wrong"}`);
}

/**
 * Reads JSON lines of a shape, one at a time; empty lines are passed over.
 * @throws LineError at the first line that is wrong
 */
export async function* readLines<T>(
	schema: z.ZodType<T>,
	input: AsyncIterable<string>,
): AsyncGenerator<T> {
	let lineNumber = 0;
	for await (const line of input) {
		lineNumber++;
		// Files from Windows editors begin with a byte order mark.
		const bare = line.replace(/^\uFEFF/, "").trim();
		if (bare !== "") yield readLine(schema, bare, lineNumber);
	}
}

/** Reads news as JSON lines `{id, title, summary?, body?, url?, published?}`. @throws LineError */
export async function* readNewsLines(
	input: AsyncIterable<string>,
): AsyncGenerator<NewsLine> {
	for await (const line of readLines(newsSchema, input)) {
		const { id, title, summary, body, url, published } = line;
		yield {
			id,
			news: { title, summary: summary ?? "", body: body ?? "" },
			url: url || null,
			published: published ? new Date(published) : null,
		};
	}
}

function parseJson(line: string, lineNumber: number): unknown {
	try {
		return JSON.parse(line);
	} catch {
		const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
		throw new LineError(lineNumber, `not JSON: ${shown}`);
	}
}
