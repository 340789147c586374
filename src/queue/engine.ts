import type {
	Job,
	JobsOptions,
	Processor,
	Queue,
	Worker,
	WorkerOptions,
} from "bullmq";

type BullQueue = Queue<unknown, unknown, string>;

/** A job to be added. */
export interface NewJob {
	readonly name: string;
	readonly data: object;
	readonly opts: JobsOptions;
}

/** The part of BullMQ's Queue that we use, the same on every engine. */
export interface JobQueue
	extends Pick<
		BullQueue,
		| "name"
		| "getJobSchedulers"
		| "removeJobScheduler"
		| "upsertJobScheduler"
		| "getJobCounts"
		| "close"
	> {
	addBulk(jobs: NewJob[]): Promise<unknown>;
	on(event: "error", failed: (error: Error) => void): unknown;
}

/** The part of BullMQ's Worker that we use. */
export interface JobWorker extends Pick<Worker, "close"> {
	on(event: "error", failed: (error: Error) => void): unknown;
	on(
		event: "failed",
		failed: (job: Job | undefined, error: Error) => void,
	): unknown;
}

/** What BullMQ runs on: Redis, or the store's own Postgres. */
export interface Engine {
	queue(name: string): JobQueue;
	worker(
		name: string,
		processor: Processor<unknown, unknown>,
		options: Omit<WorkerOptions, "connection">,
	): JobWorker;
	/** False while it is known to be out of reach; what is asked of it then would only wait. */
	isUp(): boolean;
	/** Calls back each time it comes within reach, perhaps with all it held gone. */
	onUp(heard: () => void): void;
	/** Throws when the engine does not answer. */
	ping(): Promise<void>;
	close(): Promise<void>;
}
