import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvError, csvRows } from "../../src/text/csv-rows.ts";

test("reads quoted cells, line ends of any kind and a byte order mark", () => {
	const text = '\uFEFFItem, Title\r\n1,"a, ""b""\nc"\n\r\n2,plain\r3,';
	expect(csvRows(text)).toEqual([
		{ number: 2, cells: { item: "1", title: 'a, "b"\nc' } },
		{ number: 4, cells: { item: "2", title: "plain" } },
		{ number: 5, cells: { item: "3", title: "" } },
	]);
});

test("reads back what was written by the rules", () => {
	const texts = fc.string().map((text) => `x${text}`.trim());
	const table = fc.array(fc.tuple(texts, texts), { minLength: 1 });
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	fc.assert(
		fc.property(table, (rows) => {
			const lines = rows.map((row) => row.map(quoted).join(","));
			const read = csvRows(["a,b", ...lines].join("\r\n"));
			expect(read.map(({ cells }) => [cells.a, cells.b])).toEqual(rows);
		}),
	);
});

test.each([
	["", "it is empty"],
	["\n\n", "it is empty"],
	['a,b\n1,"open', "row 2: a quote is out of place"],
	['a,b\n1,x"y"', "row 2: a quote is out of place"],
	["a,b\n1,2,3", "row 2: 3 cells under 2 columns"],
])("says what is wrong with %j", (text, what) => {
	expect(() => csvRows(text)).toThrow(new CsvError(what));
});

test("never fails but with a CsvError", () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'a",\r\n ') }), (text) => {
			try {
				csvRows(text);
			} catch (error) {
				expect(error).toBeInstanceOf(CsvError);
			}
		}),
	);
});
