import { createPostgresBackend, Queue, runMigrations, Worker } from "bullmq";
import type { StorePool } from "../store/store-pool.ts";
import type { Engine } from "./engine.ts";

/**
 * BullMQ on the store's own Postgres, served or embedded. Its tables are
 * brought up to date here, explicitly: with a pool of ours BullMQ only checks.
 */
export async function openPostgresEngine(pool: StorePool): Promise<Engine> {
	const session = await pool.connect();
	try {
		await runMigrations(session);
	} finally {
		session.release();
	}
	return {
		queue: (name) =>
			new Queue(name, { connection: pool }, createPostgresBackend),
		worker: (name, processor, options) =>
			new Worker(
				name,
				processor,
				{ ...options, connection: pool },
				createPostgresBackend,
			),
		isUp: () => true,
		onUp: () => undefined,
		async ping() {
			await pool.query("select 1");
		},
		close: async () => undefined,
	};
}
