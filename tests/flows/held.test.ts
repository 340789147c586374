import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChannelSettings } from "../../src/chat/channel.ts";
import { channelKey } from "../../src/chat/channel.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import { quietUntil } from "../../src/deliveries/quiet-hours.ts";
import { makeDigests } from "../../src/flows/make-digests.ts";
import { pollFeed } from "../../src/flows/poll-feed.ts";
import { sendDeliveries } from "../../src/flows/send-deliveries.ts";
import { sweep } from "../../src/flows/sweep.ts";
import { mortal } from "../fakes/mortal.ts";
import { addFeeds, desk, follow, type House, openHouse } from "./house.ts";
import { inHandsOf } from "./in-hands-of.ts";

/** Some hours in which the platform does not do as it should. */
interface Spell {
	readonly kind: "closed" | "busy" | "unreachable" | "cut";
	readonly fromHour: number;
	readonly hours: number;
}

/** Some days of a channel. */
interface Life {
	/** At noon, UTC. */
	readonly start: string;
	readonly settings: Partial<ChannelSettings>;
	readonly spells: readonly Spell[];
	/** Hours at which a story breaks. */
	readonly storiesAt: readonly number[];
	/** The process dies at this step, and another takes over. */
	readonly diesAt: number;
	readonly mode?: "live" | "both";
}

/** What was said, and when. */
interface Said {
	readonly title: string;
	readonly at: Date;
}

const stepMinutes = 15;
const days = 4;
const toronto = "America/Toronto";
const quiet = { quietHours: { from: "22:00", to: "07:00" }, zone: toronto };
const headline = (hour: number) => `Steel story of hour ${hour}`;

/** Lives it, and two days more in which all is well. */
async function live(life: Life): Promise<{ house: House; said: Said[] }> {
	const house = openHouse();
	await addFeeds(house, "cbc");
	await follow(house, life.mode);
	await house.store.channels.change(desk, life.settings);
	const process = mortal(life.diesAt, "after");
	const dying = inHandsOf(house, process);
	const said: Said[] = [];
	const begun = Date.parse(life.start);
	for (let step = 0; step < ((days + 2) * 24 * 60) / stepMinutes; step++) {
		const now = new Date(begun + step * stepMinutes * 60_000);
		const hour = (step * stepMinutes) / 60;
		misbehave(house, spellAt(life, hour));
		const items = life.storiesAt
			.filter((at) => at <= hour)
			.map((at) => ({ id: `${at}`, title: headline(at) }));
		house.servers.set("cbc", items);
		const hands = process.isDead() ? house : dying;
		await round(hands, now).catch((error: unknown) => {
			if (!process.isDead()) throw error;
		});
		for (const { cards } of house.slack.shown.slice(said.length)) {
			said.push({ title: cards[0]?.title ?? "", at: now });
		}
	}
	return { house, said };
}

async function round(hands: House, now: Date): Promise<void> {
	await pollFeed("cbc", hands.poll, now);
	await makeDigests(hands.digest, now);
	await sweep(hands.sweep, now);
	// A post gathers for two seconds.
	await sendDeliveries(desk, hands.send, () => new Date(+now + 3_000));
}

const spellAt = ({ spells }: Life, hour: number) =>
	spells.find(
		({ fromHour, hours }) => hour >= fromHour && hour < fromHour + hours,
	);

function misbehave(house: House, spell: Spell | undefined): void {
	const isClosed = spell?.kind === "closed";
	const state = isClosed ? "ill" : "well";
	const finding = { what: "channel", state, says: "", mend: null } as const;
	house.slack.faults.set(channelKey(desk), finding);
	const fail = {
		closed: () => new ChatError("gone", "is_archived"),
		busy: () => new ChatError("busy", "slow", { retryAfterMs: 30_000 }),
		unreachable: () => new ChatError("unreachable", "no route"),
		cut: () => new ChatError("unreachable", "cut off"),
	};
	const happens = () => {
		if (spell) throw fail[spell.kind]();
	};
	house.slack.script =
		spell?.kind === "cut" ? { after: happens } : { before: happens };
}

/** Every story was told once, alone or in one catch-up, and nothing waits. */
function expectWhole(
	{ house, said }: Awaited<ReturnType<typeof live>>,
	life: Life,
) {
	const told = said.flatMap(({ title }) => title.split(" + ")).sort();
	expect(told).toEqual(life.storiesAt.map(headline).sort());
	for (const { state } of house.store.tables.deliveries.values()) {
		expect(["sent", "caught-up"]).toContain(state);
	}
	for (const { at } of said) {
		const settings = { quietHours: null, zone: toronto, ...life.settings };
		expect(quietUntil(settings, at)).toBeNull();
	}
}

const hourly = Array.from({ length: days * 24 }, (_, hour) => hour);
const undying = { diesAt: Number.POSITIVE_INFINITY };
const calm: Life = {
	...{ start: "2026-10-05T12:00:00Z", settings: {}, spells: [] },
	...{ storiesAt: hourly, ...undying },
};

describe("held, never dropped", () => {
	test.each([
		["usual nights", "2026-10-05T12:00:00Z", quiet, 9],
		["the night that winter time begins", "2026-10-31T12:00:00Z", quiet, 10],
		["the night that summer time begins", "2026-03-07T12:00:00Z", quiet, 8],
		[
			"an hour that summer time skips",
			"2026-03-07T12:00:00Z",
			{ quietHours: { from: "01:00", to: "02:30" }, zone: toronto },
			1,
		],
	])("%s: one catch-up each morning", async (_, start, settings, held) => {
		const life = { ...calm, start, settings };
		const lived = await live(life);
		expectWhole(lived, life);
		const nights = lived.said.filter(({ title }) => title.includes(" + "));
		const counts = nights.map(({ title }) => title.split(" + ").length);
		expect(held > 1 ? counts[0] : 1).toBe(held);
		expect(counts).toHaveLength(held > 1 ? days : nights.length);
	});

	test.each(["closed", "busy", "unreachable", "cut"] as const)(
		"a day in which the platform is %s: a catch-up, and what was tried alone",
		async (kind) => {
			const spells = [{ kind, fromHour: 20, hours: 24 }];
			const life = { ...calm, spells };
			const lived = await live(life);
			expectWhole(lived, life);
			expect(lived.said.length).toBeLessThanOrEqual(days * 24 - 20);
		},
	);

	test("what was said and cut off before its channel closed is not told again", async () => {
		const spells = [
			{ kind: "cut", fromHour: 20, hours: 1 },
			{ kind: "closed", fromHour: 21, hours: 24 },
		] as const;
		const life = { ...calm, spells };
		expectWhole(await live(life), life);
	});

	test("a catch-up that an outage kept into the night waits for the morning", async () => {
		const life: Life = {
			...{ ...calm, settings: { ...quiet, limitPerHour: 1 } },
			spells: [{ kind: "unreachable", fromHour: 10, hours: 6 }],
			storiesAt: [9.25, 9.5, 9.75, 15],
		};
		expectWhole(await live(life), life);
	});

	test("a channel closed for days with a digest each day: one message", async () => {
		const digest = { at: "08:00", zone: toronto, since: new Date(0) };
		const week = [1, 2, 3, 4, 5, 6, 7] as const;
		const settings = { digest: { ...digest, days: week } };
		const spells = [{ kind: "closed", fromHour: 0, hours: 95 } as const];
		const storiesAt = [1, 30, 50, 60];
		const { said } = await live({
			...calm,
			settings,
			spells,
			storiesAt,
			mode: "both",
		});
		const late = said.filter(({ title }) => title.includes("hour 1"));
		expect(late).toHaveLength(1);
		expect(said.length).toBeLessThanOrEqual(2);
	});

	test("a limit of two an hour: all comes, and no more than twice the limit", async () => {
		const storiesAt = hourly.flatMap((hour) =>
			hour % 6 === 0 ? [0, 0.25, 0.5, 0.75].map((part) => hour + part) : [],
		);
		const life = { ...calm, settings: { limitPerHour: 2 }, storiesAt };
		const lived = await live(life);
		expectWhole(lived, life);
		for (const { at } of lived.said) {
			const hour = lived.said.filter(
				(one) => one.at >= at && +one.at < +at + 3_600_000,
			);
			expect(hour.length).toBeLessThanOrEqual(4);
		}
	});

	test("whatever befalls the channel and the process", async () => {
		const spell: fc.Arbitrary<Spell> = fc.record({
			kind: fc.constantFrom("closed", "busy", "unreachable", "cut"),
			fromHour: fc.integer({ min: 0, max: days * 24 }),
			hours: fc.integer({ min: 1, max: 30 }),
		});
		const anyLife: fc.Arbitrary<Life> = fc.record({
			start: fc.constantFrom("2026-10-31T12:00:00Z", "2026-03-07T12:00:00Z"),
			settings: fc.constantFrom(
				{},
				quiet,
				{ limitPerHour: 1 },
				{ ...quiet, limitPerHour: 2 },
			),
			spells: fc.array(spell, { maxLength: 4 }),
			storiesAt: fc.uniqueArray(fc.integer({ min: 0, max: days * 24 - 1 }), {
				maxLength: 40,
			}),
			diesAt: fc.integer({ min: 1, max: 4000 }),
		});
		await fc.assert(
			fc.asyncProperty(anyLife, async (life) =>
				expectWhole(await live(life), life),
			),
			{ numRuns: 60 },
		);
	}, 60_000);
});
