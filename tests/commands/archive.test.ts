import { expect, test } from "vitest";
import {
	deliveryOf,
	now,
	openCommandHouse,
	primed,
	room,
	wire,
} from "./command-house.ts";

const greer = {
	title: "U.S. doubles steel tariff",
	body: "The steel tariff doubled on Wednesday. U.S. Trade Representative Jamieson Greer said “We will not exempt Canada this time.” Mills protested.",
};

test("finds news by words, one line a story, with a way to each story", async () => {
	const { ask, hear, tell } = openCommandHouse();
	await tell(greer);
	await tell({
		title: "Old steel",
		detected: new Date("2026-01-01T00:00:00Z"),
	});
	const text = await hear("/news steel");
	expect(text).toContain("One story on “steel”");
	expect(text).toContain(
		"- U.S. doubles steel tariff\n  The Wire, 2026-06-03 12:00 UTC",
	);
	expect(text).toContain("Last 30 days, best match first");
	const { actions } = await ask("/news steel");
	expect((await ask(actions[0]?.line ?? "")).title).toBe(greer.title);
	expect(await hear("/news steel 365d")).toContain("2 stories");
});

test("shows ten stories at once, and the way to the further ones", async () => {
	const { ask, hear, tell } = openCommandHouse();
	for (let n = 1; n <= 23; n++) {
		await tell({ title: `Lumber mill of town ${n}${n} closes`, body: "" });
	}
	const first = await ask("/news lumber");
	expect(first.title).toBe("23 stories on “lumber”");
	const further = first.actions[0]?.line ?? "";
	expect(further).toBe("/news words:lumber days:30 from:11");
	const second = await ask(further);
	expect(second.footer).toContain("best match first: 11 to 20");
	const last = second.actions[0]?.line ?? "";
	const text = await hear(last);
	expect(text).toContain("best match first: 21 to 23");
	expect(text).not.toContain("Further ones");
	expect(await hear("/news lumber from:24")).toContain(
		"“24” is no place in this list: write a number from 1 to 23.",
	);
	const seen = await Promise.all(
		["/news lumber", further, last].map(async (line) => [
			...(await hear(line)).matchAll(/town \d+ closes\n/g),
		]),
	);
	expect(new Set(seen.flat().map(String)).size).toBe(23);
});

test("takes a number after words as words, and days only as days", async () => {
	const { hear } = openCommandHouse();
	expect(await hear("/news section 232")).toContain(
		"Nothing on “section 232” in the last 30 days",
	);
	expect(await hear("/news section 232 7d")).toContain(
		"Nothing on “section 232” in the last 7 days",
	);
	expect(await hear("/news wombat days:1")).toContain("in the last day");
	expect(await hear('/news "kitchen cabinets"')).toContain(
		"Nothing on “kitchen cabinets”",
	);
});

test("offers a year where nothing is found, once", async () => {
	const { ask } = openCommandHouse();
	const { actions } = await ask("/news wombat");
	expect(actions.map(({ line }) => line)).toEqual([
		"/news words:wombat days:365",
	]);
	expect((await ask(actions[0]?.line ?? "")).actions).toEqual([]);
});

test("tells a story's timeline by the beginning of its id", async () => {
	const { hear, tell } = openCommandHouse();
	const story = await tell(greer);
	const text = await hear(`/story ${story.id.slice(0, 8).toUpperCase()}`);
	expect(text).toContain("Told once, at 2026-06-03 08:00 (America/Toronto).");
	expect(text).toContain("- U.S. doubles steel tariff\n  The Wire");
});

test("counts tellings and outlets, and the reports beyond thirty", async () => {
	const { hear, tell, tables } = openCommandHouse();
	const story = await tell(greer);
	const [first] = story.tellings;
	if (!first) throw new Error("a story has a telling");
	const tellings = Array.from({ length: 32 }, (_, n) => ({
		...first,
		outlet: `Outlet ${n % 4}`,
	}));
	tables.stories.set(story.id, { ...story, tellings });
	const text = await hear(`/story ${story.id}`);
	expect(text).toContain("Told 32 times by 4 outlets, from 2026-06-03 08:00");
	expect(text).toContain("And 2 later reports.");
});

test("shows a dozen of a person's words at once, and the way to the further ones", async () => {
	const { ask, hear, tell } = openCommandHouse();
	for (let n = 1; n <= 14; n++) {
		const body = `Jamieson Greer said “the quota of week ${n}${n} stands.”`;
		await tell({ title: `Quota ${n}${n}`, body });
	}
	const first = await ask("/said greer");
	expect(first.footer).toContain("newest first: 1 to 12");
	const line = first.actions[0]?.line ?? "";
	expect(line).toBe("/said person:greer days:30 from:13");
	const rest = await hear(line);
	expect(rest).toContain("newest first: 13 to 14");
	expect(rest.match(/^- “the quota/gm)).toHaveLength(2);
});

test("gives a person's words verbatim, with their source", async () => {
	const { hear, tell } = openCommandHouse();
	await tell(greer);
	for (const name of ["greer", "Jamieson Greer", "GREER 30", "greer 30d"]) {
		const text = await hear(`/said ${name}`);
		expect(text).toContain("In the words of Jamieson Greer");
		expect(text).toContain(
			"- “We will not exempt Canada this time.”\n  U.S. doubles steel tariff\n  The Wire, 2026-06-03 12:00 UTC\n  https://example.org/item",
		);
	}
	expect(await hear("/said carney 7d")).toContain(
		"No words of Mark Carney in the last 7 days",
	);
});

test("leaves out the comma before `he said`", async () => {
	const { hear, tell } = openCommandHouse();
	const body =
		"“We will not exempt Canada this time,” Jamieson Greer said on Tuesday.";
	await tell({ title: "U.S. doubles steel tariff", body });
	expect(await hear("/said greer")).toContain(
		"- “We will not exempt Canada this time”\n",
	);
});

test("offers people as they are typed", async () => {
	const { commands } = openCommandHouse();
	const suggest = commands.find(({ name }) => name === "said")?.options[0]
		?.suggest;
	expect(await suggest?.("jamie", room)).toEqual([
		{ value: "greer", label: "Jamieson Greer" },
	]);
	expect(await suggest?.("", room)).toHaveLength(25);
});

test.each([
	["/said grer", "I do not know anyone called “grer”.", ["/said greer"]],
	["/said nobody at all", "I do not know anyone called “nobody at all”.", []],
	["/news steel days:0", "“0” is no number of days from 1 to 3,650.", []],
	["/news steel days:soon", "“soon” is no number of days", []],
	[
		"/story ffff",
		"No single story has an id that begins with “ffff”. /news finds stories",
		[],
	],
	["/why ffff", "I find no post, story or article with the id “ffff”.", []],
	['/news ""', "Type the words to look for", []],
	[
		"/said le premier ministre Carney",
		"I do not know anyone called “le premier ministre Carney”.",
		["/said carney"],
	],
	["/story", "/story needs one thing more: id.", []],
])("mends %s", async (line, words, nearest) => {
	const { ask, hear } = openCommandHouse();
	expect(await hear(line)).toContain(words);
	expect((await ask(line)).actions.map((action) => action.line)).toEqual(
		nearest,
	);
});

test.each([
	[
		{ state: "sent", sentAt: now },
		"Posted here at 2026-06-04 12:00 (America/Toronto), for the topics below.",
	],
	[
		{ state: "held", reason: "Quiet hours." },
		"It is held back for now. Reason: Quiet hours.",
	],
	[{ state: "queued" }, "It is about to be posted here"],
	[{ state: "sending" }, "It is being posted here now"],
	[{ state: "caught-up" }, "told here in a catch-up post"],
	[{ state: "dropped" }, "someone here said that it was known"],
	[{ state: "unknown" }, "It may or may not have reached this channel"],
	[
		{ state: "dead", reason: "Too long." },
		"The platform refused the post, so it was not made. Reason: Too long.",
	],
] as const)("says why a post came: %j", async (delivery, words) => {
	const { ask, hear, tell, ledger } = openCommandHouse();
	const story = await tell(greer);
	await ask("/subscribe steel-tariffs");
	await ledger.write([deliveryOf(story.id, delivery)]);
	const articleId = story.tellings[0]?.articleId;
	for (const id of [story.id.slice(0, 8), "d1", articleId]) {
		const text = await hear(`/why "${id}"`);
		expect(text).toContain(words);
		expect(text).toMatch(
			/Steel tariffs\n.*steel tariff.* — The Wire <https:\/\/example.org\/item>/,
		);
	}
});

test("tells only of the topics that brought a post, not of all that the story meets", async () => {
	const { hear, tell, ledger } = openCommandHouse();
	const story = await tell(greer);
	const shows = { articleId: "a1", topicIds: ["greer-statements"] };
	await ledger.write([deliveryOf(story.id, { state: "queued", shows })]);
	const text = await hear(`/why ${story.id}`);
	expect(text).toContain("\n\nGreer statements\n");
	expect(text).not.toContain("\n\nSteel tariffs\n");
});

test("shows the words that met a topic in bold, in their context", async () => {
	const { ask, tell } = openCommandHouse();
	const story = await tell(greer);
	const { blocks } = await ask(`/why ${story.id}`);
	const spans = blocks.flatMap((block) =>
		block.kind === "text" ? block.spans : [],
	);
	const strong = spans
		.filter(({ style }) => style === "strong")
		.map(({ text }) => text.toLowerCase());
	expect(strong).toEqual(expect.arrayContaining(["steel", "tariff"]));
});

test("says why nothing came", async () => {
	const { ask, hear, tell, feeds } = openCommandHouse();
	const why = async (id: string) => (await hear(`/why ${id}`)).split("\n\n")[1];
	const hockey = await tell({ title: "Hockey tonight" });
	expect(await why(hockey.id)).toContain(
		"the words of this story meet no topic",
	);
	const steel = await tell(greer);
	expect(await why(steel.id)).toContain(
		"Not posted here: this channel does not follow",
	);
	await ask("/subscribe steel-tariffs digest");
	expect(await why(steel.id)).toContain(
		"the story was told before this channel followed Steel tariffs.",
	);
	const later = await tell({
		...greer,
		id: "later",
		title: "Steel tariff again",
		published: null,
		detected: now,
	});
	expect(await why(later.id)).toContain(
		"this channel gets Steel tariffs in the digest only.",
	);
	await ask("/subscribe steel-tariffs live");
	expect(await why(later.id)).toContain("I have no record of a post here.");
	await feeds.keepState(wire.id, primed(now));
	expect(await why(later.id)).toContain(
		"the story was already in its feed when I first read that feed.",
	);
});

test("says that a digest is no single story", async () => {
	const { hear, ledger } = openCommandHouse();
	await ledger.write([deliveryOf("2026-06-04", { kind: "digest" })]);
	expect(await hear("/why d1")).toContain(
		"That post is no single story: it sums up several.",
	);
});
