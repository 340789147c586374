import { z } from "zod";
import type { NewsText } from "../news/article.ts";

/** A line of input is not what the command reads; the message names its number. */
export class LineError extends Error {
	/** The line's own, where it could be read. */
	readonly id: string | number | null;

	constructor(
		lineNumber: number,
		why: string,
		id: string | number | null = null,
	) {
		super(`line ${lineNumber}: ${why}`);
		this.name = "LineError";
		this.id = id;
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
		.refine((text) => isOurs(new Date(text)), "is no date")
		.nullish(),
});

/** News has years of four digits; days are counted around it. */
function isOurs(date: Date): boolean {
	const year = date.getUTCFullYear();
	return year > 0 && year < 9999;
}

/**
 * Reads one JSON line and checks its shape.
 * @throws LineError when it is no JSON or not of the shape
 */
export function readLine<T>(
	schema: z.ZodType<T>,
	line: string,
	lineNumber: number,
): T {
	const given = parseJson(line, lineNumber);
	const read = schema.safeParse(given);
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const field = issue?.path.join(".") || "the line";
	const id = withId.safeParse(given).data?.id ?? null;
	throw new LineError(lineNumber, `${field}: ${issue?.message ?? "wrong"}`, id);
}

const withId = z.object({ id: z.union([z.string(), z.number()]) });

/** Reads news as a JSON line `{id, title, summary?, body?, url?, published?}`. @throws LineError */
export function readNewsLine(line: string, lineNumber: number): NewsLine {
	const read = readLine(newsSchema, line, lineNumber);
	const { id, title, summary, body, url, published } = read;
	return {
		id,
		news: { title, summary: summary ?? "", body: body ?? "" },
		url: url || null,
		published: published ? new Date(published) : null,
	};
}

function parseJson(line: string, lineNumber: number): unknown {
	try {
		return JSON.parse(line);
	} catch {
		const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
		throw new LineError(lineNumber, `not JSON: ${shown}`);
	}
}
