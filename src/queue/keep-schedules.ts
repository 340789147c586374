import type { JobQueue } from "./engine.ts";

/** A job that comes round. */
export interface Schedule {
	/** Names it among the queue's schedules; no colon. */
	readonly id: string;
	readonly name: string;
	readonly data: object;
	readonly everyMs: number;
	/** The first one waits so long, so that not all come at once. */
	readonly startAfterMs: number;
}

/** A schedule that has missed this many of its turns has lost its job. */
const mostMissed = 5;
const shortestLossMs = 15_000;

/**
 * Makes the queue's schedules these, and no others. Those that run already are
 * left alone; ones that the queue lost, with all it held, are made anew.
 */
export async function keepSchedules(
	queue: JobQueue,
	wanted: readonly Schedule[],
	now: Date,
): Promise<void> {
	const standing = new Map(
		(await queue.getJobSchedulers(0, -1)).map((one) => [one.key, one]),
	);
	for (const schedule of wanted) {
		const { every, next } = standing.get(schedule.id) ?? {};
		standing.delete(schedule.id);
		const isLost = (next ?? 0) < now.getTime() - patienceMs(schedule);
		if (every === schedule.everyMs && !isLost) continue;
		await upsert(queue, schedule, now);
	}
	for (const id of standing.keys()) await queue.removeJobScheduler(id);
}

function patienceMs({ everyMs }: Schedule): number {
	return Math.max(everyMs * mostMissed, shortestLossMs);
}

async function upsert(
	queue: JobQueue,
	{ id, name, data, everyMs, startAfterMs }: Schedule,
	now: Date,
): Promise<void> {
	const startDate = now.getTime() + startAfterMs;
	const opts = { removeOnComplete: true, removeOnFail: { count: 100 } };
	const template = { name, data, opts };
	await queue.upsertJobScheduler(id, { every: everyMs, startDate }, template);
}
