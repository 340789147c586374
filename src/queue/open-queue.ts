import type { ChannelRef } from "../chat/channel.ts";
import type { DueFeed } from "../feeds/feed.ts";
import type { Log } from "../log.ts";
import type { StorePool } from "../store/store-pool.ts";
import { sendJob } from "./channel-job.ts";
import type { Engine, JobQueue, JobWorker } from "./engine.ts";
import { pollJob } from "./poll-job.ts";
import { openPostgresEngine } from "./postgres-engine.ts";
import { openRedisEngine } from "./redis-engine.ts";
import { TendedSchedules } from "./tended-schedules.ts";
import { within } from "./within.ts";
import { type Concurrency, type Handlers, openWorkers } from "./workers.ts";

export type { Handlers } from "./workers.ts";

/** How many jobs stand where, by queue. */
type QueueCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A channel, and when it has something to hear. */
interface DueChannel {
	readonly channel: ChannelRef;
	readonly at: Date;
}

/** When errands run. The ledger is the truth: a job lost here is found by the sweep. */
export interface HouseQueue {
	/** Has the channels' deliveries sent, each at its time. Never throws: what fails is logged and left to the sweep. */
	enqueueChannels(due: readonly DueChannel[], cause: string): Promise<void>;
	/** Has these feeds polled, each at its time, one asked for twice once. Never throws, like the other. */
	enqueuePolls(due: readonly DueFeed[]): Promise<void>;
	/** Sends on these platforms alone, each in its own lane: a slow one keeps no other waiting. */
	startWorkers(
		handlers: Handlers,
		platforms: readonly string[],
		concurrency: Concurrency,
	): Promise<void>;
	/** Platforms where so many jobs wait that looking for lost ones can wait too; none when the queue does not answer. */
	busyPlatforms(): Promise<readonly string[]>;
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
	/** How often watched rates are looked at. Default 30 s. */
	readonly ratesEveryMs?: number;
	/** How often it is seen which hubs are to be asked. Default 10 s. */
	readonly hubsEveryMs?: number;
	/** How often lost schedules are looked for. Default 15 s. */
	readonly tendEveryMs?: number;
	/** Names this house's queues in a shared Redis or Postgres. Default `tradewire`. */
	readonly name?: string;
}

/** How long anything may be waited for that the sweep would do as well. */
const patienceMs = 2_000;
/** One request to the queue carries no more. */
const jobsAtOnce = 250;
/** With so many jobs before it, a job added has nothing to hurry for. */
const busyFrom = 500;

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
	readonly #queues: Readonly<Record<"poll" | "house", JobQueue>>;
	/** One for each platform, opened when something is first sent there. */
	readonly #lanes = new Map<string, JobQueue>();
	readonly #schedules: TendedSchedules;
	#workers: readonly JobWorker[] = [];
	#lastReport = "";

	constructor(engine: Engine, options: QueueOptions) {
		this.#engine = engine;
		this.#options = options;
		this.#queues = { poll: this.#open("poll"), house: this.#open("house") };
		this.#schedules = new TendedSchedules({
			engine,
			everyMs: options.tendEveryMs ?? 15_000,
			report: (error) => this.#report(error),
		});
	}

	async enqueueChannels(due: readonly DueChannel[], cause: string) {
		const lanes = Map.groupBy(due, ({ channel }) => channel.platform);
		for (const [platform, channels] of lanes) {
			for (let at = 0; at < channels.length; at += jobsAtOnce) {
				const some = channels.slice(at, at + jobsAtOnce);
				if (!(await this.#enqueue(platform, some, cause))) break;
			}
		}
	}

	/** Whether the queue took them. */
	async #enqueue(platform: string, due: readonly DueChannel[], cause: string) {
		try {
			if (!this.#engine.isUp()) throw new Error("the queue is out of reach");
			const now = new Date();
			const jobs = due.map(({ channel, at }) =>
				sendJob(channel, at, now, cause),
			);
			await within(patienceMs, this.#lane(platform).addBulk(jobs));
			return true;
		} catch (error) {
			const fields = { platform, channels: due.length, cause, error };
			const event = "channels not enqueued, left to the sweep";
			this.#options.log.warn(event, fields);
			return false;
		}
	}

	#lane(platform: string): JobQueue {
		const lane = this.#lanes.get(platform) ?? this.#open(`send-${platform}`);
		this.#lanes.set(platform, lane);
		return lane;
	}

	#open(errand: string): JobQueue {
		const { name = "tradewire" } = this.#options;
		const queue = this.#engine.queue(`${name}-${errand}`);
		queue.on("error", (error) => this.#report(error));
		return queue;
	}

	async enqueuePolls(due: readonly DueFeed[]) {
		try {
			if (!this.#engine.isUp()) throw new Error("the queue is out of reach");
			const now = new Date();
			const jobs = due.map((one) => pollJob(one, now));
			for (let at = 0; at < jobs.length; at += jobsAtOnce) {
				const some = jobs.slice(at, at + jobsAtOnce);
				await within(patienceMs, this.#queues.poll.addBulk(some));
			}
		} catch (error) {
			const fields = { feeds: due.length, error };
			this.#options.log.warn("polls not enqueued, left to the sweep", fields);
		}
	}

	async startWorkers(
		handlers: Handlers,
		platforms: readonly string[],
		concurrency: Concurrency,
	) {
		this.#workers = openWorkers({
			engine: this.#engine,
			names: {
				poll: this.#queues.poll.name,
				house: this.#queues.house.name,
				sends: platforms.map((platform) => this.#lane(platform).name),
			},
			handlers,
			concurrency,
			enqueueChannels: (...jobs) => this.enqueueChannels(...jobs),
			enqueuePolls: (due) => this.enqueuePolls(due),
			report: (error) => this.#report(error),
		});
		const rounds = {
			sweep: this.#options.sweepEveryMs ?? 5_000,
			digests: this.#options.digestsEveryMs ?? 30_000,
			rates: this.#options.ratesEveryMs ?? 30_000,
			hubs: this.#options.hubsEveryMs ?? 10_000,
		};
		// Earlier versions had a schedule for each feed.
		await this.#schedules.set(this.#queues.poll, []);
		await this.#schedules.set(
			this.#queues.house,
			Object.entries(rounds).map(([name, everyMs]) => ({
				...{ id: name, name, data: {}, everyMs, startAfterMs: 0 },
			})),
		);
	}

	async busyPlatforms() {
		const lanes = [...this.#lanes].map(async ([platform, queue]) => {
			const asked = queue.getJobCounts("waiting").catch(() => ({ waiting: 0 }));
			const { waiting = 0 } = await asked;
			return waiting >= busyFrom ? [platform] : [];
		});
		const busy = within(patienceMs, Promise.all(lanes));
		return (await busy.catch(() => [])).flat();
	}

	async ping() {
		await within(patienceMs, this.#engine.ping());
	}

	async counts() {
		const lanes = [...this.#lanes].map(
			([platform, queue]) => [`send ${platform}`, queue] as const,
		);
		const entries = [...Object.entries(this.#queues), ...lanes].map(
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
		// BullMQ's close cannot be hurried once it has begun; what is cut off is taken up as stalled.
		if (!isDrained)
			this.#options.log.warn("jobs cut off at closing", { drainMs });
	}

	async close(drainMs = 0) {
		await this.stopWorkers(drainMs);
		const queues = [...Object.values(this.#queues), ...this.#lanes.values()];
		await giveUpAfter(queues.map((one) => one.close()));
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
