import { expect, test } from "vitest";
import { cardText } from "../../src/chat/card-text.ts";
import { defaultChannelSettings } from "../../src/chat/channel.ts";
import { Mistake } from "../../src/chat/mistake.ts";
import { parseCommandLine } from "../../src/chat/parse-command-line.ts";
import { tariffCommand } from "../../src/commands/tariff.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import type { TariffLine } from "../../src/tariffs/tariff-line.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

const book = readBook();
const schedules = inMemorySchedules();
const command = tariffCommand({
	...{ book: () => book, schedules, catalogue: [], publicUrl: null },
});

function line(code: string, path: string[], more: Partial<TariffLine> = {}) {
	const rates = { general: "", special: "", other: "", notes: [], units: [] };
	return { code, path, ...rates, ...more };
}

await schedules.keepRevision(
	{ importer: "US", name: "2026 Revision 10", from: "2026-06-08" },
	[
		line("6109", ["T-shirts"]),
		line("61091000", ["T-shirts", "Of cotton"], {
			...{ general: "17.5%", special: "Free (KR,S)", other: "91%" },
			...{ units: ["doz.", "kg"], notes: ["See 9903.88.15."] },
		}),
		line("6109100004", ["T-shirts", "Of cotton", "White"], {
			...{ general: "17.5%", special: "Free (KR,S)", other: "91%" },
		}),
		line("61099010", ["T-shirts", "Of fibers"], { general: "31%" }),
		line("99038815", ["Goods of China of note 20(r)"], {
			general: "The duty provided in the applicable subheading + 7.5%",
		}),
		line("0406", ["Cheese"]),
		line("0406905600", ["Cheese", "Sheep's"], {
			...{ general: "$1.5/kg", special: "Free (AU,KR)", other: "35%" },
		}),
	],
);

async function ask(text: string) {
	const { command: _, ...parsed } = parseCommandLine(text, [command]);
	return command.answer({
		...parsed,
		channel: { platform: "test", id: "one" },
		asker: { id: "a", name: "Ann", mayManage: false },
		settings: defaultChannelSettings,
		say: sayIn("en"),
		now: new Date("2026-08-01T12:00:00Z"),
	});
}

test("the card tells the way down to the line, its columns, its notes and its source", async () => {
	const told = cardText(await ask("/tariff 6109.10.00 origin:NZ"));
	for (const part of [
		/6109\.10\.00 Apparel .* › T-shirts ›\s+Of cotton/,
		/Column 1 general +17\.5%/,
		/USMCA \(S, S\+\) +Free/,
		/Column 1 special +Free \(KR,S\)/,
		/Column 2 +91%/,
		/Unit of quantity +doz\., kg/,
		/Its own footnotes +See 9903\.88\.15\./,
		/HTS 2026 Revision 10 <https:\/\/hts\.usitc\.gov\/>, USITC,\s+2026-06-08/,
	])
		expect(told).toMatch(part);
});

test("the title names the agreement that helps, and a button shows its layers", async () => {
	const card = await ask("/tariff 6109.10.00 origin:KR on:2026-06-10");
	expect(card.title).toMatch(/; .*KORUS$/);
	const lines = card.actions.map((action) => action.line);
	const claimed = lines.find((text) => text.includes("claim:KORUS")) ?? "";
	const other = await ask(claimed);
	expect(other.title).toMatch(/ with KORUS origin$/);
	expect(cardText(other)).toContain("Ordinary duty under KORUS");
});

test("an agreement that only takes a duty by quantity away is said to help", async () => {
	const card = await ask("/tariff 0406.90.56 origin:AU on:2026-08-01");
	expect(card.title).toMatch(/: \$1\.5\/kg \+ .*; [\d.]+% with Australia FTA$/);
	const told = cardText(
		await ask("/tariff 0406.90.56 origin:NZ on:2026-08-01 value:3000"),
	);
	expect(told).toMatch(/Total +\$1\.5\/kg \+ 12\.5%\n/);
	expect(told).toContain("(value:25000 kg=1000)");
});

test("the headline tells of a duty on top, not of the ordinary one", async () => {
	for (const origin of ["KR", "RU"]) {
		const card = await ask(`/tariff 0406.90.56 origin:${origin}`);
		expect(cardText(card)).toMatch(/\n\nSection 301/);
	}
	const alone = await ask("/tariff 0406.90.56 origin:KP");
	expect(cardText(alone)).not.toContain("in force since  under");
});

test("a duty by quantity is told as printed, and in money once the quantity is known", async () => {
	const plain = await ask("/tariff 0406.90.56 origin:NZ on:2026-06-10");
	expect(plain.title).toMatch(/: \$1\.5\/kg/);
	const priced = cardText(
		await ask("/tariff 0406.90.56 origin:NZ on:2026-06-10 value:3000 kg=1000"),
	);
	expect(priced).toMatch(
		/HTSUS column 1 general, HTS 2026 Revision 10 +\$1\.5\/kg.*1,500\.00/,
	);
});

test("a heading that footnotes name is told as the schedule has it, with no duty", async () => {
	const card = await ask("/tariff 9903.88.15 origin:CN");
	expect(card.title).toBe("9903.88.15 in HTS 2026 Revision 10");
	const told = cardText(card).replace(/\s+/g, " ");
	expect(told).toContain("› Goods of China of note 20(r)");
	expect(told).toContain(
		"Column 1 general The duty provided in the applicable subheading + 7.5%",
	);
	expect(told).toContain("Column 1 special none printed Column 2 none printed");
	expect(told).not.toMatch(/Total|USMCA/);
});

test("a heading of chapter 99 is no goods without an imported schedule", async () => {
	const before = ask("/tariff 9903.88.15 on:2026-06-07");
	await expect(before).rejects.toThrow(Mistake);
});

async function mistake(text: string): Promise<Mistake> {
	const error = await ask(text).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof Mistake)) throw new Error(`${text} was answered`);
	return error;
}

test.each([
	[
		"/tariff 6109.20.00",
		{ code: "6109.20.00", parent: "6109", path: "T-shirts" },
		["6109", "6109.10", "6109.90"],
	],
	[
		"/tariff 6109.90.99",
		{ code: "6109.90.99", parent: "6109.90", path: "T-shirts" },
		["6109.90", "6109.90.10"],
	],
	[
		"/tariff 6109.10.00.99",
		{ code: "6109.10.00.99", parent: "6109.10.00" },
		["6109.10.00", "6109.10.00.04"],
	],
	["/tariff 9903.88.16", { parent: "9903.88" }, ["9903.88", "9903.88.15"]],
	["/tariff 6199", { parent: "61", level: "chapter" }, ["6109"]],
])("%s does not exist: says what does", async (text, values, codes) => {
	const error = await mistake(text);
	expect(error.phrase).toBe("tariffs.mistake.noSuchCode");
	expect(error.values).toMatchObject(values);
	expect(error.nearest).toEqual(codes.map((code) => `/tariff product:${code}`));
	const said = sayIn("en")(error.phrase, error.values);
	expect(said).toContain("HTS 2026 Revision 10 (2026-06-08) has no ");
});

test.each([
	["a day before the first revision", "/tariff 6109.20.00 on:2026-06-07"],
	["a chapter that was not imported", "/tariff 7208.99.00"],
	["another importer", "/tariff 6109.20.00 importer:CA origin:US"],
	["zeros for no suffix", "/tariff 6109.10.00.00"],
])("nothing is missed for %s", async (_, text) => {
	expect((await ask(text)).tone).not.toBe("mistake");
});
