import { expect, test } from "vitest";
import { paceAlone } from "../../src/chat/pace.ts";
import { readFreshness } from "../../src/feeds/freshness.ts";
import { hostTurns } from "../../src/feeds/host-turns.ts";
import { watchOwnNetwork } from "../../src/feeds/own-network.ts";

const now = new Date("2026-11-22T05:00:00Z");

test("a host's feeds take turns, each as far from the last as the spacing", async () => {
	let clock = 0;
	const time = () => clock;
	const turns = hostTurns(paceAlone(time), 1000, time);
	const turnOf = (feed: string, host = "x.example") => turns.turnOf(feed, host);
	expect(await turnOf("a")).toBeNull();
	expect(await turnOf("b")).toBe(1000);
	expect(await turnOf("c")).toBe(2000);
	expect(await turnOf("d", "y.example")).toBeNull();
	clock += 1000;
	expect(await turnOf("c")).toBe(1000);
	expect(await turnOf("b")).toBeNull();
	expect(await turnOf("b")).toBe(2000);
});

test("who comes late to a turn does not shorten the next", async () => {
	let clock = 0;
	const time = () => clock;
	const turns = hostTurns(paceAlone(time), 1000, time);
	for (const feed of ["a", "b", "c"]) await turns.turnOf(feed, "x.example");
	clock += 1800;
	expect(await turns.turnOf("b", "x.example")).toBeNull();
	clock += 200;
	expect(await turns.turnOf("c", "x.example")).toBe(800);
	// The host takes its time over the one before.
	turns.end("x.example");
	clock += 800;
	expect(await turns.turnOf("c", "x.example")).toBe(200);
	clock += 200;
	expect(await turns.turnOf("c", "x.example")).toBeNull();
});

test("three hosts out of reach and none that answers are our own network", () => {
	const told: boolean[] = [];
	const network = watchOwnNetwork((isOut) => told.push(isOut));
	expect(network.failed("a.example")).toBe(false);
	expect(network.failed("a.example")).toBe(false);
	expect(network.failed("b.example")).toBe(false);
	expect(told).toEqual([]);
	expect(network.failed("c.example")).toBe(true);
	expect(network.failed("d.example")).toBe(true);
	expect(told).toEqual([true]);
	network.answered();
	network.answered();
	expect(told).toEqual([true, false]);
	expect(network.failed("d.example")).toBe(false);
});

test.each([
	[{ "cache-control": "public, max-age=600" }, 600_000],
	[
		{ "cache-control": "max-age=60", expires: "Sun, 22 Nov 2026 06:00:00 GMT" },
		60_000,
	],
	[{ expires: "Sun, 22 Nov 2026 06:00:00 GMT" }, 3_600_000],
	[{ expires: "Sun, 22 Nov 2026 04:00:00 GMT" }, 0],
	[{ expires: "0" }, 0],
	[{ expires: "soon" }, null],
	[{ "cache-control": "no-cache, max-age=600" }, null],
	[{}, null],
])("reads from %o a freshness of %s ms", (headers, expected) => {
	const header = (name: string) =>
		(headers as Record<string, string>)[name] ?? null;
	expect(readFreshness(header, now)).toBe(expected);
});
