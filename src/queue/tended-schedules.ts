import type { Engine, JobQueue } from "./engine.ts";
import { dropOthers, keepSchedules, type Schedule } from "./keep-schedules.ts";

interface Tending {
	readonly engine: Engine;
	readonly everyMs: number;
	report(error: unknown): void;
}

/**
 * The schedules that this process wants. They live in the queue, which may be
 * emptied, or not be there yet: so they are looked after from time to time,
 * and whenever the engine comes within reach.
 */
export class TendedSchedules {
	readonly #tending: Tending;
	readonly #wanted = new Map<JobQueue, readonly Schedule[]>();
	readonly #timer: NodeJS.Timeout;
	/** One round at a time. */
	#last: Promise<void> = Promise.resolve();

	constructor(tending: Tending) {
		this.#tending = tending;
		const tend = () => void this.#inTurn(() => this.#tend());
		this.#timer = setInterval(tend, tending.everyMs).unref();
		tending.engine.onUp(tend);
	}

	/** Makes the queue's schedules these, and no others. */
	async set(queue: JobQueue, schedules: readonly Schedule[]): Promise<void> {
		this.#wanted.set(queue, schedules);
		await this.#inTurn(async () => {
			await this.#tend();
			// Only when asked: another process may know of a feed that we do not.
			await dropOthers(queue, schedules);
		});
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#wanted.clear();
	}

	async #tend(): Promise<void> {
		for (const [queue, schedules] of this.#wanted) {
			await keepSchedules(queue, schedules, new Date());
		}
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		this.#last = this.#last.then(async () => {
			if (!this.#tending.engine.isUp()) return;
			await work().catch((error) => this.#tending.report(error));
		});
		return this.#last;
	}
}
