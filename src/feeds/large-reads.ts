/** Counts the large feeds in memory: those being fetched, and those being read. */
export interface LargeReads {
	/**
	 * Waits until fewer are in memory than may be, and counts one more; call
	 * what it gives when that one is done. Rejects with the signal's reason.
	 */
	enter(signal: AbortSignal): Promise<() => void>;
	/** The same without waiting, for one that is in memory already. */
	crowdIn(): () => void;
}

/** So many at once, each several times its size while it is read: this bounds what hostile servers may cost. */
const mostAtOnce = 2;

/** Makes a count of its own; one process needs one. */
export function countLargeReads(most = mostAtOnce): LargeReads {
	const waiting: (() => void)[] = [];
	let inside = 0;

	function crowdIn(): () => void {
		inside++;
		return () => {
			inside--;
			// Not at once: what was fetched may go in again to be read.
			setImmediate(letIn);
		};
	}

	function letIn(): void {
		if (inside < most) waiting.shift()?.();
	}

	return {
		crowdIn,
		async enter(signal) {
			signal.throwIfAborted();
			while (inside >= most) await place(waiting, signal);
			return crowdIn();
		},
	};
}

/** Resolves when called up; rejects, and gives the place away, when aborted. */
function place(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const abort = () => {
			waiting.splice(waiting.indexOf(called), 1);
			reject(signal.reason);
		};
		const called = () => {
			signal.removeEventListener("abort", abort);
			resolve();
		};
		signal.addEventListener("abort", abort);
		waiting.push(called);
	});
}
