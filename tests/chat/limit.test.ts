import { expect, test } from "vitest";
import { makeLimit } from "../../src/chat/limit.ts";

test("lets a burst through, then so many each second, each key by itself", () => {
	let now = 0;
	const may = makeLimit({ burst: 3, perSecond: 2 }, () => now);
	const times = (key: string) =>
		Array.from({ length: 5 }, () => may(key)).filter(Boolean).length;
	expect(times("a")).toBe(3);
	expect(times("b")).toBe(3);
	now = 400;
	expect(times("a")).toBe(0);
	now = 1000;
	expect(times("a")).toBe(2);
	now = 60_000;
	expect(times("a")).toBe(3);
});

test("is not used up by looking", () => {
	const may = makeLimit({ burst: 1, perSecond: 1 }, () => 0);
	expect([may("a", "look"), may("a", "look"), may("a")]).toEqual([
		...[true, true, true],
	]);
	expect([may("a", "look"), may("a")]).toEqual([false, false]);
});
