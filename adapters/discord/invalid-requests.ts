import { ChatError } from "../../src/chat/chat-platform.ts";

/** Requests that Discord counts against our address. */
export interface InvalidRequests {
	/** Counts an answer of this status, when it is one of those. */
	count(status: number, rateLimitScope: string | null): void;
	/** Throws ChatError `busy` when there have been too many. */
	refuseWhenMany(): void;
}

/**
 * Discord bans an address for a while after 10,000 in ten minutes. Other
 * processes may share the address, and do not share this count.
 */
const most = 2_500;
const windowMs = 10 * 60_000;

export function invalidRequests(now: () => number = Date.now): InvalidRequests {
	let counted = 0;
	let windowEnds = 0;
	return {
		count(status, rateLimitScope) {
			const isInvalid = status === 401 || status === 403 || status === 429;
			// The limit of a resource that others use too is not held against us.
			if (!isInvalid || rateLimitScope === "shared") return;
			if (now() >= windowEnds) {
				windowEnds = now() + windowMs;
				counted = 0;
			}
			counted++;
		},
		refuseWhenMany() {
			const retryAfterMs = windowEnds - now();
			if (counted < most || retryAfterMs <= 0) return;
			const message = `Discord refused ${counted} requests: nothing is asked for some minutes, so that it does not ban our address`;
			throw new ChatError("busy", message, { retryAfterMs });
		},
	};
}
