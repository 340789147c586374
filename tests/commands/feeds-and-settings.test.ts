import { expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { unpolled } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { SeveralFeeds } from "../../src/feeds/several-feeds.ts";
import { now, openCommandHouse, room, wire } from "./command-house.ts";

test("lists feeds with the ids to type", async () => {
	const { hear, feeds } = openCommandHouse();
	expect(await hear("/feeds list")).toContain("No feeds");
	await feeds.keepFeed({ ...wire, kind: "official" });
	expect(await hear("/feeds list")).toMatch(
		/The Wire <https:\/\/example.org\/wire.xml> +official +en +wire/,
	);
});

test.each([
	["https://example.org/new.xml", "https://example.org/new.xml"],
	["example.org/new.xml", "https://example.org/new.xml"],
	["http://127.0.0.1:8000/a", "http://127.0.0.1:8000/a"],
])("adds the feed at %s", async (typed, url) => {
	const { ask, feeds } = openCommandHouse();
	const { tone, actions } = await ask(`/feeds add ${typed}`);
	expect(tone).toBe("done");
	expect((await feeds.feed("added"))?.url).toBe(url);
	await ask(actions[0]?.line ?? "");
	expect(await feeds.feed("added")).toBeNull();
});

test.each([
	["/feeds add nothing", "“nothing” is no web address of a feed."],
	[
		"/feeds add ftp://example.org/x",
		"“ftp://example.org/x” is no web address of a feed.",
	],
	[
		"/feeds add https://example.org/wire.xml",
		"The Wire is on the list already.",
	],
	[
		"/feeds add https://example.org/page",
		"I could not add https://example.org/page. It is a web page, not a feed.",
	],
	["/feeds remove zzzzzz", "I know no feed called “zzzzzz”."],
	["/feeds remove zzzzzz", "For example: /feeds remove wto"],
	["/feeds health cbc", "For example: /feeds health"],
	["/feeds retry e", "“e” could be more than one feed."],
])("mends %s", async (line, words) => {
	const { ask, hear, feeds } = openCommandHouse({
		addFeed: async () => {
			throw new FeedError("it is a web page, not a feed");
		},
	});
	await feeds.keepFeed(wire);
	await feeds.keepFeed({
		...wire,
		id: "other",
		title: "Other",
		url: "https://example.org/o",
	});
	expect(await hear(line)).toContain(words);
	expect((await ask(line)).tone).toBe("mistake");
	expect(await feeds.feeds()).toHaveLength(2);
});

test("removes a feed by a part of its name, when only one fits", async () => {
	const { ask, feeds } = openCommandHouse();
	await feeds.keepFeed(wire);
	expect((await ask("/feeds remove the wi")).title).toBe("The Wire is removed");
	expect(await feeds.feeds()).toEqual([]);
});

test("says which feeds are in trouble, why, and since when", async () => {
	const { ask, hear, feeds } = openCommandHouse();
	await feeds.keepFeed(wire);
	await feeds.keepFeed({ ...wire, id: "ill", title: "Ill" });
	await feeds.keepFeed({ ...wire, id: "new", title: "New" });
	await feeds.keepState("wire", { ...unpolled, polledAt: now, workedAt: now });
	await feeds.keepState("ill", {
		...unpolled,
		polledAt: now,
		workedAt: now,
		failures: 3,
		trouble: "no such host: example.org",
	});
	const text = await hear("/feeds health");
	expect(text).toContain("One feed is in trouble");
	expect(text).toContain("Working: 1. In trouble: 1. Not read yet: 1.");
	expect(text).toContain(
		"No such host: example.org. Failed 3 times in a row, last worked 2026-06-04 12:00 (America/Toronto).",
	);
	const { actions } = await ask("/feeds health");
	expect(actions.map(({ line }) => line)).toEqual(["/feeds retry ill"]);
});

test("asks whether what a feed brought all at once is news, and takes the answer", async () => {
	const house = openCommandHouse();
	await house.feeds.keepFeed({ ...wire, title: "The Border Wire" });
	const flood = { feedId: wire.id, until: new Date(+now + 3_600_000) };
	await house.ledger.write(
		["s1", "s2"].map((subject) =>
			newDelivery({
				...{ channel: room, kind: "story", subject, state: "held", flood },
				...{ notBefore: now, createdAt: now },
				card: { ...answerCard(subject), tone: "news" },
			}),
		),
	);
	expect(await house.hear("/feeds health")).toContain(
		"2 posts wait here until 2026-06-04 13:00 (America/Toronto)",
	);
	const { actions } = await house.ask("/feeds health");
	const [tell = "", drop = ""] = actions.map(({ line }) => line);
	expect((await house.ask(drop)).title).toBe(
		"2 posts of The Border Wire stay untold",
	);
	expect(await house.hear("/feeds health")).not.toContain("wait here");
	expect((await house.ask(tell)).title).toBe(
		"2 posts of The Border Wire come together in a moment",
	);
	expect(await house.ledger.held(room, now)).toHaveLength(2);
	expect(await house.hear(drop)).toContain(
		"Nothing of The Border Wire waits here for an answer.",
	);
	expect(await house.hear(drop, "reader")).not.toContain("untold");
});

test("takes the desk's answer on a flood for every channel that waits", async () => {
	const house = openCommandHouse();
	await house.feeds.keepFeed(wire);
	const flood = { feedId: wire.id, until: new Date(+now + 3_600_000) };
	const channels = ["a", "b"].map((id) => ({ platform: "test", id }));
	await house.ledger.write(
		channels.map((channel) =>
			newDelivery({
				...{ channel, kind: "story", subject: "s1", state: "held", flood },
				...{ notBefore: now, createdAt: now, card: answerCard("s1") },
			}),
		),
	);
	const desk = { platform: "desk", id: "desk" };
	const { title } = await house.ask("/feeds tell wire", "manager", desk);
	expect(title).toBe("2 posts of The Wire come together in a moment");
	expect(await house.ledger.holding(now)).toEqual(channels);
});

test("retries a feed and says what came of it", async () => {
	const polled: string[] = [];
	const house = openCommandHouse({
		pollFeed: async (id) => void polled.push(id),
	});
	await house.feeds.keepFeed(wire);
	expect((await house.ask("/feeds retry wire")).title).toBe("The Wire works");
	await house.feeds.keepState("wire", {
		...unpolled,
		failures: 1,
		trouble: "It is no feed.",
	});
	expect(await house.hear("/feeds retry The Wire")).toContain(
		"The Wire is still in trouble\n\nIt is no feed.",
	);
	expect(polled).toEqual(["wire", "wire"]);
});

test("offers feeds as they are typed", async () => {
	const { commands, feeds } = openCommandHouse();
	await feeds.keepFeed(wire);
	const remove = commands
		.find(({ name }) => name === "feeds")
		?.subcommands.find(({ name }) => name === "remove");
	expect(await remove?.options[0]?.suggest?.("WI", room)).toEqual([
		{ value: "wire", label: "The Wire" },
	]);
});

test.each([
	["language français", { language: "fr" }],
	["language Spanish", { language: "es" }],
	["zone Montréal", { zone: "America/Toronto" }],
	["importer Canada", { importer: "CA" }],
	["origin Corée du Sud", { origin: "KR" }],
	["quiet 22:00-07:00", { quietHours: { from: "22:00", to: "07:00" } }],
	["quiet 10pm to 7am", { quietHours: { from: "22:00", to: "07:00" } }],
	["quiet 22h à 7h30", { quietHours: { from: "22:00", to: "07:30" } }],
	["quiet OFF", { quietHours: null }],
	["limit 10", { limitPerHour: 10 }],
	["limit off", { limitPerHour: null }],
	["name:limit value:5", { limitPerHour: 5 }],
])("sets %s", async (line, changed) => {
	const { ask, channels } = openCommandHouse();
	expect((await ask(`/settings ${line}`)).tone).toBe("done");
	expect(await channels.settings(room)).toMatchObject(changed);
});

test.each([
	[
		"speed 5",
		"There is no setting “speed”. There are: language, zone, importer, origin, quiet, limit.",
		[],
	],
	["langage fr", "There is no setting “langage”.", ["/settings language fr"]],
	[
		"language klingon",
		"I do not speak “klingon”.",
		["/settings language en", "/settings language fr", "/settings language es"],
	],
	[
		"zone Tornto",
		"I know no time zone called “Tornto”.",
		["/settings zone America/Toronto"],
	],
	[
		"importer Japan",
		"I know the tariffs of the United States, Canada and Mexico, not those of “Japan”.",
		["/settings importer US", "/settings importer CA", "/settings importer MX"],
	],
	[
		"origin Atlantis",
		"I know no country called “Atlantis”.",
		["/settings origin US", "/settings origin CA", "/settings origin MX"],
	],
	[
		"quiet always",
		"“always” are no quiet hours.",
		["/settings quiet 22:00-07:00", "/settings quiet off"],
	],
	[
		"quiet 07:00-07:00",
		"“07:00-07:00” are no quiet hours.",
		["/settings quiet 22:00-07:00", "/settings quiet off"],
	],
	[
		"limit 0",
		"“0” is no number of posts from 1 to 1,000.",
		["/settings limit 10", "/settings limit off"],
	],
])("mends /settings %s", async (line, words, nearest) => {
	const { ask, hear, channels } = openCommandHouse();
	const before = await channels.settings(room);
	expect(await hear(`/settings ${line}`)).toContain(words);
	const { actions } = await ask(`/settings ${line}`);
	expect(actions.map((action) => action.line)).toEqual(nearest);
	expect(await channels.settings(room)).toEqual(before);
});

test("speaks the language chosen at once, and names countries in it", async () => {
	const { hear } = openCommandHouse();
	expect(await hear("/settings language fr")).toContain(
		"language est maintenant : français (fr)",
	);
	expect(await hear("/tariff acier")).toContain(
		"Acier, Canada vers États-Unis",
	);
	expect(await hear("/settings language es")).toContain(
		"language es ahora: español (es)",
	);
	expect(await hear("/settings language en")).toContain("language is now");
});

test("shows all settings when bare, and one with what to type", async () => {
	const { ask, hear } = openCommandHouse();
	await ask("/settings quiet 22:00-07:00");
	await ask("/digest at 08:00 Toronto daily");
	const text = await hear("/settings");
	for (const line of [
		/language +English \(en\)/,
		/zone +America\/Toronto/,
		/importer +United States \(US\)/,
		/origin +Canada \(CA\)/,
		/quiet +22:00 to 07:00/,
		/limit +off/,
		/Digest +at 08:00 \(America\/Toronto\), every day/,
	]) {
		expect(text).toMatch(line);
	}
	expect(await hear("/settings limit")).toContain(
		"To change it: /settings limit 10",
	);
});

test("offers the feeds that a page announces", async () => {
	const links = ["https://example.org/all.xml", "https://example.org/eu.xml"];
	const { ask } = openCommandHouse({
		addFeed: async () => {
			throw new SeveralFeeds(links.map((url) => ({ url, title: null })));
		},
	});
	const { tone, actions } = await ask("/feeds add https://example.org/");
	expect(tone).toBe("mistake");
	expect(actions.map(({ line }) => line)).toEqual(
		links.map((url) => `/feeds add url:${url}`),
	);
});

test("tells of a feed that answers and has fallen silent", async () => {
	const { hear, feeds } = openCommandHouse();
	await feeds.keepFeed(wire);
	const day = 86_400_000;
	await feeds.keepState("wire", {
		...unpolled,
		...{ polledAt: now, workedAt: now, gapMs: 2 * day },
		newestAt: new Date(now.getTime() - 9 * day),
	});
	const health = await hear("/feeds health");
	expect(health).toMatch(/no new item since .*: 9 days, where 2 days is usual/);
	expect(health).toContain("Working: 1. In trouble: 0.");
});

test("says how many feeds their hubs push, and nothing where none does", async () => {
	const { hear, hubLeases } = openCommandHouse();
	const later = new Date(now.getTime() + 86_400_000);
	const lease = {
		...{ feedId: "wire", hub: "https://hub.example/", token: "t" },
		...{ topic: wire.url, callback: null, askedAt: now, askAt: later },
		...{ failures: 0, trouble: null, pushedAt: null, missedAt: null },
	};
	await hubLeases.begin({ ...lease, state: "wanted", leaseUntil: null }, "s");
	expect(await hear("/feeds health")).not.toContain("hubs");
	await hubLeases.change("t", { state: "active", leaseUntil: later });
	expect(await hear("/feeds health")).toContain(
		"Pushed by their hubs as soon as there is news: 1.",
	);
});

test("blames no feed while our own network is out", async () => {
	const { hear, feeds } = openCommandHouse();
	await feeds.keepFeed(wire);
	const trouble = "our own network reaches no feed just now";
	await feeds.keepState("wire", { ...unpolled, polledAt: now, trouble });
	expect(await hear("/feeds health")).toContain(
		"Our own network reaches no feed just now. Not read so far.",
	);
});

test.each(["add https://example.org/new.xml", "remove wire", "retry wire"])(
	"who manages no more than a talk with us may not %s what all channels share",
	async (what) => {
		const { hear, feeds } = openCommandHouse();
		await feeds.keepFeed(wire);
		expect(await hear(`/feeds ${what}`, "alone")).toContain(
			"Feeds are one list for all channels",
		);
		expect(await feeds.feeds()).toEqual([wire]);
		expect(await hear("/feeds list", "alone")).toContain("The Wire");
	},
);

test("shows nobody the user name and password of an address", async () => {
	const { ask, feeds } = openCommandHouse();
	await feeds.keepFeed({
		...wire,
		url: "https://me:pass@example.org/wire.xml",
	});
	const shown = JSON.stringify([
		await ask("/feeds list"),
		await ask("/feeds health"),
		await ask("/feeds remove wire"),
	]);
	expect(shown).toContain("https://example.org/wire.xml");
	expect(shown).not.toMatch(/me:|pass@/);
});
