import pg from "pg";
import type { Log } from "../log.ts";
import {
	mostListeners,
	type StorePool,
	searchPath,
	valueParsers,
} from "./store-pool.ts";

/** Sessions per process. Each BullMQ worker keeps one to listen, the transcript another. */
const mostSessions = 16;
const connectWithinMs = 10_000;
/** A session that left a transaction open, its machine gone, frees its locks after this. */
const idleInTransactionMs = 60_000;

/**
 * A pool over a Postgres server. Connects when first used. A connection that
 * drops, idle or in use, is logged and replaced; it never ends the process.
 */
export function openServedPool(databaseUrl: string, log: Log): StorePool {
	const pool = new pg.Pool({
		connectionString: databaseUrl,
		application_name: "tradewire",
		max: mostSessions,
		connectionTimeoutMillis: connectWithinMs,
		idle_in_transaction_session_timeout: idleInTransactionMs,
		// BullMQ lets its workers sleep long only when a dead line is noticed.
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
		types: { getTypeParser },
		onConnect: async (client) => {
			// Without a listener, a drop between two queries would end the process.
			client.on("error", (error) =>
				log.warn("store session failed", { error }),
			);
			await client.query(`set search_path to ${searchPath}`);
		},
	});
	pool.setMaxListeners(mostListeners);
	pool.on("error", (error) => log.warn("store connection lost", { error }));
	// The same object under two descriptions: pg's types give `on` one generic
	// signature, BullMQ's (and ours) one overload per event; neither fits the other.
	return pool as StorePool;
}

function getTypeParser(oid: number, format?: "text" | "binary") {
	return valueParsers.get(oid) ?? pg.types.getTypeParser(oid, format);
}
