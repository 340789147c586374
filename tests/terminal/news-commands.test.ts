import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFactsCommand } from "../../src/terminal/facts-command.ts";
import { statementsCommand } from "../../src/terminal/statements-command.ts";
import { storiesCommand } from "../../src/terminal/stories-command.ts";
import { summarizeCommand } from "../../src/terminal/summarize-command.ts";
import {
	type TerminalCommand,
	UsageError,
} from "../../src/terminal/terminal-command.ts";

async function run(
	command: TerminalCommand,
	lines: readonly unknown[],
	words: readonly string[] = [],
) {
	const printed: string[] = [];
	const complaints: string[] = [];
	const written = lines.map((line) =>
		typeof line === "string" ? line : JSON.stringify(line),
	);
	async function* input() {
		yield* written;
	}
	const code = await command.run(words, {
		input: input(),
		print: (line) => printed.push(line),
		complain: (line) => complaints.push(line),
	});
	return { code, complaints, out: printed.map((line) => JSON.parse(line)) };
}

test("statements prints who said what, with offsets of the body", async () => {
	const body = "“Steel comes first,” Mark Carney said.";
	const { code, out } = await run(statementsCommand, [
		{ id: 7, title: "Steel", body },
		{ id: "b", title: "Rain", body: "It rained." },
	]);
	expect(code).toBe(0);
	expect(out).toEqual([
		{
			id: 7,
			statements: [
				{
					speaker: "carney",
					cue: "said",
					text: "“Steel comes first,”",
					quote: "Steel comes first,",
					kind: "direct",
					start: 0,
					end: 20,
				},
			],
		},
		{ id: "b", statements: [] },
	]);
});

test("statements takes speakers from a file", async () => {
	const file = join(await mkdtemp(join(tmpdir(), "speakers-")), "s.jsonl");
	await writeFile(
		file,
		'{"id":"roe","given":"Ann","family":"Roe","not":["Jo"]}\n',
	);
	const body = "Ann Roe said no. Jo Roe said yes. Carney said maybe.";
	const { out } = await run(
		statementsCommand,
		[{ id: 1, title: "", body }],
		["--speakers", file],
	);
	expect(out[0].statements).toMatchObject([{ speaker: "roe", text: "no." }]);
});

test("stories gives each line its story, in order", async () => {
	const told = { title: "Ottawa sets 35% surtax on Turkish rebar imports" };
	const { out } = await run(storiesCommand, [
		{ id: "a", ...told, published: "2026-03-02T10:00:00Z" },
		{ id: "b", title: "Maize harvest fails in Jalisco after hail" },
		{ id: "c", ...told, published: "2026-03-02T11:00:00Z" },
	]);
	expect(out.map(({ id }) => id)).toEqual(["a", "b", "c"]);
	expect(out[2].story).toBe(out[0].story);
	expect(out[1].story).not.toBe(out[0].story);
});

test("summarize keeps the sentence that meets the query", async () => {
	const body =
		"A mill in Hamilton won its appeal on Monday. It rained in town all day. The copper duty ends in May.";
	const { out } = await run(
		summarizeCommand,
		[{ id: 1, title: "Mill", body }],
		["--topic", "copper", "--sentences", "2"],
	);
	expect(out[0].summary).toBe(
		"A mill in Hamilton won its appeal on Monday. The copper duty ends in May.",
	);
	expect(out[0].sentences).toHaveLength(2);
});

test.each<[string, string | number | null, string]>([
	["{oops", null, "line 3: not JSON: {oops"],
	["[]", null, "line 3: the line: "],
	['{"id":1}', 1, "line 3: title: "],
	[
		'{"id":"a","title":"x","published":"soon"}',
		"a",
		"line 3: published: is no",
	],
])(
	"answers a line that is wrong as such, and reads on: %s",
	async (line, id, why) => {
		const good = { id: 7, title: "Fine" };
		for (const command of [
			statementsCommand,
			storiesCommand,
			summarizeCommand,
		]) {
			const { code, complaints, out } = await run(command, [
				good,
				"",
				line,
				good,
			]);
			expect(code).toBe(1);
			expect(out).toMatchObject([
				{ id: 7 },
				{ id, error: expect.stringContaining(why) },
				{ id: 7 },
			]);
			expect(complaints).toEqual([expect.stringContaining(why)]);
		}
	},
);

test.each<[TerminalCommand, string[]]>([
	[statementsCommand, ["--speaker"]],
	[storiesCommand, ["all"]],
	[summarizeCommand, ["--sentences", "none"]],
	[summarizeCommand, ["--topic", "(("]],
])("says what to type when the words are wrong: %#", async (command, words) => {
	await expect(run(command, [], words)).rejects.toThrow(UsageError);
});

test("facts prints rates, days and acts with their places, and the book beside them", async () => {
	const body =
		"Washington put a 50 per cent tariff on steel from Brazil under Proclamation 10947. It takes effect on June 4.";
	const { code, out } = await run(
		makeFactsCommand(() => new Date("2025-06-03T15:00:00Z")),
		[
			{ id: 1, title: "Steel", body },
			{
				id: 2,
				title: "Acier",
				body: "Le ministre parle de l’acier à Québec ce matin.",
			},
		],
	);
	expect(code).toBe(0);
	const [first, second] = out;
	const [rate] = first.rates;
	expect(rate).toMatchObject({ field: "body", percent: 50, origin: "BR" });
	expect(body.slice(rate.rate.start, rate.rate.end)).toBe("50 per cent");
	expect(first).toMatchObject({
		id: 1,
		language: "en",
		days: [{ day: "2025-06-04", role: "effective" }],
		acts: [{ name: "Proc. 10947" }],
		beside: { effective: "2025-06-04", rates: [{ beside: { kind: "same" } }] },
	});
	expect(second).toMatchObject({ id: 2, language: "fr", rates: [] });
});
