import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardText } from "../../src/chat/card-text.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileCard } from "./hostile-card.ts";
import { hostileAddress, hostileText, namedTexts } from "./hostile-texts.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");
/** What a terminal obeys, or what turns the reading around. */
const unsafe = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

async function run(words: readonly string[], input: string) {
	const flags = ["--disable-warning=ExperimentalWarning", cli, ...words];
	const child = spawn(process.execPath, flags, { stdio: "pipe" });
	child.stdin.end(input);
	const [printed, complained, [code]] = await Promise.all([
		textOf(child.stdout),
		textOf(child.stderr),
		once(child, "close"),
	]);
	return { printed, complained, code };
}

describe("a stranger's text at a terminal", { timeout: fuzzTimeoutMs }, () => {
	test.each(namedTexts)("drives nothing: %s", (_, text) => {
		expect(cardText(hostileCard(text))).not.toMatch(unsafe);
	});

	test("drives nothing, whatever it is and wherever it leads", async () => {
		const inputs = fc.record({ text: hostileText(), url: hostileAddress() });
		await fuzz(inputs, 200, ({ text, url }) => {
			expect(cardText(hostileCard(text, url))).not.toMatch(unsafe);
		});
	});

	test.each(["match", "statements", "stories", "summarize"])(
		"comes out of %s as one line of JSON for each, with nothing that drives",
		async (command) => {
			const lines = namedTexts.flatMap(([, text], id) => [
				JSON.stringify({ id, title: text, body: `Steel tariff ${text}` }),
				// What a stranger may break: no JSON, or not of the shape.
				JSON.stringify({ id, title: [text] }),
			]);
			const { printed, complained, code } = await run(
				[command],
				lines.map((line) => `${line}\n`).join(""),
			);
			expect(code).toBe(1);
			expect(`${printed}${complained}`).not.toMatch(unsafe);
			const answers = printed.split("\n").slice(0, -1);
			expect(answers.map((line) => JSON.parse(line).id)).toEqual(
				namedTexts.flatMap((_, id) => [id, id]),
			);
			expect(complained.split("\n")).toHaveLength(namedTexts.length + 1);
		},
	);

	test.each([
		["frob\u001b[2J\u009b2J"],
		["parse", "\u001b[2J.xml"],
		["tariff", "\u001b[2J", "--origin", "\u009b2J", "--json"],
		["match", "--topics", "\u001b[2J"],
		["feeds", "import", "\u001b[2J\u202e.opml"],
		["summarize", "--topic", "steel \u001b[2J OR ("],
	])("typed to %s is complained of without obeying it", async (...words) => {
		const { printed, complained, code } = await run(words, "");
		expect(code).toBeGreaterThan(0);
		expect(`${printed}${complained}`).not.toMatch(unsafe);
		expect(complained).not.toMatch(/^\s+at /m);
	});
});
