import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { openStore, type Store } from "../store/open-store.ts";

/** Opens the store that the settings name. Throws StoreError. */
export function openStoreHere(config: Config, log: Log): Promise<Store> {
	const { DATABASE_URL: databaseUrl, TRADEWIRE_HOME: home } = config;
	const secretKey = config.TRADEWIRE_SECRET_KEY;
	return openStore({ databaseUrl, home, secretKey, log });
}
