import { expect, test } from "vitest";
import { openCommandHouse, room } from "./command-house.ts";

const create = '/topic create "car parts" "auto parts" OR gearbox';

test("lists every topic once, with what this channel follows", async () => {
	const { ask, hear, tools } = openCommandHouse();
	await ask("/subscribe steel-tariffs digest");
	await ask(create);
	const { title } = await ask("/topics");
	expect(title).toBe(`${tools.catalogue.length + 1} topics`);
	const text = await hear("/topics");
	expect(text).toMatch(/Steel tariffs +steel-tariffs · in the digest/);
	expect(text).toMatch(
		/This channel’s own\n\ncar parts +car-parts-[0-9a-f]{8}/,
	);
	expect(text).toMatch(/What people say\n\n/);
	for (const { id } of tools.catalogue) {
		expect(text.split(new RegExp(`\\b${id}(?![\\w-])`))).toHaveLength(2);
	}
});

test("lists the topics that words find", async () => {
	const { ask, hear } = openCommandHouse();
	expect((await ask("/topics lumber")).title).toBe("2 topics");
	const text = await hear("/topics bois d’oeuvre");
	expect(text).toContain("softwood-dispute");
	expect(text).not.toContain("steel-tariffs");
});

test("makes a topic, keeps its query as typed, and tells the matchers", async () => {
	const { ask, changes, topics } = openCommandHouse();
	const { tone, actions } = await ask(create);
	expect(tone).toBe("done");
	expect(changes).toEqual(["topics"]);
	expect(await topics.topics()).toMatchObject([
		{
			names: { en: "car parts" },
			query: '"auto parts" OR gearbox',
			owner: "test:room",
		},
	]);
	for (const { line } of actions)
		expect((await ask(line)).tone).not.toBe("mistake");
});

test("keeps a channel's own topics to that channel", async () => {
	const { ask } = openCommandHouse();
	const other = { platform: "test", id: "elsewhere" };
	await ask(create);
	expect((await ask("/topic show car-parts", "manager", other)).tone).toBe(
		"mistake",
	);
	expect((await ask(create, "manager", other)).tone).toBe("done");
});

test("edits and deletes own topics, and their subscriptions with them", async () => {
	const { ask, topics, subscriptions, changes } = openCommandHouse();
	await ask(create);
	await ask("/subscribe car parts");
	await ask('/topic edit "car parts" wheels');
	expect(await topics.topics()).toMatchObject([{ query: "wheels" }]);
	await ask("/topic delete car parts");
	expect(await topics.topics()).toEqual([]);
	expect(await subscriptions.of(room)).toEqual([]);
	expect(changes).toHaveLength(3);
});

test.each([
	[
		"/topic create parts (steel AND",
		"A word, a phrase in quotes or a group in parentheses is missing. It goes wrong at character 11.\n(steel AND\n··········^",
	],
	[
		"/topic create parts said:nobodyatall",
		"I do not know this person. It goes wrong at character 6.\nsaid:nobodyatall\n·····^",
	],
	[
		"/topic create parts NOT steel",
		"A query cannot only say what must not be there.",
	],
	[
		"/topic create parts steel)",
		"This parenthesis was never opened. It goes wrong at character 6.\nsteel)\n·····^",
	],
	[
		"/topic create --- steel",
		"A topic’s name needs a letter or a number, and at most 60 characters.",
	],
	[
		"/topic create steel-tariffs steel",
		"There is a topic called “steel-tariffs” already.",
	],
	[
		"/topic edit steel-tariffs steel",
		"Steel tariffs belongs to everyone, so it cannot be changed here.",
	],
	["/topic delete nothing", "I know no topic called “nothing”."],
	["/topic delete nothing", "For example: /topic delete car parts"],
	["/topic show", "For example: /topic show steel tariffs"],
	["/topics unicorns", "I know no topic called “unicorns”."],
	[
		"/topic",
		"/topic needs one of these after it: create, show, test, edit, delete.",
	],
	["/topic sho steel-tariffs", "/topic does not know “sho”."],
])("mends %s", async (line, words) => {
	const { ask, hear } = openCommandHouse();
	expect(await hear(line)).toContain(words);
	expect((await ask(line)).tone).toBe("mistake");
});

test("says each fault of a query in words of its own", async () => {
	const { hear } = openCommandHouse();
	const queries = [
		"a OR",
		"(a",
		"a)",
		"a*",
		"* b",
		"a NEAR/0 b",
		"foo:bar",
		"said:zzzzzz",
		"kind:x",
		"lang:xx",
		"NOT a",
		"lang:en NEAR/3 b",
		"@zzzzzzzz",
		"country:atlantis",
		"sector:alchemy",
		'source:"!"',
		"0x:steel",
		"2 of (a)",
		"a".repeat(40).concat("*"),
		`"${"a ".repeat(30)}"`,
		"(".repeat(30),
		"word ".repeat(300),
	];
	for (const query of queries) {
		const text = await hear(`/topic create parts ${query}`);
		expect(text, query).toMatch(/It goes wrong at character [\d,]+\.\n/);
		expect(text, query).not.toContain("I cannot read this query");
	}
});

test("offers the query again with what may have been meant", async () => {
	const { ask, hear } = openCommandHouse();
	const { actions } = await ask("/topic create parts @stele quota");
	expect(actions.map((action) => action.line)).toContain(
		'/topic create name:parts query:"@steel quota"',
	);
	expect(await hear("/topic create parts @stele quota")).toContain(
		"I know nothing by this @ name. It goes wrong at character 1.\n@stele quota\n^",
	);
	const said = await ask("/topic create parts quota said:grer");
	const [mended] = said.actions;
	expect(mended?.line).toContain("quota said:greer");
	expect((await ask(mended?.line ?? "")).tone).toBe("done");
});

test("says a query back in plain words, with what its names stand for", async () => {
	const { hear } = openCommandHouse();
	const text = await hear(
		"/topic create deal @cusma NEAR/8 (review OR renew*) -hockey about:acier",
	);
	const words = text.replace(/\s+/g, " ");
	expect(words).toContain(
		"Brings news with (CUSMA (USMCA) by any of its names within 8 words of (“review” or words that begin with “renew”)) and “acier” as its subject (in the title or lead, or three times), but not “hockey”.",
	);
	expect(words).toMatch(/@cusma +CUSMA, ACEUM, T-MEC, USMCA, /);
	expect(words).toContain("A wider name: @steel finds it in three languages.");
});

test.each([
	["fr", "Apporte les nouvelles avec « acier » ou"],
	["es", "Trae las noticias con «acier» o"],
])(
	"says a query back in the channel's language: %s",
	async (language, said) => {
		const { ask, hear } = openCommandHouse();
		await ask(`/settings language ${language}`);
		const text = await hear("/topic create acier acier OR said:greer");
		expect(text.replace(/\s+/g, " ")).toContain(said);
		expect(text).toContain("Jamieson Greer");
	},
);

test("explains what queries can say, each form a query that works", async () => {
	const { ask, hear } = openCommandHouse();
	const help = await ask("/help topic");
	expect(await hear("/help topic")).toContain("How to write a query");
	const facts = help.blocks.flatMap((block) =>
		block.kind === "facts" ? block.facts : [],
	);
	const forms = facts
		.map(({ label }) => label)
		.filter((label) => /\W/.test(label));
	expect(forms.length).toBeGreaterThan(10);
	for (const [at, form] of forms.entries()) {
		const query = form.startsWith("lang:") ? `steel ${form}` : form;
		const { tone } = await ask(`/topic create form${at} ${query}`);
		expect(tone, form).toBe("done");
	}
});

test("stops at fifty topics of a channel's own", async () => {
	const { ask, hear } = openCommandHouse();
	for (let n = 0; n < 50; n++) await ask(`/topic create own${n}x steel`);
	expect(await hear("/topic create onemore steel")).toContain(
		"A channel can have 50 topics of its own, and this one has them.",
	);
});

test("tests a topic on the last thirty days: stories, days, headlines", async () => {
	const { ask, hear, tell } = openCommandHouse();
	const at = (day: string) => new Date(`${day}T12:00:00Z`);
	await tell({ title: "Gearbox plant opens", detected: at("2026-06-01") });
	await tell({
		title: "Gearbox plant closes again",
		detected: at("2026-06-03"),
	});
	await tell({ title: "Gearbox of old", detected: at("2026-04-01") });
	await tell({ title: "Hockey tonight", detected: at("2026-06-03") });
	await ask(create);
	const text = await hear("/topic test car parts");
	expect(text).toContain("car parts: 2 stories in 30 days");
	expect(text).toContain("I looked through all 3 articles of those days.");
	expect(text).toMatch(/2026-06-03 +1\n2026-06-01 +1\n/);
	expect(text).toMatch(
		/- Gearbox plant closes again\n[\s\S]*- Gearbox plant opens\n/,
	);
	expect(text).not.toContain("of old");
});

test("counts one story once, and says so where there is nothing", async () => {
	const { ask, hear, tell, newsroom, tables } = openCommandHouse();
	const story = await tell({ title: "Gearbox plant opens" });
	const [first] = tables.articles.values();
	if (!first) throw new Error("the article was not filed");
	const article = { ...first.article, id: "second", outlet: "Other" };
	await newsroom.inTurn((turn) =>
		turn.keep({ article, statements: [], matches: [], story }),
	);
	await ask(create);
	expect(await hear("/topic test car parts")).toContain("one story in 30 days");
	expect(await hear("/topic test cusma-review")).toContain(
		"no stories in 30 days\n\nI looked through all 2 articles of those days.",
	);
	const empty = openCommandHouse();
	expect(await empty.hear("/topic test cusma-review")).toContain(
		"I looked through the archive, which has no articles of those days.",
	);
});
