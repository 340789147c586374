import type { ChannelRef } from "../chat/channel.ts";
import { channelKey } from "../chat/channel.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Log } from "../log.ts";
import type { StorePool } from "../store/store-pool.ts";
import { channelJob } from "./channel-job.ts";
import type { Engine, JobQueue, JobWorker } from "./engine.ts";
import { toSendPayload } from "./payload.ts";
import { openPostgresEngine } from "./postgres-engine.ts";
import { openRedisEngine } from "./redis-engine.ts";
import { TendedSchedules } from "./tended-schedules.ts";
import { within } from "./within.ts";
import { type Concurrency, type Handlers, openWorkers } from "./workers.ts";

export type { Handlers } from "./workers.ts";

/** How many jobs stand where, by queue. */
type QueueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** When errands run. The ledger is the truth: a job lost here is found by the sweep. */
export interface HouseQueue {
	/** Has the channel's deliveries sent at that time. Never throws: what fails is logged and left to the sweep. */
	enqueueChannel(channel: ChannelRef, at: Date, cause: string): Promise<void>;
	/** Polls these feeds, and no others, every so many seconds. */
	schedulePolls(
		feeds: readonly Pick<Feed, "id">[],
		everySeconds: number,
	): Promise<void>;
	startWorkers(handlers: Handlers, concurrency: Concurrency): Promise<void>;
	/** Throws when the queue does not answer. */
	ping(): Promise<void>;
	counts(): Promise<QueueCounts>;
	/** Takes no new jobs, and lets running ones end within `drainMs`. */
	stopWorkers(drainMs: number): Promise<void>;
	/** Stops workers that still run, then closes the queue. */
	close(drainMs?: number): Promise<void>;
}

export interface QueueOptions {
	/** Null: the queue lives in the store's Postgres. */
	readonly redisUrl: string | null;
	readonly pool: StorePool;
	readonly log: Log;
	/** Default 5 s. */
	readonly sweepEveryMs?: number;
	/** Default 30 s. */
	readonly digestsEveryMs?: number;
	/** How often lost schedules are looked for. Default 15 s. */
	readonly tendEveryMs?: number;
	/** Names this house's queues in a shared Redis or Postgres. Default `tradewire`. */
	readonly name?: string;
}

/** How long anything may be waited for that the sweep would do as well. */
const patienceMs = 2_000;
/** Feeds start spread over this, or over one round if that is shorter. */
const longestSpreadMs = 30_000;

/** Opens the queue, on Redis or on the store's own Postgres. */
export async function openQueue(options: QueueOptions): Promise<HouseQueue> {
	const { redisUrl, pool, log } = options;
	const engine = redisUrl
		? openRedisEngine(redisUrl, log)
		: await openPostgresEngine(pool);
	return new BullHouseQueue(engine, options);
}

class BullHouseQueue implements HouseQueue {
	readonly #engine: Engine;
	readonly #options: QueueOptions;
	readonly #queues: Readonly<Record<"poll" | "send" | "house", JobQueue>>;
	readonly #schedules: TendedSchedules;
	#workers: readonly JobWorker[] = [];
	#lastReport = "";

	constructor(engine: Engine, options: QueueOptions) {
		this.#engine = engine;
		this.#options = options;
		const open = (errand: string) => {
			const queue = engine.queue(`${options.name ?? "tradewire"}-${errand}`);
			queue.on("error", (error) => this.#report(error));
			return queue;
		};
		this.#queues = {
			poll: open("poll"),
			send: open("send"),
			house: open("house"),
		};
		this.#schedules = new TendedSchedules({
			engine,
			everyMs: options.tendEveryMs ?? 15_000,
			report: (error) => this.#report(error),
		});
	}

	async enqueueChannel(channel: ChannelRef, at: Date, cause: string) {
		try {
			if (!this.#engine.isUp()) throw new Error("the queue is out of reach");
			const { jobId, delay } = channelJob(channel, at, new Date());
			const add = this.#queues.send.add("send", toSendPayload(channel, cause), {
				jobId,
				delay,
				removeOnComplete: true,
				removeOnFail: { count: 100 },
			});
			await within(patienceMs, add);
		} catch (error) {
			const fields = { channel: channelKey(channel), cause, error };
			this.#options.log.warn("channel not enqueued, left to the sweep", fields);
		}
	}

	async schedulePolls(feeds: readonly Pick<Feed, "id">[], seconds: number) {
		const everyMs = seconds * 1000;
		const spreadMs = Math.min(everyMs, longestSpreadMs) / feeds.length;
		const schedules = feeds.map(({ id }, index) => ({
			// Ids made from addresses may hold what BullMQ keeps for itself.
			id: encodeURIComponent(id),
			name: "poll",
			data: { feedId: id },
			everyMs,
			startAfterMs: Math.round(index * spreadMs),
		}));
		await this.#schedules.set(this.#queues.poll, schedules);
	}

	async startWorkers(handlers: Handlers, concurrency: Concurrency) {
		this.#workers = openWorkers({
			engine: this.#engine,
			names: {
				poll: this.#queues.poll.name,
				send: this.#queues.send.name,
				house: this.#queues.house.name,
			},
			handlers,
			concurrency,
			enqueueChannel: (...job) => this.enqueueChannel(...job),
			report: (error) => this.#report(error),
		});
		const { sweepEveryMs = 5_000, digestsEveryMs = 30_000 } = this.#options;
		const data = {};
		await this.#schedules.set(this.#queues.house, [
			{
				id: "sweep",
				name: "sweep",
				data,
				everyMs: sweepEveryMs,
				startAfterMs: 0,
			},
			{
				id: "digests",
				name: "digests",
				data,
				everyMs: digestsEveryMs,
				startAfterMs: 0,
			},
		]);
	}

	async ping() {
		await within(patienceMs, this.#engine.ping());
	}

	async counts() {
		const entries = Object.entries(this.#queues).map(
			async ([errand, queue]) =>
				[
					errand,
					await within(
						patienceMs,
						queue.getJobCounts("waiting", "active", "delayed", "failed"),
					),
				] as const,
		);
		return Object.fromEntries(await Promise.all(entries));
	}

	async stopWorkers(drainMs: number) {
		this.#schedules.stop();
		const workers = this.#workers;
		this.#workers = [];
		const drained = Promise.all(workers.map((one) => one.close()));
		const isDrained = await within(drainMs, drained).then(
			() => true,
			() => false,
		);
		if (!isDrained) {
			this.#options.log.warn("jobs cut off at closing", { drainMs });
			await giveUpAfter(workers.map((one) => one.close(true)));
		}
	}

	async close(drainMs = 0) {
		await this.stopWorkers(drainMs);
		await giveUpAfter(Object.values(this.#queues).map((one) => one.close()));
		await this.#engine.close();
	}

	/** The engine tells of its connection itself; the same trouble is told once. */
	#report(error: unknown) {
		const message = error instanceof Error ? error.message : String(error);
		if (!this.#engine.isUp() || message === this.#lastReport) return;
		this.#lastReport = message;
		this.#options.log.error("queue failed", { error });
	}
}

/** At closing, nobody waits for what no longer answers. */
async function giveUpAfter(closings: readonly Promise<unknown>[]) {
	await within(patienceMs, Promise.allSettled(closings)).catch(() => undefined);
}
