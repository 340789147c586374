import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeFactsCommand } from "../../src/terminal/facts-command.ts";
import { matchCommand } from "../../src/terminal/match-command.ts";
import { parseCommand } from "../../src/terminal/parse-command.ts";
import { statementsCommand } from "../../src/terminal/statements-command.ts";
import { storiesCommand } from "../../src/terminal/stories-command.ts";
import { summarizeCommand } from "../../src/terminal/summarize-command.ts";
import { makeTariffCommand } from "../../src/terminal/tariff-command.ts";
import type { TerminalCommand } from "../../src/terminal/terminal-command.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { mutated } from "./mutations.ts";

const now = () => new Date("2026-06-04T16:00:00Z");
const news = {
	...{ id: 1, title: "Steel tariffs rise to 50%", url: "https://a.example/1" },
	body: "“Steel comes first,” Mark Carney said. The duty on steel from Mexico is 25 per cent from June 4.",
	published: "2025-06-03T21:05:00Z",
};
const question = {
	...{
		id: "a",
		query: "steel",
		importer: "US",
		origin: "MX",
		on: "2025-06-04",
	},
	facts: { usmca: "yes", us_content: 40 },
};
const feed = { id: 1, base64: "PHJzcz48L3Jzcz4=", contentType: "text/xml" };

/** Whole lines, broken ones, and ones with dates at the ends of time. */
function linesLike(whole: object): fc.Arbitrary<readonly string[]> {
	const published = fc.constantFrom(
		..."-271821-04-20T00:00:00Z +275760-09-13T00:00:00Z 0000-01-01 2026-02-30 12".split(
			" ",
		),
	);
	const line = fc.oneof(
		mutated(whole).map((value) => JSON.stringify(value) ?? ""),
		published.map((date) => JSON.stringify({ ...whole, published: date })),
		hostileText().map((title) =>
			JSON.stringify({ ...whole, title, query: title }),
		),
		hostileText().map((body) => JSON.stringify({ ...whole, body })),
		fc.json(),
		hostileText(),
	);
	return fc.array(
		line.map((text) => text.replace(/\n/g, " ")),
		{
			maxLength: 6,
		},
	);
}

describe("the terminal's JSON lines", { timeout: fuzzTimeoutMs }, () => {
	test.each<[string, TerminalCommand, readonly string[], object]>([
		["match", matchCommand, [], news],
		["statements", statementsCommand, [], news],
		["stories", storiesCommand, [], news],
		["summarize", summarizeCommand, ["--topic", "steel"], news],
		["facts", makeFactsCommand(now), [], news],
		["tariff --batch", makeTariffCommand(now), ["--batch"], question],
		["parse --batch", parseCommand, ["--batch"], feed],
	])(
		"%s answers every line with one, in order, whatever it holds",
		async (_name, command, words, whole) => {
			await fuzz(linesLike(whole), 80, async (lines) => {
				const printed: string[] = [];
				const complained: string[] = [];
				const code = await command.run(words, {
					input: (async function* () {
						yield* lines;
					})(),
					print: (line) => void printed.push(line),
					complain: (line) => void complained.push(line),
				});
				const asked = lines.filter((line) =>
					line.replace(/^\ufeff/, "").trim(),
				);
				expect(printed).toHaveLength(asked.length);
				const answers = printed.map((line) => JSON.parse(line));
				expect(answers.every((one) => "id" in one)).toBe(true);
				expect(code).toBe(complained.length > 0 ? 1 : 0);
			});
		},
	);
});
