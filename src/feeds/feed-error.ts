/** What a feed did wrong, in one plain sentence for people, and what to do about it. */
export class FeedError extends Error {
	/** How long the server asked us to stay away; null when it did not say. */
	readonly retryAfterMs: number | null;
	/** The server says the feed will not come back (410). */
	readonly gone: boolean;
	/** No server was met: the fault may be the network's, ours included. */
	readonly unreachable: boolean;

	constructor(
		message: string,
		{
			retryAfterMs = null,
			gone = false,
			unreachable = false,
			cause,
		}: FeedErrorDetails = {},
	) {
		super(message, cause === undefined ? {} : { cause });
		this.name = "FeedError";
		this.retryAfterMs = retryAfterMs;
		this.gone = gone;
		this.unreachable = unreachable;
	}
}

export interface FeedErrorDetails {
	readonly retryAfterMs?: number | null;
	readonly gone?: boolean;
	readonly unreachable?: boolean;
	readonly cause?: unknown;
}
