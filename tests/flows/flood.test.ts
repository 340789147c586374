import { beforeEach, describe, expect, test } from "vitest";
import { makeDigests } from "../../src/flows/make-digests.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import type { Article } from "../../src/news/article.ts";
import { mortal } from "../fakes/mortal.ts";
import { addFeeds, at, desk, follow, type House, openHouse } from "./house.ts";
import { inHandsOf } from "./in-hands-of.ts";

interface Item {
	readonly id: string;
	readonly title: string;
	readonly url: string;
	readonly published: Date;
	readonly summary?: string;
}

const hour = 3600;
const day = 24 * hour;

/** Twelve notices, one a day, the newest of today. */
const notices: readonly Item[] = Array.from({ length: 12 }, (_, n) => ({
	id: `guid-${n}`,
	title: `Steel notice ${n}`,
	url: `https://cbc.example/steel/${n}`,
	published: at(-n * day - 600),
}));
/** The same after the feed was made anew: other ids, headlines and pages. */
const remade = notices.map(({ published }, n) => ({
	...{ id: `post-${n}`, title: `Number ${n} on steel | CBC`, published },
	url: `https://cbc.example/articles/${900 + n}`,
}));

let house: House;

beforeEach(async () => {
	house = await openTold();
});

/** A desk that follows one feed, and has heard what it held. */
async function openTold(): Promise<House> {
	const opened = openHouse();
	await addFeeds(opened, "cbc", "bbc");
	await follow(opened);
	const state = await opened.store.feeds.state("cbc");
	await opened.store.feeds.keepState("cbc", { ...state, primedAt: null });
	await read(opened, notices, 0);
	return opened;
}

async function read(hands: House, items: readonly Item[], seconds: number) {
	hands.servers.set("cbc", [{ id: JSON.stringify(items), title: "" }]);
	const articlesFrom = async (): Promise<Article[]> =>
		items.map(({ id, ...item }) => ({
			...{ id: `cbc/${id}`, feedId: "cbc", outlet: "CBC", kind: "media" },
			...{ language: "en", summary: "", body: "", detected: at(seconds) },
			...item,
		}));
	await pollFeed("cbc", { ...hands.poll, articlesFrom }, at(seconds));
}

async function settle(seconds: number, hands = house) {
	await sweep(hands.sweep, at(seconds));
	await sendDeliveries(desk, hands.send, () => at(seconds));
}

const said = () => house.slack.shown.map(({ cards }) => cards.at(-1)?.title);
const asked = (count: number) => `cbc flooded: ${count}`;
/** In the order in which they are told: each poll's oldest first. */
const allOf = (...polls: readonly (readonly Item[])[]) =>
	polls
		.flatMap((items) => items.toReversed())
		.map(({ title }) => title)
		.join(" + ");

describe("a feed that gives all its items anew", () => {
	test("is asked about once, and tells nothing before the answer", async () => {
		await read(house, remade, hour);
		await settle(hour + 10);
		await settle(12 * hour);
		expect(said()).toEqual([asked(12)]);
		const found = await house.store.archive.search("Number", at(-20 * day), 99);
		expect(found).toHaveLength(12);
	});

	test("is told together once someone says that it is news", async () => {
		await read(house, remade, hour);
		await house.store.floods.answer(desk, "cbc", "tell", at(2 * hour));
		await settle(2 * hour);
		await settle(3 * day);
		expect(said()).toEqual([asked(12), allOf(remade)]);
	});

	test("is told together when nobody answers in a day", async () => {
		await read(house, remade, hour);
		await settle(hour + day - 1);
		expect(said()).toEqual([asked(12)]);
		await settle(hour + day);
		await settle(9 * day);
		expect(said()).toEqual([asked(12), allOf(remade)]);
	});

	test("is never told once someone says that it was known", async () => {
		await read(house, remade, hour);
		await house.store.floods.answer(desk, "cbc", "drop", at(2 * hour));
		for (const later of [2 * hour, 2 * day, 9 * day]) {
			await read(house, remade, later);
			await settle(later + 10);
		}
		expect(said()).toEqual([asked(12)]);
	});

	test("goes on flooding under one question", async () => {
		const more = remade.map((one, n) => ({
			...{ ...one, id: `more-${n}`, title: `Older steel ${n}` },
			...{ published: at(-n * day - 30 * day), url: `${one.url}/more` },
		}));
		await read(house, remade, hour);
		await read(house, [...remade, ...more], 2 * hour);
		await settle(2 * hour + 10);
		await settle(hour + day);
		expect(said()).toEqual([asked(12), allOf(remade, more)]);
	});

	test("asks nobody who follows nothing of it, and everybody who does", async () => {
		const other = { platform: "slack", id: "T1/C9" };
		await follow(house, "digest", other);
		const stranger = { platform: "slack", id: "T1/C0" };
		await house.store.channels.change(stranger, { limitPerHour: 9 });
		await read(house, remade, hour);
		const notices = [...house.store.tables.deliveries.values()]
			.filter(({ kind }) => kind === "notice")
			.map(({ channel }) => channel);
		expect(new Set(notices)).toEqual(new Set([desk, other]));
	});

	test("is no part of the day's digest", async () => {
		const times = { at: "08:00", zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7] };
		await follow(house, "both");
		const digest = { ...times, since: at(-day) } as const;
		await house.store.channels.change(desk, {
			digest: { ...digest, days: [1, 2, 3, 4, 5, 6, 7] },
		});
		const fresh = { ...remade[0], id: "new", title: "Steel talks today" };
		const item = {
			...fresh,
			url: "https://cbc.example/n",
			published: at(hour),
		};
		await read(house, [...remade, item], hour + 60);
		await makeDigests(house.digest, at(18 * hour));
		await settle(18 * hour);
		const [made] = said().filter((title) => title?.startsWith("2026-10-08"));
		expect(made).toContain("Steel talks today");
		expect(made).not.toContain("Number");
	});

	test("has told at once what another feed tells too", async () => {
		await read(house, remade, hour);
		const { title } = remade[3] ?? { title: "" };
		house.servers.set("bbc", [{ id: "1", title }]);
		await pollFeed("bbc", house.poll, at(2 * hour));
		await settle(2 * hour + 10);
		expect(said()).toEqual([`${title} also BBC`, asked(12)]);
		await settle(2 * day);
		expect(said()).toHaveLength(3);
		expect(said()[2]).not.toContain(title);
	});

	test("keeps nothing back that is new between", async () => {
		const item = {
			...{ id: "new", title: "Steel talks begin", published: at(hour) },
			url: "https://cbc.example/articles/990",
		};
		await read(house, [item, ...remade], hour + 60);
		await settle(hour + 70);
		expect(new Set(said())).toEqual(new Set([item.title, asked(12)]));
	});
});

test("forty notices of one busy day are told as they are", async () => {
	const busy = Array.from({ length: 40 }, (_, n) => ({
		...{ id: `busy-${n}`, title: `Steel order ${n}`, published: at(-3 * hour) },
		url: `https://cbc.example/orders/${n}`,
	}));
	await read(house, [...busy, ...notices], hour);
	await settle(hour + 10);
	expect(said()).toHaveLength(40);
});

test("a feed that comes back after a week tells all that gathered", async () => {
	const gathered = Array.from({ length: 30 }, (_, n) => ({
		...{ id: `g-${n}`, title: `Steel story ${n}`, published: at(n * 5 * hour) },
		url: `https://cbc.example/stories/${n}`,
	}));
	await read(house, gathered, 7 * day);
	await settle(7 * day + 10);
	expect(said()).toHaveLength(30);
});

test("a feed that rewords all it holds speaks of it under one question, and corrects no post", async () => {
	const today = notices.map((one, n) => ({
		...one,
		id: `t-${n}`,
		url: `${one.url}/t`,
		title: `Steel order ${n} of 10%`,
		published: at(60 + n),
	}));
	await read(house, today, hour);
	await settle(hour + 10);
	const before = said();
	expect(before).toHaveLength(12);
	const reworded = today.map((one, n) => ({
		...one,
		title: `CBC: steel order ${n} of ${n + 20}%`,
	}));
	await read(house, reworded, 2 * hour);
	await settle(2 * hour + 60);
	expect(said()).toEqual([...before, asked(12)]);
	const [kept] = await house.store.archive.search("CBC: steel", at(0), 1);
	expect(kept?.article.title).toContain("CBC: steel order");
	await settle(2 * hour + day);
	expect(said()).toHaveLength(14);
});

test.each(["before", "after"] as const)(
	"whenever a process dies %s a step, a flood is asked of once and told once",
	async (when) => {
		const live = async (step: number) => {
			house = await openTold();
			const process = mortal(step, when);
			const dying = inHandsOf(house, process);
			for (const seconds of [hour, 2 * hour, 26 * hour]) {
				const hands = process.isDead() ? house : dying;
				try {
					await read(hands, remade, seconds);
					await settle(seconds + 10, hands);
				} catch (error) {
					if (!process.isDead()) throw error;
				}
			}
			for (const seconds of [27, 28, 60]) await settle(seconds * hour);
			return process.steps();
		};
		const steps = await live(Number.POSITIVE_INFINITY);
		for (let step = 1; step <= steps; step++) {
			await live(step);
			expect(said()).toEqual([asked(12), allOf(remade)]);
		}
	},
);

test("two workers who read a flood at once ask once", async () => {
	await Promise.all([read(house, remade, hour), read(house, remade, hour)]);
	await settle(hour + 10);
	await settle(2 * day);
	expect(said()).toEqual([asked(12), allOf(remade)]);
});
