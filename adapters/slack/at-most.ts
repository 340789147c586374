import { setTimeout as wait } from "node:timers/promises";

/** Waits for the work, but no longer than that; gives whether it ended, and rejects as it does. Leaves no timer behind. */
export async function atMost(
	ms: number,
	work: Promise<unknown>,
): Promise<boolean> {
	const over = new AbortController();
	const late = wait(ms, undefined, { signal: over.signal }).then(
		() => false,
		() => false,
	);
	try {
		return await Promise.race([work.then(() => true), late]);
	} finally {
		over.abort();
	}
}
