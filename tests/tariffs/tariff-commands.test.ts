import { expect, test } from "vitest";
import { defaultChannelSettings } from "../../src/chat/channel.ts";
import { Mistake } from "../../src/chat/mistake.ts";
import { parseCommandLine } from "../../src/chat/parse-command-line.ts";
import { calendarCommand } from "../../src/commands/calendar.ts";
import { tariffCommand } from "../../src/commands/tariff.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { makeTariffCommand } from "../../src/terminal/tariff-command.ts";
import { makeTariffsCommand } from "../../src/terminal/tariffs-command.ts";
import { UsageError } from "../../src/terminal/terminal-command.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { inMemorySchedules } from "../fakes/in-memory-schedules.ts";

const book = readBook();
const commands = [
	tariffCommand({
		book: () => book,
		catalogue: topicCatalogue,
		schedules: inMemorySchedules(),
		publicUrl: null,
	}),
	calendarCommand({ book: () => book }),
];
const now = new Date("2026-11-22T15:00:00Z");

async function say(line: string) {
	const { command, ...parsed } = parseCommandLine(line, commands);
	return command.answer({
		channel: { platform: "test", id: "one" },
		asker: { id: "a", name: "Ann", mayManage: false },
		settings: defaultChannelSettings,
		say: sayIn("en"),
		now,
		...parsed,
	});
}

test.each([
	["/tariff steel", "Steel from Canada into the United States"],
	["/tariff steel MX", "Steel from Mexico into the United States"],
	["/tariff steel CA US", "Steel from the United States into Canada"],
	["/tariff steel DE", "Steel from Germany into the United States"],
	["/tariff steel from China to Canada", "Steel from China into Canada"],
	["/tariff steel to Canada from China", "Steel from China into Canada"],
	["/tariff steel from Mexico", "Steel from Mexico into the United States"],
	["/tariff steel into Canada origin:CN", "Steel from China into Canada"],
	[
		"/tariff steel into the United States from Japan 2025-06-04",
		"Steel from Japan into the United States: at least 50%",
	],
	["/tariff Mexican steel", "Steel from Mexico into the United States"],
	["/tariff kitchen cabinets origin:Vietnam", "Kitchen cabinets from Vietnam"],
	["/tariff steel origin:MX on:2025-06-04", "50%"],
	["/tariff steel US CA 2025-06-03", "25%"],
	['/tariff steel on:"June 3 2025"', "25%"],
	["/tariff 72 08", "72 08 from Canada"],
	["/tariff 7208 51 00", "7208 51 00 from Canada"],
	["/tariff 7208 51 10", "7208 51 10 from Canada"],
	["/tariff 7208 51 00 MX", "7208 51 00 from Mexico"],
	["/tariff 7208.51.0030", "7208.51.0030 from Canada"],
	["/tariff steel 31/12/2025", "at least 50%"],
	["/tariff steel MX on:12/31/2025", "at least 50%"],
	["/calendar 45", "next 45 days"],
])("%s answers “%s”", async (line, words) => {
	expect((await say(line)).title).toContain(words);
});

test("facts and value are read by place", async () => {
	const card = await say(
		"/tariff lumber US CA 2026-05-01 20000 company=Canfor",
	);
	expect(card.title).toContain("57.59%");
	expect(JSON.stringify(card.blocks)).toContain("11,518");
});

test.each([
	"/tariff steel",
	"/tariff cars origin:Japan",
	"/tariff steel importer:MX origin:CN",
	"/tariff toys importer:CA origin:US on:tomorrow",
	"/tariff kitchen cabinets origin:MX on:2027-01-02",
])("every duty that the buttons of %s ask for is answered", async (line) => {
	const { actions } = await say(line);
	const pressed = actions.filter(({ line }) => line.startsWith("/tariff "));
	for (const { line } of pressed) {
		expect(line).not.toContain("tomorrow");
		expect((await say(line)).title).toContain(" into ");
	}
});

test.each([
	["/tariff steel", "/subscribe steel-tariffs"],
	["/tariff acier", "/subscribe steel-tariffs"],
	["/tariff 7208.51", "/subscribe steel-tariffs"],
	["/tariff semiconductors", "/subscribe semiconductor-tariffs"],
	["/tariff oil", undefined],
	["/tariff toys", undefined],
])("%s offers to follow %s", async (line, follow) => {
	const { actions } = await say(line);
	const offered = actions.find(
		({ line }) => line.startsWith("/subscribe") && !line.includes("tariff:"),
	);
	expect(offered?.line).toBe(follow);
});

test("offers to watch the duty that was asked for", async () => {
	const { actions } = await say("/tariff kitchen cabinets origin:MX");
	expect(actions.map(({ line }) => line)).toContain(
		'/subscribe tariff:"kitchen cabinets" importer:US origin:MX',
	);
});

test.each([
	["/tariff metals", "tariffs.mistake.meant", "/tariff product:steel"],
	["/tariff steel widgets", "tariffs.mistake.product", "/tariff product:steel"],
])("%s offers what may be meant", async (line, phrase, nearest) => {
	const mistake = await say(line).catch((error: unknown) => error);
	if (!(mistake instanceof Mistake)) throw new Error(`${line} was answered`);
	expect(mistake.phrase).toBe(phrase);
	expect(mistake.nearest).toContain(nearest);
});

test("a day that may be two is asked back, each reading a button", async () => {
	const mistake = await say("/tariff steel origin:MX 03/04/2026").catch(
		(error: unknown) => error,
	);
	if (!(mistake instanceof Mistake)) throw new Error("it was answered");
	expect(mistake.phrase).toBe("tariffs.mistake.twoDates");
	expect(mistake.nearest.map((line) => /on:(\S+)/.exec(line)?.[1])).toEqual([
		"2026-03-04",
		"2026-04-03",
	]);
	for (const line of mistake.nearest) {
		expect((await say(line)).title).toContain("Steel from Mexico");
	}
});

test("two digits are an amount when they are named one", async () => {
	const card = await say("/tariff 7208 value:25 on:2026-05-01");
	expect(JSON.stringify(card.blocks)).toContain("12.50 on 25.00");
});

test.each([
	["/tariff steel origin:Narnia", "tariffs.mistake.country"],
	["/tariff steel on:someday", "tariffs.mistake.date"],
	["/tariff steel value:lots", "tariffs.mistake.value"],
	["/tariff steel facts:soon", "tariffs.mistake.fact"],
	["/tariff steel importer:US origin:US", "tariffs.mistake.same"],
	["/tariff steel importer:DE", "tariffs.mistake.nothingHeld"],
	["/tariff steel importer:MX", "tariffs.mistake.nothingHeld"],
	["/tariff canola meal importer:CN on:1999-01-01", "tariffs.mistake.before"],
	["/calendar 0", "tariffs.mistake.days"],
])("%s is a mistake: %s", async (line, phrase) => {
	await expect(say(line)).rejects.toMatchObject({ phrase });
});

async function run(words: readonly string[], input: readonly string[] = []) {
	const [printed, complained]: [string[], string[]] = [[], []];
	async function* lines() {
		yield* input;
	}
	const terminal = {
		input: lines(),
		print: (line: string) => void printed.push(line),
		complain: (line: string) => void complained.push(line),
	};
	const noStore = () => Promise.reject(new Error("a store was opened"));
	const command =
		words[0] === "tariffs"
			? makeTariffsCommand(() => now, noStore)
			: makeTariffCommand(() => now);
	const code = await command.run(words.slice(1), terminal);
	return { code, printed, complained };
}

test("the terminal prints one answer as JSON", async () => {
	const line = "tariff kitchen cabinets --origin CA --on 2027-01-02 --json";
	const { code, printed } = await run(line.split(" "));
	const answer = JSON.parse(printed[0] ?? "");
	expect(code).toBe(0);
	expect(answer.claims[0].totalPercent).toBe(50);
});

test("a batch answers line for line, one bad line among them", async () => {
	const { printed } = await run(
		["tariff", "--batch"],
		[
			'{"id":1,"query":"steel","importer":"US","origin":"CA","on":"2025-06-04"}',
			'{"id":"b","query":"steel","importer":"Narnia","origin":"CA","on":"2025-06-04"}',
			'{"id":3,"query":"autos","importer":"US","origin":"MX","on":"2026-06-01","facts":{"us_content":40}}',
		],
	);
	const answers = printed.map((line) => JSON.parse(line));
	expect(answers.map(({ id }) => id)).toEqual([1, "b", 3]);
	expect(answers[0].claims[0].totalPercent).toBe(50);
	expect(answers[1].error).toContain("Narnia");
	expect(answers[2].claims[1].totalPercent).toBe(15);
});

test("goods that nobody knows are an error, wrong words wrong usage", async () => {
	expect((await run(["tariff", "unobtainium", "--json"])).code).toBe(1);
	await expect(run(["tariff"])).rejects.toThrow(UsageError);
	await expect(run(["tariff", "steel", "--fact", "x"])).rejects.toThrow(
		UsageError,
	);
	await expect(run(["tariffs", "mend"])).rejects.toThrow(UsageError);
});

test("the book check is clean and lists what is due", async () => {
	const { code, printed } = await run(["tariffs", "check"]);
	expect(code).toBe(0);
	expect(printed.at(-1)).toContain("the book is sound");
});

test("the title says in the same breath what USMCA origin makes of it", async () => {
	const title = async (line: string) => (await say(line)).title;
	expect(await title("/tariff lumber")).toMatch(/45.16%; USMCA does not help$/);
	expect(await title("/tariff steel origin:DE")).not.toContain("USMCA");
});

test("the other claim and the history are a button away, and back", async () => {
	const card = await say("/tariff steel on:2026-06-04");
	const labelled = (label: string, { actions }: typeof card) =>
		actions.find((action) => action.label === label)?.line ?? "";
	const usmca = await say(labelled("With USMCA origin", card));
	expect(usmca.title).toMatch(/50% with USMCA origin$/);
	expect(JSON.stringify(usmca.blocks)).toContain("Ordinary duty under USMCA");
	const back = await say(labelled("Without a preference", usmca));
	expect(back.title).toBe(card.title);
	const history = await say(labelled("History", card));
	const table = history.blocks.findLast(({ kind }) => kind === "table");
	expect(JSON.stringify(table)).toContain("2025-03-04");
	expect(labelled("History", history)).toBe("");
});

test("a card leads to its page where people can reach one", async () => {
	const tools = {
		book: () => book,
		catalogue: [],
		schedules: inMemorySchedules(),
		publicUrl: "https://trade.example",
	};
	const request = {
		channel: { platform: "test", id: "one" },
		asker: { id: "a", name: "Ann", mayManage: false },
		settings: defaultChannelSettings,
		say: sayIn("en"),
		now,
		subcommand: null,
		options: { product: "kitchen cabinets" },
	};
	const card = await tariffCommand(tools).answer(request);
	expect(card.url).toBe(
		"https://trade.example/tariff/kitchen%20cabinets?importer=US&origin=CA&on=2026-11-22",
	);
	expect((await say("/tariff steel")).url).toBeNull();
});

test.each([
	"/tariff steel claim:NAFTA2",
	"/tariff steel fees:perhaps",
	"/tariff steel history:soon",
])("%s is refused with what may be typed", async (line) => {
	await expect(say(line)).rejects.toThrow(Mistake);
});
