import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FeedMemory } from "../../src/feeds/feed.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { readOpml, writeOpml } from "../../src/feeds/opml.ts";
import { makeFeedsCommand } from "../../src/terminal/feeds-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";
import { inMemoryFeeds } from "../fakes/in-memory-feeds.ts";

let folder: string;
let memory: FeedMemory;
let opened: number;
let closed: number;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "feeds-command-"));
	memory = inMemoryFeeds();
	opened = 0;
	closed = 0;
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...words: readonly string[]) {
	const said: string[] = [];
	const command = makeFeedsCommand(async () => {
		opened++;
		return { feeds: memory, close: async () => void closed++ };
	});
	const code = await command.run(words, {
		input: (async function* () {})(),
		print: (line) => said.push(line),
		complain: (line) => said.push(line),
	});
	expect(closed).toBe(opened);
	return { code, said };
}

const one = feedFromUrl("https://a.example/rss", "A");
const two = feedFromUrl("https://b.example/rss", "B");

test("imports what is new and renews what is there under its own id", async () => {
	await memory.keepFeed({ ...one, id: "own", title: "Old" });
	const file = join(folder, "in.opml");
	await writeFile(file, writeOpml([one, two]));
	expect(await run("import", file)).toEqual({
		code: 0,
		said: [`2 feeds read from ${file}, 1 of them new`],
	});
	expect(await memory.feeds()).toEqual([two, { ...one, id: "own" }]);
});

test("exports every feed", async () => {
	await memory.keepFeed(one);
	await memory.keepFeed(two);
	const file = join(folder, "out.opml");
	expect(await run("export", file)).toEqual({
		code: 0,
		said: [`2 feeds written to ${file}`],
	});
	expect(readOpml(await readFile(file, "utf8"))).toEqual([one, two]);
});

test("a wrong file is said before any store is opened", async () => {
	const { code, said } = await run("import", join(folder, "none.opml"));
	expect({ code, opened }).toEqual({ code: 1, opened: 0 });
	expect(said).toHaveLength(1);
});

test("a place that cannot be written is said", async () => {
	const file = join(folder, "none", "out.opml");
	expect(await run("export", file)).toEqual({
		code: 1,
		said: [`${file} cannot be written`],
	});
});

test.each([
	[[]],
	[["import"]],
	[["export"]],
	[["list", "x"]],
	[["import", "a", "b"]],
])("refuses the words %j", async (words) => {
	await expect(run(...words)).rejects.toThrow(UsageError);
});
