import { expect, test } from "vitest";
import type { SurtaxList } from "../../src/tariffs/surtax-list.ts";
import type { Revision, TariffLine } from "../../src/tariffs/tariff-line.ts";
import type { MakeMemories } from "./memories.ts";

const spring: Revision = {
	importer: "US",
	name: "2026 Revision 5",
	from: "2026-04-06",
};
const summer: Revision = {
	importer: "US",
	name: "2026 Revision 10",
	from: "2026-06-08",
};

function line(code: string, general = "", more = {}): TariffLine {
	return {
		...{ code, path: ["Cheese", code], units: ["kg"], general },
		...{ special: "", other: "", notes: [], ...more },
	};
}

const cheese = [
	line("0406"),
	line("040610"),
	line("04061008", "6.4%", { special: "Free (S)", notes: ["See 9903.01.25."] }),
	line("0406100810", "6.4%"),
	line("04061012", "10%"),
	line("04069097", "$1.509/kg", { other: "$1.775/kg" }),
	line("0407", "2.8¢/doz."),
];

/** What every ScheduleMemory does. */
export function scheduleMemoryContract(make: MakeMemories): void {
	test("knows nothing before something is imported", async () => {
		const { schedules } = await make();
		expect(await schedules.revisions()).toEqual([]);
		expect(await schedules.findLines("US", ["0406"])).toEqual([]);
	});

	test("gives a line back as it was kept", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const [found, ...others] = await schedules.findLines("US", ["04061008"]);
		expect(others).toEqual([]);
		expect(found).toMatchObject({ revision: summer, line: cheese[2] });
		expect(found).toMatchObject({ exists: true, parent: "04061008", near: [] });
	});

	test("tells the different rates at and beneath a code, in order of code", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const [whole, part] = await schedules.findLines("US", ["0406", "04"]);
		const general = whole?.rates.map((rate) => rate.general);
		// The suffix has the same general rate, and no special rate.
		expect(general).toEqual(["6.4%", "6.4%", "10%", "$1.509/kg"]);
		expect(part?.rates).toHaveLength(5);
		expect(part).toMatchObject({ line: null, exists: true });
	});

	test("gives the line above a code that does not exist, and codes near it", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const cases = [
			["0406101000", "040610", "040610", ["04061008", "04061012"]],
			["04069050", "0406", "040690", ["04069097"]],
			["04061999", "0406", "0406", ["040610", "040690"]],
			["0499", undefined, "04", ["0407", "0406"]],
			["8703", undefined, null, []],
		] as const;
		const asked = cases.map(([code]) => code);
		const found = await schedules.findLines("US", asked);
		expect(
			found.map(({ line: its, parent, near }) => [its?.code, parent, near]),
		).toEqual(cases.map(([, ...told]) => told));
		expect(found.some(({ exists }) => exists)).toBe(false);
	});

	test("finds the line of eight digits that is printed with two zeros more", async () => {
		const { schedules } = await make();
		const whole = line("0407210000", "2.8¢/doz.");
		await schedules.keepRevision(summer, [line("0407"), whole]);
		const [found] = await schedules.findLines("US", ["04072100"]);
		expect(found).toMatchObject({ line: whole, exists: true });
	});

	test("keeps several revisions, and tells what each says, oldest first", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		await schedules.keepRevision(spring, [line("04061008", "7%")]);
		expect(await schedules.revisions()).toEqual([spring, summer]);
		const found = await schedules.findLines("US", ["04061008"]);
		expect(found.map((one) => one.line?.general)).toEqual(["7%", "6.4%"]);
		expect(await schedules.findLines("CA", ["04061008"])).toEqual([]);
	});

	test("replaces a revision that comes again", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const moved = { ...summer, from: "2026-06-10" };
		await schedules.keepRevision(moved, [line("0406", "1%")]);
		expect(await schedules.revisions()).toEqual([moved]);
		const [found] = await schedules.findLines("US", ["04061008"]);
		expect(found?.line?.general).toBe("1%");
		expect(found?.exists).toBe(false);
	});

	test("keeps what it had when the lines break off", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const broken = (async function* () {
			yield line("0406", "1%");
			throw new Error("the file ends here");
		})();
		const kept = schedules.keepRevision(summer, broken);
		await expect(kept).rejects.toThrow("the file ends here");
		const [found] = await schedules.findLines("US", ["04061008"]);
		expect(found?.line?.general).toBe("6.4%");
	});

	test("keeps what it had when a revision cannot be kept", async () => {
		const { schedules } = await make();
		await schedules.keepRevision(summer, cheese);
		const twice = [line("0406", "1%"), line("0406", "2%")];
		await expect(schedules.keepRevision(summer, twice)).rejects.toThrow();
		const [found] = await schedules.findLines("US", ["04061008"]);
		expect(found?.line?.general).toBe("6.4%");
	});

	test("keeps lists of surtax orders, and tells what each says, oldest first", async () => {
		const { schedules } = await make();
		await schedules.keepLists([later, first]);
		expect(await schedules.findLists(["76011000"])).toEqual([
			{ ...told(first), within: "in", ratePercent: 25 },
			{ ...told(later), within: "out", ratePercent: null },
		]);
		expect(await schedules.findLists(["7601", "8703"])).toMatchObject([
			{ within: "part", ratePercent: null },
			{ within: "part", ratePercent: null },
		]);
		expect(await schedules.findLists(["7601200010"])).toMatchObject([
			{ within: "out" },
			{ within: "in", ratePercent: 12.5 },
		]);
	});

	test("replaces a list that comes again, and keeps all lists or none", async () => {
		const { schedules } = await make();
		await schedules.keepLists([first]);
		const items = [{ code: "7602", ratePercent: null }];
		await schedules.keepLists([{ ...first, items }]);
		const twice = { ...later, items: [...later.items, ...later.items] };
		const both = schedules.keepLists([{ ...first, items: later.items }, twice]);
		await expect(both).rejects.toThrow();
		expect(await schedules.findLists(["7602"])).toEqual([
			{ ...told(first), within: "in", ratePercent: null },
		]);
	});
}

const source: SurtaxList["source"] = {
	...{ title: "Metals Order", publisher: "Justice Canada", url: null },
	...{ date: "2025-09-01", tier: "primary" },
};
const first: SurtaxList = {
	...{ instrument: "SOR/2025-95", schedule: "SCHEDULE 1" },
	...{ from: "2025-09-01", source },
	items: [
		{ code: "76011000", ratePercent: 25 },
		{ code: "76042100", ratePercent: null },
	],
};
const later: SurtaxList = {
	...first,
	from: "2026-01-01",
	items: [{ code: "76012000", ratePercent: 12.5 }],
};

function told({ items: _, ...list }: SurtaxList) {
	return list;
}
