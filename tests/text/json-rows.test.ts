import fc from "fast-check";
import { expect, test } from "vitest";
import { JsonRowsError, jsonRows } from "../../src/text/json-rows.ts";

async function read(...pieces: readonly string[]): Promise<unknown[]> {
	return Array.fromAsync(
		jsonRows(
			(async function* () {
				yield* pieces;
			})(),
		),
	);
}

test("gives the rows of a list wherever the text is cut into pieces", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
			fc.array(fc.nat(), { maxLength: 8 }),
			fc.constantFrom(0, 2),
			async (rows, cuts, indent) => {
				const text = JSON.stringify(rows, null, indent);
				const at = cuts.map((cut) => cut % (text.length + 1)).sort(byNumber);
				const pieces = [0, ...at].map((from, i) => text.slice(from, at[i]));
				expect(await read(...pieces)).toEqual(JSON.parse(text));
			},
		),
	);
});

function byNumber(a: number, b: number): number {
	return a - b;
}

test("takes braces, quotes and backslashes in texts for what they are", async () => {
	const rows = [{ a: '}{"\\' }, { b: '\\"}' }];
	expect(await read("\uFEFF", JSON.stringify(rows), "\n")).toEqual(rows);
});

test.each([
	["", "it is empty", 0],
	['[{"a":1}, {"a":', "it is cut off after row 1", 1],
	['[{"a":1}', "it is cut off after row 1", 1],
	['[{"a":1},', "it is cut off after row 1", 1],
	['{"a":1}', 'where a list [ should begin there is "{\\"a\\":1}"', 0],
	["<html>", 'where a list [ should begin there is "<html>"', 0],
	['[{"a":1} {"a":2}]', 'after row 1 there is "{\\"a\\":2}]"', 1],
	["[1,2]", 'after row 0 there is "1,2]"', 0],
	['[{"a":1},]', 'after row 1 there is "]"', 1],
	["[]x", 'behind the list there is "x"', 0],
])("says where %j is no list of rows", async (text, what, rowsBefore) => {
	await expect(read(text)).rejects.toMatchObject({
		message: what,
		rowsBefore,
	});
});

test("names the row that is no JSON", async () => {
	await expect(read('[{"a":1},{a:2}]')).rejects.toThrow(/^row 2 is no JSON: /);
	await expect(read('[{"a":1},{a:2}]')).rejects.toThrow(JsonRowsError);
});
