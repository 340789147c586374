import { expect, test } from "vitest";
import { keepSchedules } from "../../src/queue/keep-schedules.ts";

const now = new Date("2026-11-22T05:00:00Z");
const everyMs = 5_000;
const sweep = {
	...{ id: "sweep", name: "sweep", data: {}, everyMs, startAfterMs: 0 },
};
const hour = 3_600_000;

/** A queue whose schedule has its next turn then; null for one without it. */
function queueWith(nextInMs: number | null) {
	const made: string[] = [];
	const next = now.getTime() + (nextInMs ?? 0);
	const standing = { key: "sweep", name: "sweep", every: everyMs, next };
	const queue: Parameters<typeof keepSchedules>[0] = {
		getJobSchedulers: async () => (nextInMs === null ? [] : [standing]),
		upsertJobScheduler: async (id) => void made.push(id) as never,
		async removeJobScheduler(id) {
			made.push(`no ${id}`);
			return true;
		},
	};
	return { queue, made };
}

test.each([
	["that is not there is made", null, ["sweep"]],
	["whose turn comes is left alone", 4_000, []],
	["whose turn is a little late is left alone", -10_000, []],
	["that has lost its job is made anew", -60_000, ["sweep"]],
	[
		"that a clock put hours ahead before it was set back is begun again",
		hour,
		["no sweep", "sweep"],
	],
])("a schedule %s", async (_what, nextInMs, expected) => {
	const { queue, made } = queueWith(nextInMs);
	await keepSchedules(queue, [sweep], now);
	expect(made).toEqual(expected);
});
