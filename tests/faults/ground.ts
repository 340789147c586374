import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
	type PostgresServer,
	startPostgres,
} from "../fakes/postgres-server.ts";
import { type RedisServer, startRedis } from "../fakes/redis-server.ts";
import { type NewsWire, newsWire } from "./news-wire.ts";
import type { Rung } from "./rungs.ts";
import { makeSmallDisk, type SmallDisk } from "./small-disk.ts";
import { type Templates, writeFeeds } from "./templates.ts";
import { type WorldClock, worldClock } from "./world-clock.ts";

/** What the program stands on. */
export interface Ground {
	readonly rung: Rung;
	readonly clock: WorldClock;
	readonly wire: NewsWire;
	/** Null where its files lie on this machine's own disk. */
	readonly disk: SmallDisk | null;
	/** Null on rungs without one. */
	readonly postgres: PostgresServer | null;
	readonly redis: RedisServer | null;
	/** Settings that all its processes share. */
	readonly env: Readonly<Record<string, string>>;
}

export interface GroundWanted {
	readonly rung: Rung;
	readonly seed: number;
	readonly templates: Templates;
	/** How far ahead of this machine's clock its world begins. */
	readonly beginsAheadMs: number;
	/** Its files lie on a disk of their own, which can be filled. */
	readonly onSmallDisk: boolean;
}

const run = promisify(execFile);
/** Runs number their events from their seed, so that their logs are told apart. */
const eventsApart = 61;
const mostEvents = 6_000;

/** Makes the files, feeds and servers of a run; `opening` takes them away again. */
export async function layGround(
	wanted: GroundWanted,
	opening: AsyncDisposableStack,
): Promise<Ground> {
	const { rung, seed, templates } = wanted;
	const directory = await mkdtemp(join(tmpdir(), "tradewire-run-"));
	opening.defer(() => rm(directory, { recursive: true, force: true }));
	const home = join(directory, "home");
	await mkdir(home);
	const disk = wanted.onSmallDisk ? await makeSmallDisk(home) : null;
	if (disk) opening.defer(() => disk.remove());
	if (rung.store === "embedded")
		await run("cp", ["-a", `${templates.home}/.`, home]);
	const clock = worldClock(directory, wanted.beginsAheadMs);
	const wire = await newsWire(clock.now, (seed * eventsApart) % mostEvents);
	opening.defer(() => wire.close());
	const servers = await startServers(wanted, opening);
	const { postgres, redis } = servers;
	const env = {
		TRADEWIRE_HOME: home,
		NODE_COMPILE_CACHE: templates.compileCache,
		FAULTS_CLOCK: clock.file,
		...(await writeFeeds(directory, wire)),
		...(postgres && { DATABASE_URL: postgres.url }),
		...(redis && { REDIS_URL: redis.url }),
	};
	return { rung, clock, wire, disk, ...servers, env };
}

async function startServers(
	{ rung, templates }: GroundWanted,
	opening: AsyncDisposableStack,
) {
	const isServed = rung.store === "postgres";
	const postgres = isServed
		? await startPostgres(templates.postgresFiles)
		: null;
	if (postgres) opening.defer(() => postgres.stop());
	const redis = rung.withRedis ? await startRedis() : null;
	if (redis) opening.defer(() => redis.stop());
	return { postgres, redis };
}
