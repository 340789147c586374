import { expect, test } from "vitest";
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
}
