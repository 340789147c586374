import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { matchCommand } from "../../src/terminal/match-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "match-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function topicsFile(text: string): string {
	const file = join(folder, "topics.jsonl");
	writeFileSync(file, text);
	return file;
}

async function run(words: readonly string[], input: readonly string[]) {
	const printed: string[] = [];
	const complaints: string[] = [];
	const exit = await matchCommand.run(words, {
		input: linesOf(input),
		print: (line) => printed.push(line),
		complain: (line) => complaints.push(line),
	});
	return { exit, printed: printed.map((line) => JSON.parse(line)), complaints };
}

async function* linesOf(lines: readonly string[]) {
	yield* lines;
}

const quoted = {
	id: 7,
	title: "No promise from Washington",
	body: '"Nothing is settled," Jamieson Greer said of the CUSMA review.',
};

test("prints the catalogue's topics that each line meets, in order", async () => {
	const sports = { id: "b", title: "Home win", body: "A late goal." };
	const input = [quoted, sports].map((line) => JSON.stringify(line));
	const { exit, printed } = await run([], [...input, ""]);
	expect(exit).toBe(0);
	expect(printed.map(({ id }) => id)).toEqual([7, "b"]);
	const [first, second] = printed;
	expect(second.topics).toEqual([]);
	expect(first.topics.map((met: { topic: string }) => met.topic)).toEqual([
		"cusma-review",
		"greer-statements",
	]);
	const start = quoted.body.indexOf("CUSMA");
	expect(first.topics[0].evidence[0]).toEqual({
		field: "body",
		text: "CUSMA",
		start,
		end: start + 5,
	});
});

test("asks topics of one's own from a file", async () => {
	const file = topicsFile(
		'\uFEFF{"id":"goals","query":"goal*"}\r\n\n{"id":"greer","query":"said:greer -goal"}\n',
	);
	const { printed } = await run(["--topics", file], [JSON.stringify(quoted)]);
	expect(printed[0].topics).toMatchObject([{ topic: "greer" }]);
});

test.each([
	["2025-05-09T12:00:00Z", "hillman"],
	["2026-05-09T12:00:00Z", "wiseman"],
])("knows who held an office on %s", async (published, speaker) => {
	const file = topicsFile(
		["hillman", "wiseman"]
			.map((id) => JSON.stringify({ id, query: `said:${id}` }))
			.join("\n"),
	);
	const body = "Canada's ambassador to the U.S. said talks will go on.";
	const line = JSON.stringify({ id: 1, title: "", body, published });
	const { printed } = await run(["--topics", file], [line]);
	expect(printed[0].topics).toMatchObject([{ topic: speaker }]);
});

test.each([
	["not JSON", "line 2"],
	['{"title":"no id"}', "line 2: id"],
])("says which line is wrong: %s", async (line, complaint) => {
	const { exit, printed, complaints } = await run(
		[],
		[JSON.stringify(quoted), line],
	);
	expect(exit).toBe(1);
	expect(printed).toMatchObject([
		{ id: quoted.id },
		{ error: expect.stringContaining(complaint) },
	]);
	expect(complaints.join()).toContain(complaint);
});

test.each([
	[
		'{"id":"a","query":"steel"}\n{"id":"b","query":"(steel"}',
		"line 2: query of b: at character 1",
	],
	['{"id":"a"}', "line 1: query"],
])("says what is wrong with a file of topics", async (text, complaint) => {
	const file = topicsFile(text);
	const { exit, complaints } = await run(["--topics", file], []);
	expect(exit).toBe(1);
	expect(complaints[0]).toContain(`${file}: ${complaint}`);
});

test("says that a file is not there", async () => {
	const { exit, complaints } = await run(
		["--topics", join(folder, "none")],
		[],
	);
	expect(exit).toBe(1);
	expect(complaints[0]).toContain("none: there is no such file");
});

test("wrong words are answered with what to type", async () => {
	await expect(run(["--topic", "x"], [])).rejects.toThrow(UsageError);
	await expect(run(["extra"], [])).rejects.toThrow(
		"match takes no words but --topics FILE",
	);
});
