import { expect, test } from "vitest";
import { paceAlone } from "../../src/chat/pace.ts";
import { readFreshness } from "../../src/feeds/freshness.ts";
import { hostTurns } from "../../src/feeds/host-turns.ts";
import { watchOwnNetwork } from "../../src/feeds/own-network.ts";

const now = new Date("2026-11-22T05:00:00Z");
const at = (ms: number) => new Date(+now + ms);

test("a host's feeds take turns, each as far from the last as the spacing", async () => {
	let clock = +now;
	const turns = hostTurns(
		paceAlone(() => clock),
		1000,
	);
	expect(await turns.turnOf("a", "x.example", now)).toBeNull();
	expect(await turns.turnOf("b", "x.example", now)).toEqual(at(1000));
	expect(await turns.turnOf("c", "x.example", now)).toEqual(at(2000));
	expect(await turns.turnOf("d", "y.example", now)).toBeNull();
	clock += 1000;
	expect(await turns.turnOf("c", "x.example", at(1000))).toEqual(at(2000));
	expect(await turns.turnOf("b", "x.example", at(1000))).toBeNull();
	expect(await turns.turnOf("b", "x.example", at(1000))).toEqual(at(3000));
});

test("three hosts out of reach and none that answers are our own network", () => {
	const network = watchOwnNetwork();
	expect(network.failed("a.example")).toBe(false);
	expect(network.failed("a.example")).toBe(false);
	expect(network.failed("b.example")).toBe(false);
	expect(network.failed("c.example")).toBe(true);
	network.answered();
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
