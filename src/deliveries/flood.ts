import type { ChannelRef } from "../chat/channel.ts";

/** Held back because its feed brought an abnormal share of its items at once. */
export interface FloodHold {
	readonly feedId: string;
	/** Told with all else that was held from then on, if nobody says what it is before. */
	readonly until: Date;
}

/** What a channel is asked about. */
export interface OpenFlood extends FloodHold {
	readonly channel: ChannelRef;
	/** Deliveries held. */
	readonly count: number;
}

/** `tell`: it is news, tell it · `drop`: it was known; it stays in the archive alone. */
export type FloodAnswer = "tell" | "drop";

/** Floods that nobody has answered yet. */
export interface Floods {
	/** In order of feed, then channel. */
	open(now: Date): Promise<readonly OpenFlood[]>;
	/**
	 * Answers for one channel, or for all where it is null, and gives how many deliveries that met. What was
	 * dropped can still be told until its time is over; then the feed's next
	 * items like these are taken for news at once.
	 */
	answer(
		channel: ChannelRef | null,
		feedId: string,
		answer: FloodAnswer,
		now: Date,
	): Promise<number>;
}
