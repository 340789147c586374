import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileText, namedTexts } from "./hostile-texts.ts";

const at = new Date("2026-10-07T14:30:00Z");

/** What one event writes. */
function written(fields: Record<string, unknown>, event = "feed failed") {
	let text = "";
	const write = (line: string) => {
		text += line;
	};
	makeLog("debug", write, { now: () => at }).warn(event, fields);
	return text;
}

function expectOneLine(text: string): Record<string, unknown> {
	expect(text.endsWith("\n")).toBe(true);
	expect(text.slice(0, -1)).not.toMatch(
		/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u,
	);
	expect(text).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f]/);
	const line = JSON.parse(text);
	expect(line).toMatchObject({ at: at.toISOString(), level: "warn" });
	expect(line.event).toBe("feed failed");
	return line;
}

describe("a stranger's text in the log", { timeout: fuzzTimeoutMs }, () => {
	test.each(namedTexts)("is a value in one line of JSON: %s", (_, text) => {
		const error = new Error(text, { cause: new Error(text) });
		const { title } = expectOneLine(
			written({ title: text, error, list: [text], deep: { [text]: text } }),
		);
		if (text.length <= 500) expect(title).toBe(text.toWellFormed());
	});

	test("never forges a time, a level or an event", () => {
		const { line } = expectOneLine(
			written({ event: "x", level: "error", at: "x", line: "kept" }),
		);
		expect(line).toBe("kept");
	});

	const circle: Record<string, unknown> = {};
	circle.circle = circle;
	const round = new Error("round");
	round.cause = round;
	test.each<[string, unknown]>([
		["a circle", circle],
		["an error that caused itself", round],
		[
			"what cannot be read",
			{
				toJSON() {
					throw new Error("no");
				},
			},
		],
		["a number beyond all", 2n ** 80n],
		["no day", new Date(Number.NaN)],
		["a function", () => 1],
	])("%s costs no event", (_name, value) => {
		expectOneLine(written({ value }));
	});

	test("is one line, whatever is logged", async () => {
		const fields = fc.dictionary(
			hostileText(),
			fc.oneof(
				hostileText(),
				fc.anything({ withBigInt: true, withDate: true }),
			),
		);
		await fuzz(fields, 300, (given) => void expectOneLine(written(given)));
	});
});
