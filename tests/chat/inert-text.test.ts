import { expect, test } from "vitest";
import { inertLine, inertText } from "../../src/chat/inert-text.ts";

test.each([
	["half a pair", "Steel \ud83d tariff", "Steel \ufffd tariff"],
	["a whole pair", "Steel 😀", "Steel 😀"],
	["an escape", "\u001b[2JSteel", "\ufffd[2JSteel"],
	["a turned direction", "Steel \u202egpj", "Steel gpj"],
	["old line ends", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
])("makes %s inert", (_name, text, inert) => {
	expect(inertText(text)).toBe(inert);
});

test.each([
	["a\n b \n\n\t c ", "a b c"],
	["\n", ""],
	["a  b", "a  b"],
])("brings %j on one line", (text, line) => {
	expect(inertLine(text)).toBe(line);
});

test("takes a row of spaces at its own length, not at its square", () => {
	const spaces = " ".repeat(2_000_000);
	expect(inertLine(`a${spaces}b`)).toHaveLength(spaces.length + 2);
});
