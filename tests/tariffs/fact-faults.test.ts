import { expect, test } from "vitest";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";

const book = readBook();

function warned(query: string, facts: Readonly<Record<string, string>>) {
	const asked = { query, importer: "US", origin: "CA", on: "2026-10-01" };
	const now = new Date("2026-10-08T00:00:00Z");
	return answerTariff({ ...asked, facts }, book, now).warnings.join("\n");
}

test.each([
	[
		"steel",
		{ melted_poured: "CA", metal_origin: "US" },
		"melted_poured=CA and metal_origin=US",
	],
	[
		"drugs",
		{ patented: "yes", generic: "yes" },
		"patented=yes and generic=yes",
	],
	["patented drugs", { patented: "no" }, "patented=no and patented=yes"],
	[
		"cars",
		{ us_content: "70", ca_mx_content: "40" },
		"us_content=70 and ca_mx_content=40",
	],
	["whisky", { entry: "2026-10-20" }, "entry=2026-10-20 and on=2026-10-01"],
])("%s with %o is told to contradict itself", (query, facts, said) => {
	expect(warned(query, facts)).toContain(`${said} contradict each other`);
});

test.each([
	["steel", { melted_poured: "Canada", metal_origin: "CA" }],
	["cars", { us_content: "40%" }],
	["steel", { quota: "over" }],
	["whisky", { entry: "2026-09-20" }],
])("%s with %o is told nothing", (query, facts) => {
	expect(warned(query, facts)).toBe("");
});

test.each([
	["cars", { us_content: "140" }, "us_content may be 0–100"],
	["steel", { melted_poured: "Atlantis" }, "melted_poured may be US"],
	["steel", { quota: "maybe" }, "quota may be over, in, within"],
	["drugs", { patented: "perhaps" }, "patented may be yes, no"],
	["steel", { colour: "red" }, "“colour” settles nothing here"],
])("%s with %o is told what the fact may be", (query, facts, said) => {
	expect(warned(query, facts)).toContain(said);
});
