import { beforeEach, expect, test, vi } from "vitest";
import { openLiveBook } from "../../src/house/live-book.ts";
import { makeLog } from "../../src/log.ts";
import type { Amendment } from "../../src/tariffs/amendment.ts";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { sampleAmendment } from "../contracts/sample-proposals.ts";

const shipped = readBook();
let kept: Amendment[];
let lines: string[];
let isAway: boolean;
const asked = vi.fn();
beforeEach(() => {
	[kept, lines, isAway] = [[], [], false];
	asked.mockClear();
});

function open() {
	const amendments = async () => {
		asked();
		if (isAway) throw new Error("the store is away");
		return kept;
	};
	const log = makeLog("info", (line) => lines.push(line));
	return openLiveBook(shipped, { amendments }, log);
}

function steelIn(book: typeof shipped): number | null | undefined {
	const question = { query: "steel", importer: "US", origin: "CA" };
	const on = "2026-06-10";
	const [plain] = answerTariff({ ...question, on }, book, new Date(on)).claims;
	return plain?.layers.find(({ measure }) => measure === "us-232-steel")
		?.ratePercent;
}

test("takes up what another process confirmed, and what it withdrew", async () => {
	const live = open();
	expect(steelIn(live.book())).toBe(50);
	kept = [sampleAmendment()];
	await live.refresh(true);
	expect(steelIn(live.book())).toBe(60);
	const same = live.book();
	await live.refresh(true);
	expect(live.book()).toBe(same);
	kept = [sampleAmendment({ withdrawn: { by: "Ann", at: new Date() } })];
	await live.refresh(true);
	expect(live.book()).toBe(shipped);
});

test("asks the store seldom, however often it is asked", async () => {
	const live = open();
	for (let at = 0; at < 20; at++) await live.refresh();
	expect(asked).toHaveBeenCalledTimes(1);
});

test("a store that is away leaves the book as it was", async () => {
	const live = open();
	kept = [sampleAmendment()];
	await live.refresh(true);
	isAway = true;
	await live.refresh(true);
	expect(steelIn(live.book())).toBe(60);
	expect(lines.join()).toContain("not read");
});

test("an amendment that no longer fits is told, and keeps none of the others", async () => {
	const live = open();
	kept = [
		sampleAmendment({ id: "old", measure: "us-gone" }),
		sampleAmendment(),
	];
	await live.refresh(true);
	expect(steelIn(live.book())).toBe(60);
	expect(lines.join()).toContain("amendment no longer fits the tariff book");
});
