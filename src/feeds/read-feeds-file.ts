import { readFile } from "node:fs/promises";
import { z } from "zod";
import { feedKinds } from "../news/article.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { type Feed, feedReaders } from "./feed.ts";
import { FeedError } from "./feed-error.ts";
import { feedFromUrl, shortHash } from "./feed-from-url.ts";
import { readOpml } from "./opml.ts";

const entry = z.strictObject({
	url: z.string(),
	title: z.string().min(1).optional(),
	kind: z.enum(feedKinds).optional(),
	language: z
		.string()
		.regex(/^[a-z]{2,3}$/, "must be a code such as en, fr or es")
		.optional(),
	id: z
		.string()
		.regex(/^[\w.-]{1,100}$/, "may hold letters, digits, dots and dashes")
		.optional(),
	verified: z.boolean().optional(),
	reader: z.enum(feedReaders).optional(),
});

const feedsFile = z.union([
	z.array(z.unknown()),
	z.object({ feeds: z.array(z.unknown()) }),
]);

/**
 * Reads a list of feeds: JSON (an array of `{url, title?, kind?, language?,
 * id?, reader?}`, or an object with that array as `feeds`) or OPML. Two entries with
 * one address are one feed.
 * @throws FeedError naming the file, and the entry that is wrong.
 */
export async function readFeedsFile(path: string): Promise<Feed[]> {
	try {
		const { text } = decodeBytes(await readFile(path), null);
		const feeds = /^[\ufeff\s]*</.test(text) ? readOpml(text) : readJson(text);
		if (feeds.length === 0) throw new FeedError("it names no feed");
		return withUniqueIds(feeds);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new FeedError(`feeds file ${path}: ${why}`, { cause });
	}
}

function readJson(text: string): Feed[] {
	const file = feedsFile.safeParse(parseJson(text));
	if (!file.success) {
		throw new FeedError("it must be a list of feeds, or {feeds: [...]}");
	}
	const entries = Array.isArray(file.data) ? file.data : file.data.feeds;
	return entries.map((each, place) => feedOf(each, place + 1));
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\ufeff/, ""));
	} catch (cause) {
		throw new FeedError("it is neither JSON nor OPML", { cause });
	}
}

function feedOf(value: unknown, place: number): Feed {
	const checked = entry.safeParse(value);
	if (!checked.success) {
		const [issue] = checked.error.issues;
		const field = issue?.path.join(".") ?? "";
		const where = `entry ${place}${field && `, ${field}`}`;
		throw new FeedError(`${where}: ${issue?.message ?? "is wrong"}`);
	}
	const { url, title, id, kind, language, verified, reader } = checked.data;
	try {
		const feed = feedFromUrl(url, title);
		return {
			...feed,
			id: id ?? feed.id,
			kind: kind ?? feed.kind,
			language: language ?? feed.language,
			verified: verified ?? feed.verified,
			...(reader && { reader }),
		};
	} catch (cause) {
		if (!(cause instanceof FeedError)) throw cause;
		throw new FeedError(`entry ${place}: ${cause.message}`, { cause });
	}
}

/** Two addresses may fold to one id; the later one gets its hash behind it. */
function withUniqueIds(feeds: readonly Feed[]): Feed[] {
	const byUrl = new Map(feeds.toReversed().map((feed) => [feed.url, feed]));
	const taken = new Set<string>();
	return feeds
		.filter((feed) => byUrl.get(feed.url) === feed)
		.map((feed) => {
			const id = taken.has(feed.id)
				? `${feed.id}-${shortHash(feed.url)}`
				: feed.id;
			taken.add(id);
			return { ...feed, id };
		});
}
