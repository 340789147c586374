/**
 * Gives a pause to take between the pieces of long work: when they have held
 * the process for `everyMs`, all else that waits has its turn; else at once.
 */
export function breather(everyMs = 25): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < everyMs) return;
		await new Promise((resume) => setImmediate(resume));
		since = performance.now();
	};
}
