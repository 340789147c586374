import { expect, test } from "vitest";
import { pollJob } from "../../src/queue/poll-job.ts";

const due = new Date("2026-11-25T12:00:00Z");
const after = (ms: number) => new Date(due.getTime() + ms);
const idAt = (ms: number, feedId = "wire") =>
	pollJob({ feedId, at: due }, after(ms)).opts.jobId;

test("a feed asked for again and again before its poll could run is one job", () => {
	expect(new Set([-60_000, -1, 0, 1, 4_999].map((ms) => idAt(ms))).size).toBe(
		1,
	);
	expect(idAt(0)).not.toBe(idAt(0, "other"));
	expect(idAt(0)).not.toContain(":");
});

test("a poll that has not run five seconds after its time is asked for anew", () => {
	expect(idAt(5_000)).not.toBe(idAt(0));
	expect(idAt(5_000)).toBe(idAt(9_999));
	expect(idAt(10_000)).not.toBe(idAt(5_000));
});

test("a job waits for its time, and a feed never asked for nothing", () => {
	const delayOf = (at: Date | null, now: Date) =>
		pollJob({ feedId: "wire", at }, now).opts.delay;
	expect(delayOf(due, after(-1500))).toBe(1500);
	expect(delayOf(due, after(1500))).toBe(0);
	expect(delayOf(null, due)).toBe(0);
});
