import { setTimeout as wait } from "node:timers/promises";

/** Waits for the work, but no longer than that; rejects as the work does. Leaves no timer behind. */
export async function atMost(ms: number, work: Promise<unknown>) {
	const over = new AbortController();
	const late = wait(ms, undefined, { signal: over.signal }).catch(() => {});
	try {
		await Promise.race([work, late]);
	} finally {
		over.abort();
	}
}
