import { expect, test } from "vitest";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";

const book = readBook();
const now = new Date("2026-10-10T12:00:00Z");

function claimOf(line: string, facts: Record<string, string> = {}) {
	const [query = "", importer = "", origin = "", on = ""] = line.split(" | ");
	const question = { query, importer, origin, on, facts };
	return answerTariff(question, book, now).claims[0];
}

/** What a measure charges without a preference: kind and rate, or nothing. */
function charged(line: string, measure: string, facts = {}) {
	const layer = claimOf(line, facts)?.layers.find(
		(one) => one.measure === measure && one.status !== "does_not_apply",
	);
	return layer && `${layer.kind} ${layer.ratePercent}`;
}

test.each([
	["all goods | US | DE | 2025-04-04", undefined],
	["all goods | US | DE | 2025-04-05", "additional 10"],
	["all goods | US | DE | 2025-04-08", "additional 10"],
	["all goods | US | DE | 2025-04-09", "additional 20"],
	["all goods | US | DE | 2025-04-10", "additional 10"],
	["all goods | US | DE | 2025-08-07", "floor 15"],
	["all goods | US | CN | 2025-04-08", "additional 10"],
	["all goods | US | CN | 2025-04-09", "additional 84"],
	["all goods | US | CN | 2025-04-10", "additional 125"],
	["all goods | US | CN | 2025-05-13", "additional 125"],
	["all goods | US | CN | 2025-05-14", "additional 10"],
	["all goods | US | VN | 2025-04-09", "additional 46"],
	["all goods | US | LS | 2025-04-09", "additional 50"],
	["all goods | US | LS | 2025-08-07", "additional 15"],
	["all goods | US | MK | 2025-08-07", "additional 15"],
	["all goods | US | UY | 2025-04-09", "additional 10"],
	["all goods | US | JP | 2025-08-07", "floor 15"],
	["all goods | US | KR | 2025-11-13", "additional 15"],
	["all goods | US | KR | 2025-11-14", "floor 15"],
	["all goods | US | CH | 2025-11-13", "additional 39"],
	["all goods | US | CH | 2025-11-14", "floor 15"],
	["all goods | US | VN | 2026-02-23", "additional 20"],
	["all goods | US | RU | 2025-09-01", undefined],
	["all goods | US | CA | 2025-09-01", undefined],
	["plywood | US | VN | 2025-10-13", undefined],
	["plywood | US | VN | 2025-10-14", "additional 20"],
	["copper | US | CL | 2025-07-31", undefined],
	["copper cathode | US | CL | 2025-12-01", undefined],
])("reciprocal: %s: %s", (line, rate) => {
	expect(charged(line, "us-ieepa-reciprocal")).toBe(rate);
});

test.each([
	["kitchen cabinets | US | JP | 2025-10-14", "floor 15"],
	["kitchen cabinets | US | KR | 2025-11-13", "additional 25"],
	["kitchen cabinets | US | KR | 2025-11-14", "floor 15"],
	["kitchen cabinets | US | TW | 2026-04-30", "additional 25"],
	["kitchen cabinets | US | TW | 2026-05-01", "floor 15"],
])("cabinets: %s: %s", (line, rate) => {
	expect(charged(line, "us-232-cabinets")).toBe(rate);
});

test.each([
	["transformers | US | RU | 2026-05-01", "us-232-metal-iii", "additional 25"],
	["transformers | US | DE | 2026-05-01", "us-232-metal-iii", "floor 15"],
	["auto parts | US | TW | 2026-04-30", "us-232-auto-parts", "additional 25"],
	["auto parts | US | TW | 2026-05-01", "us-232-auto-parts", "floor 15"],
	["vans | US | GB | 2025-07-01", "us-232-autos", "additional 25"],
	["cars | US | GB | 2025-07-01", "us-232-autos", "floor 10"],
])("Section 232: %s, %s: %s", (line, measure, rate) => {
	expect(charged(line, measure)).toBe(rate);
});

test.each([
	["EVs | US | CN | 2018-07-05", []],
	["EVs | US | CN | 2018-07-06", [25]],
	["EVs | US | CN | 2024-09-26", [25]],
	["EVs | US | CN | 2024-09-27", [100]],
	["solar panels | US | CN | 2024-09-26", [25]],
	["solar panels | US | CN | 2024-09-27", [50]],
	["chips | US | CN | 2024-12-31", [25]],
	["chips | US | CN | 2025-01-01", [50]],
	["medical gloves | US | CN | 2024-12-31", [7.5]],
	["medical gloves | US | CN | 2025-12-31", [50]],
	["medical gloves | US | CN | 2026-01-01", [100]],
	["syringes | US | CN | 2024-09-26", []],
	["syringes | US | CN | 2024-09-27", [100]],
	["lithium batteries | US | CN | 2025-12-31", [7.5]],
	["lithium batteries | US | CN | 2026-01-01", [25]],
])("China lists: %s: %j", (line, rates) => {
	const layers = claimOf(line)?.layers.filter(
		({ measure, status }) =>
			measure.startsWith("us-301-cn") && status === "applies",
	);
	expect(layers?.map(({ ratePercent }) => ratePercent) ?? []).toEqual(rates);
});

test.each([
	["2018-01-03", {}, 20.23],
	["2020-11-30", {}, 20.23],
	["2020-12-01", {}, 8.99],
	["2021-12-01", {}, 8.99],
	["2021-12-02", {}, 17.91],
	["2022-08-09", {}, 8.59],
	["2023-08-01", {}, 7.99],
	["2024-08-19", {}, 14.4],
	["2025-07-28", {}, 14.4],
	["2025-07-29", {}, 27.3],
	["2025-08-11", {}, 27.3],
	["2025-08-12", {}, 35.19],
	["2025-09-10", {}, 35.19],
	["2025-09-11", {}, 35.16],
	["2025-01-01", { company: "Tolko" }, 17.27],
	["2025-08-20", { company: "Canfor" }, 47.65],
	["2025-09-11", { company: "canfor" }, 47.59],
	["2025-09-11", { company: "Tolko" }, 35.16],
])("softwood on %s, %j: %d%% of AD and CVD", (on, facts, rate) => {
	const line = `lumber | US | CA | ${on}`;
	expect(charged(line, "us-adcvd-softwood-ca", facts)).toBe(`adcvd ${rate}`);
});

test("a charge on the metal leaves the rest of the value to the others", () => {
	const facts = { metal_content: "60" };
	expect(claimOf("copper | US | CA | 2025-09-01", facts)?.totalPercent).toBe(
		0.6 * 50 + 0.4 * 35,
	);
	const chinese = claimOf("copper | US | CN | 2025-09-01", facts);
	expect(chinese?.totalPercent).toBe(0.6 * 50 + 25 + 20 + 0.4 * 10);
	const open = claimOf("copper | US | CA | 2025-09-01");
	expect(open?.missing.join()).toContain("metal_content");
	const whole = { metal_content: "100" };
	expect(
		charged("copper | US | CA | 2025-09-01", "us-ieepa-ca", whole),
	).toBeUndefined();
});

test("steel articles of chapter 73 paid on their steel from 2025-06-04 to 2026-04-05", () => {
	const facts = { metal_content: "40" };
	const paid = (code: string, on: string) =>
		charged(`${code} | US | CN | ${on}`, "us-232-steel", facts);
	expect(paid("7326.90.86", "2025-06-03")).toBe("additional 25");
	expect(paid("7326.90.86", "2025-06-04")).toBe("content 50");
	expect(paid("7304.11.00", "2025-06-04")).toBe("additional 50");
	expect(paid("7326.90.86", "2026-04-05")).toBe("content 50");
});

test("US content of a fifth or more is left out of the reciprocal duty", () => {
	const total = (us_content: string, origin = "VN") =>
		claimOf(`all goods | US | ${origin} | 2025-09-10`, { us_content })
			?.totalPercent;
	expect(total("19")).toBe(20);
	expect(total("20")).toBe(16);
	expect(total("40", "DE")).toBe(9);
});

test.each([
	[{ melted_poured: "US" }, "additional 10"],
	[{ melted_poured: "United States" }, "additional 10"],
	[{ smelted: "US" }, "additional 10"],
	[{ metal_origin: "us" }, "additional 10"],
	[{ melted_poured: "CN" }, "additional 25"],
])("where the metal was made goes by three names: %j", (facts, rate) => {
	const line = "steel derivatives | US | CA | 2026-10-10";
	expect(charged(line, "us-232-metal-ib", facts)).toBe(rate);
});

test("steel mill products get nothing for US metal", () => {
	const facts = { melted_poured: "US" };
	const line = "7208.51.00 | US | CA | 2026-10-10";
	expect(charged(line, "us-232-steel", facts)).toBe("additional 50");
});

test.each(["7208.51.00", "7326.90.86", "9999.99"])(
	"%s, named to eight digits, is never asked for its line",
	(code) => {
		for (const on of ["2019-01-01", "2024-01-01", "2025-05-01", "2026-10-01"]) {
			const claim = claimOf(`${code} | US | CN | ${on}`);
			expect(claim?.missing.join() ?? "").not.toContain("8-digit code");
		}
	},
);

test("a part outside the vehicle headings pays the parts duty only as a vehicle part", () => {
	const paid = (facts: Record<string, string>) =>
		claimOf("lithium batteries | US | KR | 2026-06-01", facts)?.layers.find(
			({ measure }) => measure === "us-232-auto-parts",
		)?.status;
	expect(paid({})).toBe("needs_fact");
	expect(paid({ part_of: "car" })).toBe("applies");
	expect(paid({ part_of: "other" })).toBe("does_not_apply");
});

test.each([
	["lobster | CN | CA | 2025-06-01", 25],
	["lobster | CN | CA | 2026-03-01", 0],
	["lobster | CN | CA | 2027-01-01", 25],
	["salmon | CN | CA | 2026-06-01", 25],
])("%s is charged once: %d%%", (line, rate) => {
	const rates = claimOf(line)
		?.layers.filter(({ status }) => status === "applies")
		.map(({ ratePercent }) => ratePercent);
	expect(rates).toEqual([rate]);
});

test.each([
	// Heading 8701 is in Annex I-B, some of its lines in Annexes I-C and III.
	["8701.30.10.90", "2026-06-07", "additional 25", undefined],
	["8701.30.10.90", "2026-06-08", undefined, "floor 15"],
	["8701.92.10.00", "2026-06-08", undefined, "floor 15"],
	["8504.90.96.10", "2026-05-01", undefined, "floor 15"],
	["8504.90.96.34", "2026-05-01", "additional 25", undefined],
	// Subheading 8479.90 is in Annex III, some of its lines in Annex I-B.
	["8479.90.45.00", "2026-05-01", "additional 25", undefined],
	["8479.90.95.96", "2026-05-01", undefined, "floor 15"],
	// Annex II takes a line out of a heading of Annex I-B.
	["8501.53.40.80", "2026-06-08", undefined, undefined],
])("of two annexes the longer code speaks: %s on %s", (code, on, ib, iii) => {
	const line = `${code} | US | DE | ${on}`;
	expect(charged(line, "us-232-metal-ib")).toBe(ib);
	expect(charged(line, "us-232-metal-iii")).toBe(iii);
});
