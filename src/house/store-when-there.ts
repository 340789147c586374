import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Store } from "../store/open-store.ts";
import { StoreError } from "../store/store-error.ts";
import { openStoreHere } from "./open-store-here.ts";

const againAfterMs = 2_000;

/**
 * Opens the store, waiting for a database that does not answer yet: it may be
 * starting. What waiting cannot mend is thrown at once. `stopped` ends the wait.
 */
export async function storeWhenThere(
	config: Config,
	log: Log,
	stopped: AbortSignal,
): Promise<Store> {
	for (;;) {
		try {
			return await openStoreHere(config, log);
		} catch (error) {
			const isAway =
				error instanceof StoreError && error.kind === "unreachable";
			if (!isAway) throw error;
			log.warn("database not reached, trying again", { againAfterMs, error });
		}
		await wait(againAfterMs, undefined, { signal: stopped });
	}
}
