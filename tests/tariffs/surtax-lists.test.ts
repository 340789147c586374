import { describe, expect, test } from "vitest";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { codesWithin } from "../../src/tariffs/surtax-list.ts";
import { surtaxLists as listsOf } from "../../src/tariffs/surtax-lists.ts";
import { csvRows } from "../../src/text/csv-rows.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

function surtaxLists(text: string, said: Parameters<typeof listsOf>[1]) {
	return listsOf(csvRows(text), said);
}

const header = "instrument,title,schedule,tariff_item,consolidated_to";

describe("a CSV of surtax schedules", () => {
	test("is one list for each schedule and version, with its own source", () => {
		const lists = surtaxLists(
			`${header}
SOR/2025-95,Metals Order,SCHEDULE 1,7601.10.00,2025-09-01
SOR/2025-95,Metals Order,SCHEDULE 1,7601.20.00,2025-09-01
SOR/2025-95,Metals Order,SCHEDULE 1,7601.20.00,2025-09-01
SOR/2025-95,Metals Order,SCHEDULE 2,72.08,2025-09-01
SOR/2025-95,Metals Order,SCHEDULE 1,7601.10.00,2026-01-01`,
			{},
		);
		const told = lists.map(({ schedule, from, items }) => [
			...[schedule, from, items.map(({ code }) => code).join(" ")],
		]);
		expect(told).toEqual([
			["SCHEDULE 1", "2025-09-01", "76011000 76012000"],
			["SCHEDULE 2", "2025-09-01", "7208"],
			["SCHEDULE 1", "2026-01-01", "76011000"],
		]);
		expect(lists[0]?.source).toEqual({
			title: "Metals Order, SOR/2025-95, SCHEDULE 1",
			publisher: "Justice Canada",
			url: "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2025-95/",
			...{ date: "2025-09-01", tier: "primary" },
		});
	});

	test("takes rates by item, and what is said beside the file", () => {
		const [list] = surtaxLists(
			"instrument,tariff_item,rate_percent\nP.C. 1,0806.10.11,25%\nP.C. 1,0807.11.00,",
			{
				consolidatedTo: "2026-09-08",
				source: "https://orders.example/1",
				publisher: "Privy Council",
			},
		);
		expect(list?.items.map(({ ratePercent }) => ratePercent)).toEqual([
			...[25, null],
		]);
		expect(list?.source).toMatchObject({
			title: "P.C. 1",
			...{ publisher: "Privy Council", url: "https://orders.example/1" },
		});
	});

	test.each([
		["", {}, /it is empty/],
		[header, {}, /there is no item in it/],
		["a,b\n1,2", {}, /there is no column instrument/],
		["instrument\nSOR/2025-95", {}, /there is no column tariff_item/],
		[
			"instrument,tariff_item\nSOR/2025-95,7601.10.00",
			{},
			/^row 2: .*consolidated.*--consolidated-to/,
		],
		[
			`${header}\nP.C. 1,,,7601.10.00,2026-01-01`,
			{},
			/^row 2: where P\.C\. 1 is published.*--source/,
		],
		[`${header}\nSOR/2025-95,,,76O1,2026-01-01`, {}, /^row 2: tariff_item: /],
		[`${header}\nSOR/2025-95,,,7601,June`, {}, /^row 2: /],
		[
			"instrument,tariff_item,consolidated_to,rate_percent\nSOR/2025-95,7601,2026-01-01,much",
			{},
			/^row 2: rate_percent: /,
		],
	])("%j said as %j is refused with what to do", (text, said, what) => {
		expect(() => surtaxLists(text, said)).toThrow(what);
	});
});

const item = (code: string, ratePercent: number | null = null) => ({
	code,
	ratePercent,
});

test.each([
	[["76011000"], [item("76011000", 25)], "in", 25],
	[["7601100010"], [item("76011000", 25)], "in", 25],
	[["7601"], [item("76011000", 25), item("76012000", 25)], "part", 25],
	[["7601"], [item("76011000", 25), item("76012000", 50)], "part", null],
	[["7602"], [item("76011000", 25)], "out", null],
	[["76011000", "7602"], [item("76011000", 25)], "part", null],
	[[], [item("76011000", 25)], "out", null],
])("codes %j on a list of %j are %s", (codes, items, within, ratePercent) => {
	expect(codesWithin(codes, items)).toEqual({ within, ratePercent });
});

describe("an order whose list the book does not hold", () => {
	const book = readBook();
	const csv = `instrument,title,schedule,tariff_item,consolidated_to,rate_percent
SOR/2026-186,Order 2026,SCHEDULE 1,0806.10.11,2026-09-08,15
SOR/2026-186,Order 2026,SCHEDULE 2,0807.11.00,2026-09-08,50
SOR/2026-186,Order 2026,SCHEDULE 1,0806.10.91,2026-10-01,15
SOR/2025-95,Metals Order,SCHEDULE 1,0809.10.00,2025-09-01,25`;

	async function order(query: string, on: string) {
		const schedules = inMemorySchedules();
		await schedules.keepLists(surtaxLists(csv, {}));
		const lists = await schedules.findLists([query.replaceAll(".", "")]);
		const asked = { query, importer: "CA", origin: "US", on, lists };
		const { claims } = answerTariff(asked, book, new Date(`${on}T12:00:00Z`));
		const all = claims[0]?.layers ?? [];
		return all.find(({ measure }) => measure === "ca-us-surtax-2026");
	}

	test.each([
		["0806.10.11", "2026-09-20", "applies", 15],
		["0807.11.00", "2026-09-20", "applies", 50],
		["0806.10", "2026-09-20", "needs_fact", 15],
		["0808.10.10", "2026-09-20", "does_not_apply", null],
		["0809.10.00", "2026-09-20", "does_not_apply", null],
		["0806.10.11", "2026-10-01", "does_not_apply", null],
		["0806.10.91", "2026-10-01", "applies", 15],
	])("%s on %s: %s", async (query, on, status, ratePercent) => {
		expect(await order(query, on)).toMatchObject({ status, ratePercent });
	});

	test("is told with the list that covers the goods, its day and source", async () => {
		const layer = await order("0806.10.11", "2026-09-20");
		expect(layer?.why).toContain(
			"On SCHEDULE 1 of SOR/2026-186, as imported, consolidated to 2026-09-08.",
		);
		expect(layer?.sources[1]).toMatchObject({
			publisher: "Justice Canada",
			date: "2026-09-08",
		});
	});
});
