import { describe, expect, test } from "vitest";
import {
	answerTariff,
	finderOf,
	type TariffQuestion,
} from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { codesOf } from "../../src/tariffs/scheduled-rate.ts";
import type { Revision, TariffLine } from "../../src/tariffs/tariff-line.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

const book = readBook();
const now = new Date("2026-08-01T12:00:00Z");
const spring = { importer: "US", name: "2026 Revision 5", from: "2026-04-06" };
const summer = { importer: "US", name: "2026 Revision 10", from: "2026-06-08" };

function line(
	code: string,
	general = "",
	special = "",
	other = "",
): TariffLine {
	const path = ["Goods", code];
	return { code, path, units: ["kg"], general, special, other, notes: [] };
}

/** Invented rates, so that none can come from the book. */
const lines = [
	line("6109"),
	line("61091000", "17.5%", "Free (AU,KR,S) 3% (PE)", "91%"),
	line("6109100004", "17.5%", "Free (AU,KR,S) 3% (PE)", "91%"),
	line("610990", "", "", ""),
	line("61099010", "31%", "Free (S)", "60%"),
	line("61099015", "5%", "Free (S)", "60%"),
	line("0402"),
	line("040210"),
	line("0402105000", "86¢/kg + 2%", "Free (KR) See 9823.02.01 (S+)", "$1/kg"),
	line("0402109000", "Free", "", "$2/kg"),
	line("9101", "51¢ each + 6.25% on the case", "Free (S)", "$4.50 each + 35%"),
];

async function answer(
	asked: Partial<TariffQuestion> & { query: string },
	held: readonly [Revision, readonly TariffLine[]][] = [[summer, lines]],
) {
	const schedules = inMemorySchedules();
	for (const [revision, its] of held) {
		await schedules.keepRevision(revision, its);
	}
	const { goods } = finderOf(book)(asked.query);
	if (!goods) throw new Error(`no goods: ${asked.query}`);
	// As from a store, where nothing is the same object twice.
	const lines = await schedules.findLines("US", codesOf(goods));
	const found = lines.map((one) => structuredClone(one));
	const question = { importer: "US", origin: "NZ", on: "2026-07-01", ...asked };
	return answerTariff({ ...question, lines: found }, book, now);
}

async function base(...asked: Parameters<typeof answer>) {
	const { claims } = await answer(...asked);
	return claims.map(({ claim, layers: [first] }) => [
		...[claim, first?.kind, first?.ratePercent ?? first?.rate],
	]);
}

const shirts = "6109.10.00";

test("column 1 is that of the imported line, with its own source and date", async () => {
	const { claims, schedule } = await answer({ query: shirts });
	const [column1] = claims[0]?.layers ?? [];
	expect(column1).toMatchObject({
		...{ ratePercent: 17.5, kind: "base", status: "applies" },
		instrument: "HTS 2026 Revision 10",
	});
	expect(column1?.sources).toMatchObject([
		{ title: "HTS 2026 Revision 10", publisher: "USITC", date: "2026-06-08" },
	]);
	expect(schedule).toMatchObject({
		...{
			code: "6109.10.00",
			path: [
				"Apparel and clothing accessories, knitted or crocheted",
				...["Goods", "61091000"],
			],
			units: ["kg"],
		},
		...{ general: "17.5%", usmca: "Free", other: "91%" },
		...{ revision: "2026 Revision 10", from: "2026-06-08" },
	});
});

describe("a revision speaks from its own day until the next one's", () => {
	const before = [line("61091000", "19%", "", "")];
	const held: [Revision, TariffLine[]][] = [
		[spring, before],
		[summer, lines],
	];
	test.each([
		["2026-04-06", 19],
		["2026-06-07", 19],
		["2026-06-08", 17.5],
		["2027-01-01", 17.5],
	])("on %s column 1 is %d%%", async (on, percent) => {
		expect((await base({ query: shirts, on }, held))[0]?.[2]).toBe(percent);
	});

	test("before the first one the book answers as without any", async () => {
		const on = "2026-04-05";
		const { lines: _, ...without } = { query: shirts, lines: [] };
		const plain = answerTariff(
			{ ...without, importer: "US", origin: "NZ", on },
			book,
			now,
		);
		const told = await answer({ query: shirts, on }, held);
		expect(told.claims).toEqual(plain.claims);
		expect(told.schedule).toBeUndefined();
	});

	test("the history tells its change of rate", async () => {
		const { history } = await answer({ query: shirts }, held);
		expect(history.map(({ from }) => from)).toContain("2026-06-08");
	});
});

test.each([
	["KR", ["none", "KORUS"], 0],
	["AU", ["none", "Australia FTA"], 0],
	["PE", ["none", "Peru TPA"], 3],
	["CA", ["none", "USMCA"], 0],
	["SG", ["none"], undefined],
	["IN", ["none"], undefined],
])("from %s the claims are %j", async (origin, claims, percent) => {
	const told = await base({ query: shirts, origin });
	expect(told.map(([claim]) => claim)).toEqual(claims);
	expect(told[1]?.[2]).toBe(percent);
});

test("lines that column 1 frees keep no claim from the others", async () => {
	const held: [Revision, TariffLine[]][] = [
		[
			summer,
			[
				line("61091000", "17.5%", "Free (KR)", ""),
				line("61099010", "Free", "", ""),
			],
		],
	];
	const told = await base({ query: "6109", origin: "KR" }, held);
	expect(told.map(([claim, , rate]) => [claim, rate])).toEqual([
		["none", undefined],
		["KORUS", 0],
	]);
});

test("a claimed rate stands on the schedule and on the agreement", async () => {
	const { claims } = await answer({ query: shirts, origin: "KR" });
	const [claimed] = claims[1]?.layers ?? [];
	expect(claimed).toMatchObject({
		authority: "Ordinary duty under KORUS",
		instrument: "HTS 2026 Revision 10",
		sources: [
			{ publisher: "USITC" },
			{ publisher: "USTR", date: "2012-03-15" },
		],
	});
});

test("a claim changes column 1 and no other layer", async () => {
	const { claims } = await answer({ query: shirts, origin: "KR" });
	const others = claims.map(({ layers }) =>
		layers.slice(1).map(({ measure, status }) => [measure, status]),
	);
	expect(others[0]?.length).toBeGreaterThan(0);
	expect(others[1]).toEqual(others[0]);
});

test("no claim is offered without an imported schedule, save USMCA", () => {
	for (const origin of ["KR", "AU", "KE", "CA"]) {
		const { claims } = answerTariff(
			{ query: shirts, importer: "US", origin, on: "2026-07-01" },
			book,
			now,
		);
		const names = claims.map(({ claim }) => claim);
		expect(names).toEqual(origin === "CA" ? ["none", "USMCA"] : ["none"]);
	}
});

test("a program that has lapsed is not offered", async () => {
	const held: [Revision, TariffLine[]][] = [
		[summer, [line("61091000", "17.5%", "Free (A,NP)", "")]],
	];
	for (const origin of ["BR", "NP"]) {
		const told = await base({ query: shirts, origin }, held);
		expect(told.map(([claim]) => claim)).toEqual(["none"]);
	}
});

test("goods of a country without normal trade relations are charged by column 2", async () => {
	expect(await base({ query: shirts, origin: "RU" })).toEqual([
		["none", "replacement", 91],
	]);
});

describe("a rate by quantity", () => {
	const milk = { query: "0402.10.50", origin: "NZ", on: "2026-07-01" };

	test("is told as it is printed and leaves the total open", async () => {
		const { claims } = await answer(milk);
		const [column1] = claims[0]?.layers ?? [];
		expect(column1).toMatchObject({
			...{ kind: "specific", ratePercent: null, rate: "86¢/kg + 2%" },
			...{ status: "applies", addsPercent: null },
		});
		expect(claims[0]?.complete).toBe(false);
		expect(claims[0]?.missing[0]).toContain("86¢/kg + 2%");
	});

	test.each([
		[{ quantity: "1000 kg" }, 45],
		[{ kg: "1,000" }, 45],
		[{ quantity: "1 t" }, 45],
		[{ t: "0.5" }, 23.5],
	])("is counted in by %j", async (facts, percent) => {
		const { claims, warnings } = await answer({ ...milk, facts, value: 2000 });
		expect(claims[0]?.layers[0]).toMatchObject({ addsPercent: percent });
		expect(claims[0]?.missing).not.toContain(expect.stringContaining("86¢"));
		expect(warnings.join()).not.toContain("settles nothing");
	});

	test.each([
		[{ liters: "1000" }, 2000],
		[{ quantity: "1000" }, 2000],
		[{ quantity: "many kg" }, 2000],
		[{ kg: "1000" }, 0],
		[{ kg: "1000" }, null],
	])("stays open by %j of a value of %s", async (facts, value) => {
		const { claims } = await answer({ ...milk, facts, value });
		expect(claims[0]?.layers[0]?.addsPercent).toBeNull();
		expect(claims[0]?.complete).toBe(false);
	});

	test("is the whole total, as printed, where nothing else is charged", async () => {
		const { claims } = await answer({
			...milk,
			on: "2026-06-10",
			origin: "KR",
		});
		const kinds = claims[0]?.layers.filter(
			({ status, kind }) => status !== "does_not_apply" && kind !== "specific",
		);
		const others = kinds?.reduce((all, one) => all + (one.addsPercent ?? 0), 0);
		const printed = others ? `86¢/kg + 2% + ${others}%` : "86¢/kg + 2%";
		expect(claims[0]?.totalPrinted).toBe(printed);
	});
});

test.each([
	["USMCA's rate in another heading", "0402.10.50", "CA", "See 9823.02.01"],
	["a rate on a part of the goods", "9101", "NZ", /on the case/],
])(
	"%s is told and never counted as nothing",
	async (_, query, origin, rate) => {
		const { claims } = await answer({ query, origin });
		const told = claims.at(-1);
		expect(told?.layers[0]).toMatchObject({
			...{ ratePercent: null, addsPercent: null, status: "unknown" },
			rate: expect.stringMatching(rate),
		});
		expect(told?.complete).toBe(false);
	},
);

test("words are charged at the one rate of all their codes, or at none", async () => {
	const held = (...its: TariffLine[]): [Revision, TariffLine[]][] => [
		[summer, its],
	];
	const plants = codesOf(finderOf(book)("live plants").goods ?? fail());
	expect(plants.length).toBeGreaterThan(1);
	const alike = plants.map((code) => line(code, "3%", "Free (S)"));
	const [first = fail(), ...others] = alike;
	const query = "live plants";
	expect((await base({ query }, held(...alike)))[0]?.[2]).toBe(3);
	const differing = held({ ...first, general: "4%" }, ...others);
	const told = await base({ query }, differing);
	expect(told[0]?.[2]).toBeUndefined();
	// A code that the revision does not have leaves the answer to the book.
	const free = await base({ query, origin: "CA" }, held(...others));
	expect(free[1]).toEqual(["USMCA", "base", 0]);
});

function fail(): never {
	throw new Error("the book has lost these goods");
}

test("lines that differ leave the rate open under every claim", async () => {
	const { claims, schedule } = await answer({ query: "0402.10", origin: "CA" });
	const rates = claims.map(({ layers: [first] }) => first?.ratePercent);
	expect(rates).toEqual([null, null]);
	expect(schedule).toMatchObject({ general: null, usmca: null });
});

test("zeros in the place of a statistical suffix mean the line itself", async () => {
	const told = await answer({ query: "6109.10.00.00" });
	expect(told.claims[0]?.layers[0]?.ratePercent).toBe(17.5);
	expect(told.schedule?.code).toBe("6109.10.00");
});

test("a chapter that was not imported is answered from the book", async () => {
	const told = await answer({ query: "7208.51.00" });
	expect(told.claims[0]?.layers[0]).toMatchObject({ ratePercent: 0 });
	expect(told.schedule).toBeUndefined();
});

test("an imported schedule speaks for no other importer", async () => {
	const told = await answer({ query: shirts, importer: "CA", origin: "US" });
	expect(told.schedule).toBeUndefined();
	expect(told.claims[0]?.layers[0]?.ratePercent).not.toBe(17.5);
});
