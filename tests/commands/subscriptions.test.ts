import { expect, test } from "vitest";
import { openCommandHouse, room } from "./command-house.ts";

test("follows a topic by any of its names, live unless said otherwise", async () => {
	const house = openCommandHouse();
	const lines = [
		["/subscribe steel tariffs", "steel-tariffs", "live"],
		["/subscribe cusma-review digest", "cusma-review", "digest"],
		["/subscribe révision de l’ACEUM both", "cusma-review", "both"],
		["/subscribe cusma-review", "cusma-review", "both"],
	] as const;
	for (const [line, topicId, mode] of lines) {
		const { tone } = await house.ask(line);
		expect(tone).toBe("done");
		expect(await house.subscriptions.of(room)).toContainEqual(
			expect.objectContaining({ topicId, mode }),
		);
	}
	expect(await house.subscriptions.of(room)).toHaveLength(2);
});

test("says what will come, and when", async () => {
	const { hear } = openCommandHouse();
	expect(
		await hear("/subscribe steel-tariffs"),
	).toBe(`This channel now follows Steel tariffs

New stories are posted here as they break, one post for each story.

> Test it: /topic test steel-tariffs
> Unsubscribe: /unsubscribe steel-tariffs`);
	expect(await hear("/subscribe steel-tariffs digest")).toContain(
		"this channel has no digest yet: set its time, for example with /digest at 08:00.",
	);
	await hear("/digest at 08:00 Toronto weekdays");
	await hear("/settings quiet 22:00-07:00");
	const both = await hear("/subscribe steel-tariffs both");
	expect(both).toContain(
		"Its stories are in the digest at 08:00 (America/Toronto), Monday to Friday.",
	);
	expect(both).toContain(
		"Posts wait during the quiet hours, 22:00 to 07:00 (America/Toronto).",
	);
});

test.each([
	["/subscribe", "Name what to follow: a topic", ["/topics"]],
	[
		"/subscribe rum",
		"I know no topic called “rum”.",
		["/subscribe trump-statements"],
	],
	[
		"/subscribe steel tariffs weekly",
		"“weekly” is no way of following.",
		[
			"/subscribe steel tariffs live",
			"/subscribe steel tariffs digest",
			"/subscribe steel tariffs both",
		],
	],
	["/subscribe klingon", "I know no topic called “klingon”.", ["/topics"]],
	[
		"/subscribe stel tarifs live",
		"I know no topic called “stel tarifs”.",
		["/subscribe steel-tariffs live"],
	],
	[
		"/subscribe steel-tariffs mode:loud",
		"“loud” is no way of following.",
		[
			"/subscribe steel-tariffs live",
			"/subscribe steel-tariffs digest",
			"/subscribe steel-tariffs both",
		],
	],
	[
		"/unsubscribe steel-tariffs",
		"does not follow Steel tariffs.",
		["/subscriptions", "/subscribe steel-tariffs"],
	],
	[
		"/unsubscribe klingon",
		"follows no topic called “klingon”.",
		["/subscriptions"],
	],
])("mends %s", async (line, words, nearest) => {
	const { ask, hear } = openCommandHouse();
	expect(await hear(line)).toContain(words);
	const { tone, actions } = await ask(line);
	expect(tone).toBe("mistake");
	expect(actions.map((action) => action.line)).toEqual(nearest);
});

test("asks back when words could mean several topics", async () => {
	const { ask, hear } = openCommandHouse();
	expect(await hear("/subscribe statements")).toContain(
		"“statements” could be more than one topic.",
	);
	const { actions } = await ask("/subscribe statements digest");
	expect(actions).toHaveLength(5);
	for (const { line } of actions) {
		expect(line).toMatch(/^\/subscribe [a-z-]+ digest$/);
		expect((await ask(line)).tone).toBe("done");
	}
});

test("lists what the channel follows, each with a button to end it", async () => {
	const { ask, hear } = openCommandHouse();
	expect(await hear("/subscriptions")).toContain("follows nothing yet");
	await ask("/subscribe steel-tariffs");
	await ask("/subscribe cusma-review both");
	const { title, actions } = await ask("/subscriptions");
	expect(title).toBe("This channel follows 2 topics");
	expect(await hear("/subscriptions")).toMatch(/live and in the digest/);
	for (const { line } of actions) expect((await ask(line)).tone).toBe("done");
	expect(await hear("/subscriptions")).toContain("follows nothing yet");
});

test("undoes an unsubscribe by its button", async () => {
	const { ask, subscriptions } = openCommandHouse();
	await ask("/subscribe steel-tariffs");
	const { actions } = await ask("/unsubscribe steel");
	expect(await subscriptions.of(room)).toEqual([]);
	await ask(actions[0]?.line ?? "");
	expect(await subscriptions.of(room)).toHaveLength(1);
});

test("offers topics while one is typed, in the channel's language", async () => {
	const { ask, commands } = openCommandHouse();
	const offer = (name: string) =>
		commands.find((command) => command.name === name)?.options[0]?.suggest;
	expect((await offer("subscribe")?.("steel", room))?.[0]).toEqual({
		value: "steel-tariffs",
		label: "Steel tariffs",
	});
	expect(await offer("subscribe")?.("", room)).toHaveLength(25);
	expect(await offer("unsubscribe")?.("", room)).toEqual([]);
	await ask("/subscribe steel-tariffs");
	expect(await offer("unsubscribe")?.("", room)).toHaveLength(1);
});

test.each([
	"/subscribe steel-tariffs",
	"/unsubscribe steel-tariffs",
	"/topic create parts steel",
	"/topic edit parts steel",
	"/topic delete parts",
	"/digest at 08:00",
	"/digest off",
	"/feeds list",
	"/feeds add https://example.org/x.xml",
	"/settings language fr",
])("keeps %s for those who manage the channel", async (line) => {
	const { hear } = openCommandHouse();
	expect(await hear(line, "guest")).toContain(
		"Only someone who manages this channel may do that.",
	);
});

test.each([
	"/subscriptions",
	"/topics",
	"/topic show steel-tariffs",
	"/topic test steel-tariffs",
	"/news steel",
	"/said greer",
	"/settings",
	"/settings zone",
	"/help",
])("lets anyone ask %s", async (line) => {
	const { hear } = openCommandHouse();
	expect(await hear(line, "guest")).not.toContain("I could not do that");
});
