import { expect, test } from "vitest";
import { type Book, readBook } from "../../src/tariffs/book.ts";
import { checkBook } from "../../src/tariffs/check-book.ts";
import type { Measure, RateVersion } from "../../src/tariffs/measure.ts";

const book = readBook();
const today = "2026-11-22";

function faults(changed: Partial<Book>): string[] {
	return checkBook({ ...book, ...changed }, today)
		.filter(({ kind }) => kind === "fault")
		.map(({ where, what }) => `${where}: ${what}`);
}

/** The book with the first track of Section 232 steel rewritten. */
function withSteel(
	change: (versions: readonly RateVersion[]) => readonly RateVersion[],
): Partial<Book> {
	const measures = book.measures.map((measure): Measure => {
		const [first, ...others] = measure.tracks;
		if (measure.id !== "us-232-steel" || !first) return measure;
		const versions = [...change(first.versions)];
		return { ...measure, tracks: [{ ...first, versions }, ...others] };
	});
	return { measures };
}

test("the book that ships is sound", () => {
	expect(faults({})).toEqual([]);
});

test("a schedule or a preference without its source is a fault", () => {
	const sources = new Map(book.sources);
	sources.delete("proc-10053");
	const schedules = new Map([["US", { source: "lost", from: "2026-01-01" }]]);
	expect(faults({ sources, schedules })).toEqual([
		"US: no source lost",
		"USMCA: no source proc-10053",
	]);
});

test.each([
	[{ source: "lost" }, "no source lost"],
	[{ to: "2012-03-14" }, "it ends before it begins"],
	[{ parties: ["US", "KR", "QQ"] }, "no country QQ"],
	[{ grantedBy: "JP" }, "JP, which grants it, is no party"],
	[{ name: "none" }, "that is the name of no claim"],
	[
		{ name: "Chile FTA", parties: ["US", "CL"] },
		"CL is bound twice on 2012-03-15",
	],
])("an agreement with %j is a fault", (change, what) => {
	const preferences = book.preferences.map((one) =>
		one.name === "KORUS" ? { ...one, ...change } : one,
	);
	const name = "name" in change ? change.name : "KORUS";
	expect(faults({ preferences })).toContain(`${name}: ${what}`);
});

test("every program of the Special column has its countries and days", () => {
	const named = new Set(book.preferences.flatMap(({ symbols }) => symbols));
	const programs =
		"A A+ AU BH CL CO D E IL JO JP KR MA NP OM P P+ PA PE R S S+ SG";
	expect([...named].sort()).toEqual(programs.split(" "));
});

test("a press report without a link is no source", () => {
	const sources = new Map(book.sources);
	const year = {
		title: "An interview",
		publisher: "The Wire",
		date: "2025-12",
	};
	sources.set("wire", { ...year, url: null, tier: "secondary" });
	expect(faults({ sources })).toEqual([
		"wire: a secondary source without a link",
		"wire: nothing stands on this source",
	]);
});

test("Section 232 stands on law and official accounts alone in North America", () => {
	const tiers = book.measures
		.filter(({ id }) => /^us-232-(steel|aluminum|lumber|cabinets)/.test(id))
		.flatMap(({ sources, tracks }) => [
			...sources,
			...tracks.flatMap(({ versions }) =>
				versions.flatMap((version) => [
					...version.sources,
					book.instruments.get(version.instrument)?.source ?? "",
				]),
			),
		])
		.map((key) => book.sources.get(key)?.tier);
	expect(new Set(tiers)).toEqual(new Set(["primary", "summary"]));
});

test("a version taken out leaves a gap", () => {
	const broken = withSteel((versions) => versions.filter((_, at) => at !== 2));
	expect(faults(broken)).toEqual([
		"us-232-steel (CA): gap between 2019-05-19 and 2025-03-12",
	]);
});

test("a date moved back overlaps", () => {
	const broken = withSteel((versions) =>
		versions.map((one, at) =>
			at === 1 ? { ...one, from: "2018-05-01" } : one,
		),
	);
	expect(faults(broken)).toEqual([
		"us-232-steel (CA): overlap between 2018-05-31 and 2018-05-01",
		"us-232-steel (CA): it begins on 2018-05-01, which is no day of proc-9759",
	]);
});

test("an open version cannot be followed", () => {
	const broken = withSteel((versions) =>
		versions.map((one, at) => (at === 0 ? { ...one, to: null } : one)),
	);
	expect(faults(broken).join()).toContain("open, yet another follows");
});

test("a source taken out is missed by all that stand on it", () => {
	const sources = new Map(book.sources);
	sources.delete("proc-10947");
	expect(faults({ sources }).join()).toContain("no source proc-10947");
});

test("an instrument taken out is missed", () => {
	const instruments = new Map(book.instruments);
	instruments.delete("proc-10947");
	expect(faults({ instruments }).join()).toContain("no instrument proc-10947");
});

test("a rule for a tag that no measure has, or that ends before it begins, is wrong", () => {
	const [rule, ...others] = book.rules;
	if (!rule) throw new Error("the book has no rules");
	const rules = [{ ...rule, when: "nothing", to: "1999-01-01" }, ...others];
	expect(faults({ rules })).toEqual([
		`${rule.id}: 1999-01-01 is the end of nothing in force`,
		`${rule.id}: it ends before it begins`,
		`${rule.id}: no measure has the tag nothing`,
	]);
});

test("one word for two products is wrong", () => {
	const steel = book.products.get("steel");
	if (!steel) throw new Error("the book has no steel");
	const products = new Map(book.products).set("iron", { ...steel, id: "iron" });
	expect(faults({ products }).join()).toContain("belongs to steel");
});

test("a scheduled rate is due for a look once its day has come", () => {
	const due = (day: string) =>
		checkBook(book, day)
			.filter(
				({ kind, where }) => kind === "due" && where === "us-232-cabinets",
			)
			.map(({ what }) => what);
	expect(due("2026-11-22")).toEqual([]);
	expect(due("2027-01-01")).toContain(
		"scheduled for 2027-01-01: see whether it came so",
	);
});
