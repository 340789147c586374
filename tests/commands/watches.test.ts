import { beforeEach, describe, expect, test } from "vitest";
import { openCommandHouse, room } from "./command-house.ts";

let house: ReturnType<typeof openCommandHouse>;
beforeEach(() => {
	house = openCommandHouse();
});

const watched = async () =>
	(await house.rateWatches.of(room)).map(
		({ goods, importer, origin, mode }) =>
			`${goods} ${origin}→${importer} ${mode}`,
	);

test.each([
	["/subscribe tariff:steel", "steel CA→US live"],
	["/subscribe tariff:acier origin:MX digest", "steel MX→US digest"],
	[
		"/subscribe tariff:kitchen cabinets origin:MX both",
		"kitchen cabinets MX→US both",
	],
	[
		'/subscribe tariff:"kitchen cabinets" origin:MX mode:both',
		"kitchen cabinets MX→US both",
	],
	["/subscribe tariff:7208.51 origin:MX", "7208.51 MX→US live"],
	["/subscribe tariff:72085100 origin:MX", "7208.51.00 MX→US live"],
	["/subscribe tariff:steel importer:CA origin:US", "steel US→CA live"],
	["/subscribe tariff:Mexican steel", "steel MX→US live"],
])("%s watches %s", async (line, watch) => {
	await house.ask(line);
	expect(await watched()).toEqual([watch]);
});

test("says what is charged now, where it stands, and what comes next", async () => {
	const said = await house.hear("/subscribe tariff:kitchen cabinets origin:CA");
	expect(said).toContain(
		"Now watched here: Kitchen cabinets from Canada into the United States",
	);
	expect(said).toContain("25%");
	expect(said).toMatch(/Next: 25% → .* from \d+ \w+ \d{4}\./);
	expect(said).toMatch(/Sources:/);
	expect(said).toMatch(/Verified to \d{4}-\d{2}-\d{2}/);
	expect(said).toContain("Changes are posted here.");
});

test("tells nothing of what it has just said", async () => {
	await house.ask("/subscribe tariff:steel");
	expect(house.tables.deliveries.size).toBe(0);
});

test("asked again it changes the way, and keeps the rest", async () => {
	await house.ask("/subscribe tariff:steel");
	const [first] = await house.rateWatches.of(room);
	await house.ask("/subscribe tariff:steel both");
	await house.ask("/subscribe tariff:acero");
	const [last, ...others] = await house.rateWatches.of(room);
	expect(others).toEqual([]);
	expect(last).toEqual({ ...first, mode: "both" });
});

test("lists what is watched, and ends it by the button", async () => {
	await house.ask("/subscribe tariff:steel origin:MX digest");
	await house.ask("/subscribe steel tariffs");
	const card = await house.ask("/subscriptions");
	const said = await house.hear("/subscriptions");
	expect(said).toContain("Steel, Mexico into the United States");
	expect(said).toContain("in the digest");
	const stop = card.actions.find(({ line }) => line.includes("tariff:"));
	await house.ask(stop?.line ?? "");
	expect(await watched()).toEqual([]);
	expect(await house.hear("/subscriptions")).not.toContain("Mexico");
});

test("a channel that watches a duty follows something", async () => {
	await house.ask("/subscribe tariff:steel");
	expect(await house.hear("/subscriptions")).toContain("Steel, Canada into");
});

test("speaks the channel's language", async () => {
	await house.ask("/settings language fr");
	const said = await house.hear("/subscribe tariff:steel");
	expect(said).toContain(
		"Droit maintenant surveillé ici : Acier, Canada vers États-Unis",
	);
});

describe("mends", () => {
	test.each([
		["/subscribe tariff:unobtainium", "Nothing in the tariff book answers", []],
		[
			"/subscribe tariff:metals origin:MX",
			"may mean several goods",
			["/subscribe tariff:steel origin:MX"],
		],
		[
			"/subscribe tariff:steel importer:MX origin:CA",
			"holds no duty of Mexico on these goods from Canada",
			[],
		],
		["/subscribe tariff:steel origin:Narnia", "no country that I know", []],
		["/subscribe tariff:steel origin:US", "both the United States", []],
		[
			"/subscribe tariff:steel mode:weekly",
			"no way of following",
			['/subscribe tariff:"steel" live'],
		],
		["/subscribe steel tariffs tariff:steel", "one at a time", []],
		[
			"/unsubscribe tariff:steel",
			"does not watch this duty",
			["/subscriptions"],
		],
		["/unsubscribe", "Name what to follow", ["/topics"]],
	])("%s", async (line, words, nearest) => {
		const card = await house.ask(line);
		expect(card.tone).toBe("mistake");
		expect(await house.hear(line)).toContain(words);
		expect(card.actions.map((action) => action.line)).toEqual(
			expect.arrayContaining(nearest),
		);
		expect(await watched()).toEqual([]);
	});

	test("the wrong countries with the duties that are watched", async () => {
		await house.ask("/subscribe tariff:steel origin:MX");
		const card = await house.ask("/unsubscribe tariff:steel");
		expect(card.actions.map(({ line }) => line)).toEqual([
			"/unsubscribe tariff:steel importer:US origin:MX",
		]);
	});
});

test("those who may not manage the channel watch nothing", async () => {
	const card = await house.ask("/subscribe tariff:steel", "guest");
	expect(card.tone).toBe("mistake");
	expect(await watched()).toEqual([]);
});
