import { describe, expect, test } from "vitest";
import {
	type FeedPast,
	findFlood,
	type PastItem,
} from "../../src/feeds/find-flood.ts";
import type { Article } from "../../src/news/article.ts";
import { textHash } from "../../src/news/text-hash.ts";

const now = new Date("2026-10-07T14:00:00Z");
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(+now - days * dayMs);

function item(n: number, changes: Partial<Article> = {}): Article {
	return {
		...{ id: `new-${n}`, feedId: "wire", outlet: "Wire", language: "en" },
		...{ kind: "official", title: `Notice ${n}`, detected: now },
		...{ summary: `Words of notice ${n}`, body: "", published: now },
		url: `https://wire.example/new/${n}`,
		...changes,
	};
}

const items = (count: number, changes?: (n: number) => Partial<Article>) =>
	Array.from({ length: count }, (_, n) => item(n, changes?.(n)));

/** What is kept of an item that came so many days ago, with its page and date of then. */
function kept(n: number, days: number): PastItem {
	const { title, ...rest } = item(n);
	return {
		...{ title, url: `https://wire.example/old/${n}` },
		hash: textHash({ title, ...rest }),
		published: daysAgo(days),
		...{ detected: daysAgo(days), isFlooded: false },
	};
}

/** A feed of thirty items, one a day, that was last read five minutes ago. */
const past: FeedPast = {
	items: Array.from({ length: 30 }, (_, n) => kept(n, n)),
	primedAt: daysAgo(12),
	readAt: new Date(+now - 300_000),
};

const title = (n: number) => ({ title: `Another headline ${n}` });

describe("a feed floods", () => {
	test.each<[string, (n: number) => Partial<Article>]>([
		[
			"its words again, under other ids, at other pages and dates",
			(n) => ({ url: `https://new.example/p?id=${n}` }),
		],
		[
			"its pages again, under other ids, headlines, hosts and dates",
			(n) => ({ ...title(n), url: `https://www.new.example/old/${n}/` }),
		],
		[
			"what it should have brought long ago",
			(n) => ({ ...title(n), published: daysAgo(3 + n) }),
		],
	])("that brings %s", (_, changes) => {
		expect(findFlood(items(30, changes), past, now).size).toBe(30);
	});

	test("that gives eight known pages other ids and headlines, and their old dates", () => {
		const renamed = items(8, (n) => ({
			...{ ...title(n), url: `https://wire.example/old/${n}` },
			published: daysAgo(n / 8 + 0.1),
		}));
		expect(findFlood(renamed, past, now).size).toBe(8);
	});

	test("that opens its archive, and what is new between is none of it", () => {
		const old = items(200, (n) => ({ ...title(n), published: daysAgo(40) }));
		const fresh = [0, 1].map((n) =>
			item(n, { ...title(n + 300), id: `fresh-${n}` }),
		);
		const found = findFlood([...fresh, ...old], past, now);
		expect(found.size).toBe(200);
		expect(found.has("fresh-0")).toBe(false);
	});

	test("that renames all it holds, also what is so young that it may be late", () => {
		const renamed = items(30, (n) => ({
			...title(n),
			published: daysAgo(n / 2 + 0.1),
		}));
		expect(findFlood(renamed, past, now).size).toBe(30);
	});

	test("that brings far more at once than it ever did", () => {
		expect(findFlood(items(160, title), past, now).size).toBe(160);
	});

	test("that was late before only because it flooded", () => {
		const flooded = past.items.map((one, n) => ({
			...one,
			...{ isFlooded: n < 20, published: daysAgo(90) },
			detected: daysAgo(1),
		}));
		const late = items(20, (n) => ({ ...title(n), published: daysAgo(40) }));
		const habit = { ...past, items: flooded.slice(0, 20) };
		expect(findFlood(late, habit, now).size).toBe(20);
	});
});

describe("a feed does not flood", () => {
	const cases: readonly [string, readonly Article[], Partial<FeedPast>][] = [
		[
			"on a busy day of forty notices",
			items(40, (n) => ({ ...title(n), published: daysAgo(0.6) })),
			{},
		],
		[
			"after a week in which it did not answer",
			items(30, (n) => ({ ...title(n), published: daysAgo(n / 5) })),
			{ readAt: daysAgo(7) },
		],
		[
			"after a day in which we were down, however much it brings undated",
			items(90, (n) => ({ ...title(n), published: null })),
			{ readAt: daysAgo(1.1) },
		],
		["with four old items", items(4), {}],
		[
			"with nine that are new but for their dates",
			items(9, (n) => ({ ...title(n), published: daysAgo(40) })),
			{},
		],
		["that grows from few items to a hundred", items(100, title), {}],
		[
			"that announces eight known pages anew",
			items(8, (n) => ({ ...title(n), url: `https://wire.example/old/${n}` })),
			{},
		],
		[
			"with a few old items among more new ones",
			items(20, (n) => ({
				...title(n),
				published: n < 8 ? daysAgo(50) : now,
			})),
			{},
		],
		[
			"with notices that bear the same words each week",
			items(8, () => ({ title: "Weekly rates", summary: "" })),
			{
				items: [1, 2].map((week) => {
					const words = { title: "Weekly rates", summary: "", body: "" };
					return { ...kept(week, 7 * week), ...words, hash: textHash(words) };
				}),
			},
		],
		[
			"that always brings its items late",
			items(9, (n) => ({ ...title(n), published: daysAgo(20) })),
			{
				items: past.items.map((one) => ({
					...one,
					published: new Date(+one.detected - 20 * dayMs),
				})),
			},
		],
		[
			"that brings undated items, some more than usual",
			items(50, (n) => ({ ...title(n), published: null })),
			{},
		],
		[
			"that is known to bring many at once",
			items(200, title),
			{
				items: items(60).map((_, n) => ({
					...kept(n, 0),
					detected: daysAgo(2),
				})),
			},
		],
	];
	test.each(cases)("%s", (_, fresh, changes) => {
		expect(findFlood(fresh, { ...past, ...changes }, now)).toEqual(new Set());
	});
});
