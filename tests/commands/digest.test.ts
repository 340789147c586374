import { expect, test } from "vitest";
import { now, openCommandHouse, room } from "./command-house.ts";

const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test.each([
	[
		"/digest at 08:00 America/Toronto mon-fri",
		{ at: "08:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5] },
	],
	[
		"/digest at 8am Mexico City mon wed",
		{ at: "08:00", zone: "America/Mexico_City", days: [1, 3] },
	],
	[
		"/digest at 17h30 Montréal lundi au jeudi",
		{ at: "17:30", zone: "America/Toronto", days: [1, 2, 3, 4] },
	],
	[
		"/digest at 8 p.m. Ottawa weekdays",
		{ at: "20:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5] },
	],
	[
		"/digest at 8 am",
		{ at: "08:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5] },
	],
	[
		"/digest at midi",
		{ at: "12:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5] },
	],
	[
		"/digest at 08:00",
		{ at: "08:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5] },
	],
	[
		"/digest at 08:00 daily",
		{ at: "08:00", zone: "America/Toronto", days: [1, 2, 3, 4, 5, 6, 7] },
	],
	[
		"/digest at time:08:00 zone:ET days:weekends",
		{ at: "08:00", zone: "America/Toronto", days: [6, 7] },
	],
])("understands %s", async (line, digest) => {
	const { ask, channels } = openCommandHouse();
	expect((await ask(line)).tone).toBe("done");
	expect((await channels.settings(room)).digest).toEqual({
		...digest,
		since: now,
	});
});

test("keeps zone and days when only the time changes, and the channel's zone before that", async () => {
	const { ask, channels } = openCommandHouse();
	await ask("/settings zone Mexico City");
	await ask("/digest at 08:00 weekends");
	await ask("/digest at 09:00");
	expect((await channels.settings(room)).digest).toMatchObject({
		at: "09:00",
		zone: "America/Mexico_City",
		days: [6, 7],
	});
});

test("turns off, and its button turns it on again as it was", async () => {
	const { ask, channels } = openCommandHouse();
	await ask("/digest at 08:00 Toronto mon,wed");
	const before = (await channels.settings(room)).digest;
	const { actions } = await ask("/digest off");
	expect((await channels.settings(room)).digest).toBeNull();
	await ask(actions[0]?.line ?? "");
	expect((await channels.settings(room)).digest).toEqual(before);
	await ask("/digest off");
	expect((await ask("/digest off")).actions).toEqual([]);
});

test.each([
	[
		"/digest at 25:00",
		"“25:00” is no time of day. Write it as 08:00 or 8pm.",
		"/digest at 08:00",
	],
	[
		"/digest at 08:00 Tornto",
		"I know no time zone called “Tornto”.",
		"/digest at 08:00 America/Toronto",
	],
	[
		"/digest at 08:00 Toronto days:someday",
		"“someday” are no days that I know.",
		"/digest at 08:00 Toronto mon-fri",
	],
	[
		"/digest now",
		"This channel follows no topic yet, so there is nothing to sum up.",
		"/topics",
	],
	[
		"/digest",
		"/digest needs one of these after it: now, at, off.",
		"/digest now",
	],
	["/digest at", "/digest at needs one thing more: time.", undefined],
])("mends %s", async (line, words, nearest) => {
	const { ask, hear, channels } = openCommandHouse();
	expect(await hear(line)).toContain(words);
	expect((await ask(line)).actions[0]?.line).toBe(nearest);
	expect((await channels.settings(room)).digest).toBeNull();
});

test("warns that a digest without topics stays empty", async () => {
	const { ask, hear } = openCommandHouse();
	await ask("/subscribe steel-tariffs live");
	expect(await hear("/digest at 08:00")).toContain(
		"No topic of this channel goes into the digest yet.",
	);
	await ask("/subscribe steel-tariffs both");
	expect(await hear("/digest at 08:00")).not.toContain(
		"goes into the digest yet",
	);
});

test("says now what the digest would say: its topics, since a day at least", async () => {
	const { ask, hear, tell } = openCommandHouse();
	await tell({
		title: "Steel tariff doubles today",
		detected: hoursAgo(3),
		published: hoursAgo(3),
	});
	await tell({
		title: "CUSMA review opens",
		detected: hoursAgo(2),
		published: hoursAgo(2),
	});
	await tell({
		title: "Steel tariff of the day before yesterday",
		detected: hoursAgo(50),
		published: hoursAgo(50),
	});
	await ask("/subscribe steel-tariffs digest");
	await ask("/subscribe cusma-review live");
	const text = await hear("/digest now");
	expect(text).toContain("Trade news digest, 2026-06-04");
	expect(text).toContain("One story on the topics followed here.");
	expect(text).toContain("Steel tariffs\n- Steel tariff doubles today");
});

test("reaches back to the last digest, a week at most", async () => {
	const { ask, hear, tell, digests } = openCommandHouse();
	await tell({
		title: "Steel tariff two days ago",
		detected: hoursAgo(48),
		published: hoursAgo(48),
	});
	await tell({
		title: "Steel tariff nine days ago",
		detected: hoursAgo(216),
		published: hoursAgo(216),
	});
	await ask("/subscribe steel-tariffs digest");
	expect(await hear("/digest now")).toContain("No new stories");
	await digests.make({
		...{ channel: room, date: "2026-05-20", at: hoursAgo(360) },
		...{ follows: null, delivery: null },
	});
	const text = await hear("/digest now");
	expect(text).toContain("Steel tariff two days ago");
	expect(text).not.toContain("nine days ago");
});

test("sums up live topics where none is in the digest", async () => {
	const { ask, hear, tell } = openCommandHouse();
	await tell({
		title: "Steel tariff doubles today",
		detected: hoursAgo(3),
		published: hoursAgo(3),
	});
	await ask("/subscribe steel-tariffs live");
	expect(await hear("/digest now")).toContain("Steel tariff doubles today");
});
