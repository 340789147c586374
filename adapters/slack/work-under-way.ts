import type { Log } from "../../src/log.ts";

/** Answers that go on after Slack was told that its event has come. */
export interface WorkUnderWay {
	/** Failures are logged. */
	begin(work: () => Promise<void>): void;
	/** Waits for all that is under way. */
	ended(): Promise<void>;
}

export function workUnderWay(log: Log): WorkUnderWay {
	const underWay = new Set<Promise<void>>();
	return {
		begin(work) {
			const one = work()
				.catch((error) => log.error("slack command failed", { error }))
				.finally(() => underWay.delete(one));
			underWay.add(one);
		},
		async ended() {
			await Promise.all(underWay);
		},
	};
}
