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
 * Sees that the queue has these schedules. Those that run already are left
 * alone; ones that the queue lost, with all it held, are made anew.
 */
export async function keepSchedules(
	queue: Pick<
		JobQueue,
		"getJobSchedulers" | "upsertJobScheduler" | "removeJobScheduler"
	>,
	wanted: readonly Schedule[],
	now: Date,
): Promise<void> {
	const standing = new Map(
		(await queue.getJobSchedulers(0, -1)).map((one) => [one.key, one]),
	);
	for (const schedule of wanted) {
		const { every, next } = standing.get(schedule.id) ?? {};
		const lateMs = now.getTime() - (next ?? 0);
		const isLost = lateMs > patienceMs(schedule);
		// A clock that was set back put its turn hours ahead.
		const isFarOff = -lateMs > schedule.everyMs + patienceMs(schedule);
		if (every === schedule.everyMs && !isLost && !isFarOff) continue;
		// Made anew over the old one, it would count on from its far turn.
		if (isFarOff) await queue.removeJobScheduler(schedule.id);
		await upsert(queue, schedule, now);
	}
}

/** Removes the queue's other schedules: feeds that are polled no more. */
export async function dropOthers(
	queue: JobQueue,
	wanted: readonly Schedule[],
): Promise<void> {
	const kept = new Set(wanted.map(({ id }) => id));
	for (const { key } of await queue.getJobSchedulers(0, -1)) {
		if (!kept.has(key)) await queue.removeJobScheduler(key);
	}
}

function patienceMs({ everyMs }: Schedule): number {
	return Math.max(everyMs * mostMissed, shortestLossMs);
}

async function upsert(
	queue: Pick<JobQueue, "upsertJobScheduler">,
	{ id, name, data, everyMs, startAfterMs }: Schedule,
	now: Date,
): Promise<void> {
	const startDate = now.getTime() + startAfterMs;
	const opts = { removeOnComplete: true, removeOnFail: { count: 100 } };
	const template = { name, data, opts };
	await queue.upsertJobScheduler(id, { every: everyMs, startDate }, template);
}
