import { expect, test } from "vitest";
import { HtsReader, HtsRowError } from "../../src/tariffs/hts-lines.ts";
import { htsRevision } from "../../src/tariffs/hts-revision.ts";

/** A row as the export has it, with what matters to the case. */
function row(indent: string, htsno: string, description: string, more = {}) {
	return {
		...{ htsno, indent, description, superior: null, units: [] },
		...{ general: "", special: "", other: "", footnotes: [] },
		...more,
	};
}

function read(rows: readonly object[]) {
	const reader = new HtsReader();
	return rows.map((one) => reader.read(one)).filter((line) => line !== null);
}

const note = (column: string, value: string) => ({
	footnotes: [{ columns: [column], value, type: "endnote" }],
});

const wine = [
	row("0", "2204", "Wine of fresh grapes:"),
	row("1", "", "Other wine:", { superior: "true", footnotes: null }),
	row("2", "2204.21", "In containers of 2 liters or less:"),
	row("3", "2204.21.50", "Other", {
		general: "6.3¢/liter",
		special: "Free (AU,S)\n2.8¢/liter (JO)",
		other: "33¢/liter",
		...note("general", "See 9903.88.03. "),
	}),
	// The export leaves the grouping row of indent 4 out.
	row("5", "2204.21.50.05", "Red", {
		units: ["liters"],
		...note("stat", "See statistical note 1."),
	}),
	row("5", "2204.21.50.15", "White", note("general", "See 9903.01.25.")),
	row("3", "2204.21.80.00", "Of an alcoholic strength over 14 percent", {
		general: "16.9¢/liter ",
		other: "33¢/liter",
	}),
];

test("hands rates down to statistical suffixes, with the way down to them", () => {
	const red = read(wine).find(({ code }) => code === "2204215005");
	expect(red).toEqual({
		code: "2204215005",
		path: [
			"Wine of fresh grapes",
			"Other wine",
			"In containers of 2 liters or less",
			...["Other", "Red"],
		],
		units: ["liters"],
		general: "6.3¢/liter",
		special: "Free (AU,S) 2.8¢/liter (JO)",
		other: "33¢/liter",
		notes: ["See 9903.88.03."],
	});
});

test("adds a line's own notes to those above it, and leaves reporting notes out", () => {
	const notes = read(wine).map((line) => line.notes);
	expect(notes.slice(2)).toEqual([
		["See 9903.88.03."],
		["See 9903.88.03."],
		["See 9903.88.03.", "See 9903.01.25."],
		[],
	]);
});

test("gives headings no rate, and a line beside a charged one none of its rates", () => {
	const lines = read(wine);
	const rates = lines.map(({ code, general, special }) => [
		...[code, general, special],
	]);
	expect(rates[0]).toEqual(["2204", "", ""]);
	expect(rates[1]).toEqual(["220421", "", ""]);
	expect(rates.at(-1)).toEqual(["2204218000", "16.9¢/liter", ""]);
});

test("does not take special rates from above for a line with its own general rate", () => {
	const [, own] = read([
		row("0", "9006.59.15", "Other", {
			...{ general: "Free", special: "Free (S)", other: "20%" },
		}),
		row("1", "9006.59.15.20", "One", { general: "2%" }),
	]);
	expect(own).toMatchObject({ general: "2%", special: "", other: "20%" });
});

test("takes nothing from a line that the code is no part of", () => {
	const [, , third] = read([
		row("1", "9823.03.01", "Of Mexico", { special: "Free (S+)" }),
		row("2", "", "Of Canada:"),
		row("3", "9823.03.02", "Within the quota"),
	]);
	expect(third).toBeUndefined();
	const [, within] = read([
		row("1", "9823.03.01", "Of Mexico", { special: "Free (S+)" }),
		row("2", "", "Of Canada:"),
		row("3", "9823.03.02", "Within the quota"),
	]);
	expect(within).toMatchObject({ code: "98230302", special: "" });
});

test.each([
	[row("0", "72a8", "Steel"), /^row 2 \(72a8\): htsno: no tariff code/],
	[row("x", "7208", "Steel"), /^row 2 \(7208\): indent: /],
	[row("0", "0101", "Again"), /^row 2 \(0101\): the code came before$/],
	[{ htsno: "7208", indent: "0" }, /^row 2 \(7208\): description: /],
	[{ ...row("0", "7208", "Steel"), general: 5 }, /^row 2 \(7208\): general: /],
	["7208", /^row 2: the row: /],
])("says what is wrong with row %j", (wrong, what) => {
	const reader = new HtsReader();
	reader.read(row("0", "0101", "Horses"));
	expect(() => reader.read(wrong)).toThrow(HtsRowError);
	const again = new HtsReader();
	again.read(row("0", "0101", "Horses"));
	expect(() => again.read(wrong)).toThrow(what);
});

test.each([
	["hts_2026_rev_10.json.gz", {}, "2026 Revision 10", "2026-06-08"],
	["/a/b/hts_2025_revision_14_json.json", {}, "2025 Revision 14", "2025-05-02"],
	["2026HTSRev4.json", {}, "2026 Revision 4", "2026-02-24"],
	["hts_2027_basic_edition.json", {}, "2027 Basic Edition", "2027-01-01"],
	["x.json", { name: "2026 Revision 4" }, "2026 Revision 4", "2026-02-24"],
	["x.json", { name: "Ours", from: "2026-07-01" }, "Ours", "2026-07-01"],
])("knows the revision of %s said as %j", (file, said, name, from) => {
	expect(htsRevision(file, said)).toEqual({ importer: "US", name, from });
});

test.each([
	["export.json", {}, /does not say which revision.*--revision/],
	["hts_2031_rev_3.json", {}, /2031 Revision 3 .*--from YYYY-MM-DD/],
	["x.json", { name: "Ours" }, /--from/],
	["x.json", { name: "Ours", from: "2026-02-30" }, /no day.*2026-02-30/],
	["x.json", { name: "Ours", from: "June" }, /no day.*June/],
])("says what %s said as %j lacks", (file, said, what) => {
	expect(() => htsRevision(file, said)).toThrow(what);
});
