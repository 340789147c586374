import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import { until } from "../fakes/until.ts";

/** One thing that the queue can live on. */
export interface Engine {
	readonly name: string;
	readonly missing: string | null;
	/** Opens what the queue runs on; gives its addresses and how to end it. */
	open(): Promise<{
		databaseUrl: string | null;
		redisUrl: string | null;
		stop(): Promise<void>;
	}>;
}

/** The three rungs; servers that are not installed are skipped aloud. */
export const engines: readonly Engine[] = [
	{
		name: "PGlite",
		missing: null,
		open: async () => ({
			databaseUrl: null,
			redisUrl: null,
			stop: async () => undefined,
		}),
	},
	{
		name: "Postgres",
		missing: postgresMissing,
		async open() {
			const server = await startPostgres();
			const stop = () => server.stop();
			return { databaseUrl: server.url, redisUrl: null, stop };
		},
	},
	{
		name: "Redis",
		missing: redisMissing,
		async open() {
			const server = await startRedis();
			const stop = () => server.stop();
			return { databaseUrl: null, redisUrl: server.url, stop };
		},
	},
];

/** Opens the store, waiting for a database server that is still starting up. */
export async function openStoreOn(
	databaseUrl: string | null,
	home: string,
): Promise<Store> {
	const log = makeLog("error", () => undefined);
	let store: Store | undefined;
	await until(async () => {
		store = await openStore({ databaseUrl, home, log }).catch(
			(error: unknown) => {
				const isStarting = /starting up/.test(String(error));
				if (isStarting) return undefined;
				throw error;
			},
		);
		return store !== undefined;
	});
	if (!store) throw new Error("no store was opened");
	return store;
}
