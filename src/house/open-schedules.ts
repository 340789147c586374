import { configFromProcess, secretsIn } from "../config.ts";
import { makeLog } from "../log.ts";
import { StoreError } from "../store/store-error.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import { handOver } from "./handed-over.ts";
import { openStoreHere } from "./open-store-here.ts";
import { passHeaders, runningAddress } from "./running-address.ts";

/**
 * The schedules of the store that the settings name, for one terminal command.
 * When a running Tradewire holds the data directory, that one keeps them.
 */
export async function openSchedules(): Promise<{
	schedules: Pick<ScheduleMemory, "keepRevision" | "keepLists">;
	close(): Promise<void>;
}> {
	const config = configFromProcess();
	try {
		const store = await openStoreHere(
			config,
			makeLog("error", undefined, {
				secrets: secretsIn(config),
			}),
		);
		return { schedules: store.schedules, close: () => store.close() };
	} catch (error) {
		const isHeld = error instanceof StoreError && error.kind === "in-use";
		if (!isHeld) throw error;
		const running = {
			address: await runningAddress(config),
			headers: await passHeaders(config),
			inUse: error,
		};
		return { schedules: handOver(config, running), close: async () => {} };
	}
}
