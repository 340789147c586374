import { type Config, secretsIn } from "../config.ts";
import type { Feed } from "../feeds/feed.ts";
import { type House, openHouse } from "../house/open-house.ts";
import { keepAddress } from "../house/running-address.ts";
import { startErrands } from "../house/start-errands.ts";
import type { StartWishes } from "../house/start-wishes.ts";
import { dropCopies } from "../house/store-copy.ts";
import { storeWhenThere } from "../house/store-when-there.ts";
import { makeLog } from "../log.ts";
import { openQueue } from "../queue/open-queue.ts";
import { openDoors } from "./open-doors.ts";

/** What a program is made from. */
export interface ProgramNeeds {
	readonly config: Config;
	readonly wishes: Pick<StartWishes, "role" | "console">;
	/** The feeds to poll, beside those that people added. */
	readonly feeds: readonly Feed[];
	/** Aborted when the program is asked to stop while it still opens. */
	readonly stopped: AbortSignal;
	readonly digestsEveryMs?: number;
}

/** A running program. */
export interface Program {
	readonly house: House;
	/** Where its pages are: `http://127.0.0.1:8787`. */
	readonly address: string;
	/** One line for people per platform: connected, or what it lacks. */
	readonly connections: readonly string[];
	/** Lets what is under way end, then closes every room, last opened first. */
	close(): Promise<void>;
}

/** Leaves platforms, server and store their time within the ten seconds that supervisors grant. */
const drainMs = 5_000;

/** Opens every room that the role needs. What was opened before a failure is closed again. */
export async function openProgram(needs: ProgramNeeds): Promise<Program> {
	const { config, wishes } = needs;
	if (wishes.role !== "all" && config.DATABASE_URL === null) {
		throw new Error(
			`--role ${wishes.role} shares its work with other processes: set DATABASE_URL to the Postgres they share`,
		);
	}
	await using opening = new AsyncDisposableStack();
	const program = await openRooms(needs, opening);
	const opened = opening.move();
	return { ...program, close: () => opened.disposeAsync() };
}

async function openRooms(needs: ProgramNeeds, opened: AsyncDisposableStack) {
	const { config, wishes } = needs;
	const log = makeLog(config.LOG_LEVEL, undefined, {
		secrets: secretsIn(config),
	});
	const store = await storeWhenThere(config, log, needs.stopped);
	opened.defer(() => store.close());
	if (config.DATABASE_URL === null) await dropCopies(config);
	const queue = await openQueue({
		redisUrl: config.REDIS_URL,
		pool: store.pool,
		log,
		...(needs.digestsEveryMs && { digestsEveryMs: needs.digestsEveryMs }),
	});
	opened.defer(() => queue.close());
	const house = await openHouse({
		...{ config, store, log },
		enqueueChannels: queue.enqueueChannels.bind(queue),
		enqueuePolls: queue.enqueuePolls.bind(queue),
	});
	const rooms = { config, wishes, store, queue, house, log };
	const doors = await openDoors(rooms, opened);
	if (config.DATABASE_URL === null) {
		opened.defer(await keepAddress(config, doors));
	}
	if (wishes.role !== "gateway") {
		opened.defer(() => queue.stopWorkers(drainMs));
		await startErrands({ ...rooms, ...doors, feeds: needs.feeds });
	}
	return { house, ...doors };
}
