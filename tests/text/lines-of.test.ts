import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../src/text/lines-of.ts";

async function linesIn(bytes: Uint8Array, size: number): Promise<string[]> {
	async function* pieces() {
		for (let at = 0; at < bytes.length; at += size)
			yield bytes.subarray(at, at + size);
	}
	return Array.fromAsync(linesOf(pieces()));
}

test.each([
	["", []],
	["a", ["a"]],
	["a\nb\n", ["a", "b"]],
	["a\r\n\r\nb", ["a", "", "b"]],
	["a\u2028b\u2029c\u0085d\re\n", ["a\u2028b\u2029c\u0085d\re"]],
])("breaks %j at line feeds alone", async (text, lines) => {
	expect(await linesIn(Buffer.from(text), 1000)).toEqual(lines);
});

test("reads the same lines, however the bytes come", async () => {
	const line = fc
		.string({ unit: "grapheme" })
		.map((one) => one.replace(/[\r\n]/g, ""));
	await fc.assert(
		fc.asyncProperty(
			fc.array(line, { minLength: 1 }),
			fc.integer({ min: 1, max: 9 }),
			async (lines, size) => {
				const text = lines.map((one) => `${one}\n`).join("");
				const read = await linesIn(Buffer.from(text), size);
				expect(read).toEqual(lines);
			},
		),
	);
});
