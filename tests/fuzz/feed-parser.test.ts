import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { articlesFrom } from "../../src/feeds/articles-from.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { wire } from "../commands/command-house.ts";
import { hostileAddress, hostileText } from "../hostile/hostile-texts.ts";
import { changedBytes } from "./byte-changes.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

const folder = join(import.meta.dirname, "../fixtures/feeds");
const feeds = readdirSync(folder).map((name) =>
	readFileSync(join(folder, name)),
);
const json = feeds
	.filter((bytes) => bytes.toString().trimStart().startsWith("{"))
	.map((bytes): object => JSON.parse(bytes.toString()));

const text = z.string().refine((one) => one.isWellFormed(), "half a letter");
const maybe = text.nullable();
/** As `tradewire parse` promises it. */
const parsedShape = z.object({
	title: maybe,
	link: maybe,
	items: z.array(
		z.object({
			id: text,
			title: maybe,
			link: maybe,
			published: z.iso.datetime().nullable(),
			updated: z.iso.datetime().nullable(),
			summary: maybe,
			content: maybe,
			author: maybe,
			categories: z.array(text),
			image: maybe,
		}),
	),
});
/** What no clean HTML holds. */
const live =
	/<(?:script|style|iframe|object|embed|form|svg|math|base|meta|link)\b|\son\w+\s*=\s*["']|(?:href|src)\s*=\s*["']?\s*(?:javascript|vbscript|data:text)/i;

const pieces = fc
	.oneof(
		fc.constantFrom(
			..."<item>|</item>|<entry>|<title>|</title>|<![CDATA[|]]>|<!--|-->|<?xml version='1.0' encoding='utf-16'?>|<!DOCTYPE x [<!ENTITY a 'b'>]>|&a;|&#x110000;|&#xd800;|&#0;|<link href='|\"|<media:group>|<content type='xhtml'>|{|}|[|\u0000|\ufeff".split(
				"|",
			),
		),
		hostileText(),
		hostileAddress(),
	)
	.map((piece) => Buffer.from(piece));

async function readWell(
	bytes: Uint8Array,
	contentType: string | null,
	reader: "rss-parser" | null = null,
): Promise<void> {
	try {
		const url = "https://example.org/feed";
		const parsed = await parseFeed(bytes, { contentType, url, reader });
		parsedShape.parse(parsed);
		for (const { summary, content } of parsed.items)
			expect(`${summary}${content}`).not.toMatch(live);
		for (const article of articlesFrom(wire, parsed, new Date(0)))
			expect(article.title.isWellFormed()).toBe(true);
	} catch (error) {
		if (!(error instanceof FeedError)) throw error;
		expect(error.message).not.toBe("");
	}
}

describe("the feed parser", { timeout: fuzzTimeoutMs }, () => {
	const type = fc.oneof(
		fc.constant(null),
		fc.constantFrom("text/xml; charset=utf-16", "text/html; charset=x", ";"),
		hostileText(),
	);

	test("reads whatever becomes of real-like feeds, or says what it is instead", async () => {
		const inputs = fc.tuple(changedBytes(feeds, pieces), type);
		await fuzz(inputs, 400, ([bytes, told]) => readWell(bytes, told));
	});

	test("reads any bytes and tags at all", async () => {
		const tags = fc
			.array(pieces, { maxLength: 60 })
			.map((parts) => Buffer.concat([Buffer.from("<rss><channel>"), ...parts]));
		const bytes = fc.uint8Array({ maxLength: 500 });
		await fuzz(fc.tuple(fc.oneof(tags, bytes), type), 400, ([some, told]) =>
			readWell(some, told),
		);
	});

	test("reads JSON of any shape", async () => {
		const inputs = fc.oneof(
			fc.constantFrom(...json).chain((whole) => mutated(whole)),
			fc.jsonValue(),
		);
		await fuzz(inputs, 300, (value) =>
			readWell(Buffer.from(JSON.stringify(value)), null),
		);
	});

	test("hears the other reader out as well", async () => {
		await fuzz(changedBytes(feeds, pieces), 150, (bytes) =>
			readWell(bytes, null, "rss-parser"),
		);
	});
});
