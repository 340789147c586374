import { isValidSlackRequest } from "@slack/bolt";

/** A request as it came. */
interface Signed {
	readonly signature: string;
	/** Seconds since 1970, as the header says. */
	readonly time: string;
	readonly body: string;
}

/** What a request is: Slack's and new, Slack's but taken before, or nobody's. */
type Standing = "fresh" | "again" | "forged";

/** Slack signs the second; clocks may differ by as much, in either direction. */
const windowSeconds = 5 * 60;

/** From the earliest that a signature holds to the latest, and a second for rounding. */
const keptMs = (2 * windowSeconds + 1) * 1000;

/** Takes each request that Slack has signed once, while its signature holds. */
export interface SignedOnce {
	/** A fresh one is taken by being asked about. */
	standing(request: Signed): Standing;
	/** It was not carried out, so it may come again. */
	release(request: Signed): void;
}

/**
 * Checks signatures as Slack describes it, and refuses what was recorded and
 * is sent again. What was taken is known to this process alone: a replay to
 * another within the window is seen only by what it asks. `now` gives ms.
 */
export function signedOnce(
	signingSecret: string,
	now: () => number,
): SignedOnce {
	/** When each may be forgotten, eldest first. */
	const taken = new Map<string, number>();
	return {
		standing({ signature, time, body }) {
			const at = now();
			// The package looks whether it is old, but not whether it is of the future.
			const ahead = Number(time) - at / 1000;
			const isSigned =
				/^\d+$/.test(time) &&
				ahead <= windowSeconds &&
				isValidSlackRequest({
					...{ signingSecret, body, nowMilliseconds: at },
					headers: {
						"x-slack-signature": signature,
						"x-slack-request-timestamp": Number(time),
					},
				});
			if (!isSigned) return "forged";
			forget(taken, at);
			if (taken.has(signature)) return "again";
			taken.set(signature, at + keptMs);
			return "fresh";
		},
		release({ signature }) {
			taken.delete(signature);
		},
	};
}

function forget(taken: Map<string, number>, now: number): void {
	for (const [signature, until] of taken) {
		if (until > now) return;
		taken.delete(signature);
	}
}
