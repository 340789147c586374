import type { ChannelRef } from "../chat/channel.ts";
import type { MessageRef } from "../chat/chat-platform.ts";
import type { Delivery, DeliveryState } from "./delivery.ts";

/** A Delivery that this caller, and no other, may now send. */
export interface Claim {
	readonly delivery: Delivery;
	/** It was left `unknown`, or `sending` by someone who died, or by a store that a backup has replaced: ask the platform first. */
	readonly mustFind: boolean;
	/** Since when the platform may have it. */
	readonly soughtFrom: Date;
	/** Message that `replyTo` became, when it was sent. */
	readonly replyTo: MessageRef | null;
}

/** A Delivery that is held. */
export interface HeldDelivery extends Delivery {
	/** The platform may have it from an earlier try. */
	readonly mustFind: boolean;
}

/**
 * The truth about what was told. One claim per channel at a time, in the
 * order written, so a channel hears things in order whoever sends them.
 */
export interface DeliveryLedger {
	/** Writes deliveries; one whose id stands already is left as it is. Gives the ids that were new. */
	write(deliveries: readonly Delivery[]): Promise<readonly string[]>;
	delivery(id: string): Promise<Delivery | null>;
	/**
	 * Takes the channel's oldest delivery that is due (queued, unknown, out of
	 * date, or `sending` since before `staleBefore`), and marks it sending.
	 * One that was tried and waits to be tried again (unknown, or put back)
	 * keeps those written after it waiting; one never tried, only its replies.
	 * Null when nothing is due or another holds the channel.
	 */
	claim(
		channel: ChannelRef,
		now: Date,
		staleBefore: Date,
	): Promise<Claim | null>;
	/** The platform has this edition. */
	markSent(
		id: string,
		message: MessageRef,
		edition: number,
		now: Date,
	): Promise<void>;
	/** Back in the queue until `notBefore`; no attempt is counted. */
	putBack(id: string, notBefore: Date, reason: string): Promise<void>;
	/** It may or may not have happened; look again at `notBefore`. Counts an attempt. */
	markUnknown(id: string, notBefore: Date, reason: string): Promise<void>;
	markDead(id: string, reason: string): Promise<void>;
	hold(id: string, reason: string): Promise<void>;
	/** Channels that have something due, or stale, the longest due first; of each platform at most `limit`. For the sweep. */
	due(
		now: Date,
		staleBefore: Date,
		limit: number,
	): Promise<readonly ChannelRef[]>;
	/** When the channel's next delivery falls due; null when none waits. */
	nextDue(channel: ChannelRef): Promise<Date | null>;
	/** How many live posts the channel was sent since then. */
	sentSince(channel: ChannelRef, since: Date): Promise<number>;
	/** Channels with held deliveries, in order of key; those that wait for a flood's answer are not counted. */
	holding(now: Date): Promise<readonly ChannelRef[]>;
	/** The channel's held deliveries, in order, without those that wait for a flood's answer. */
	held(channel: ChannelRef, now: Date): Promise<readonly HeldDelivery[]>;
	/** In one transaction: writes the catch-up and marks what it tells as caught-up, with what catch-ups among that tell. One that stands changes nothing. */
	catchUp(catchUp: Delivery, told: readonly string[]): Promise<void>;
	/** What these catch-ups tell, in order, themselves no catch-ups. */
	toldIn(catchUpIds: readonly string[]): Promise<readonly Delivery[]>;
	/** Puts held deliveries back in the queue as they are. */
	release(ids: readonly string[], now: Date): Promise<void>;
	/** A delivery of that story to that channel, the latest revision first. */
	ofStory(storyId: string): Promise<readonly Delivery[]>;
	/** For the desk: how many stand in each state. */
	counts(): Promise<Readonly<Record<DeliveryState, number>>>;
	/** For the desk: the newest in that state. */
	newest(state: DeliveryState, limit: number): Promise<readonly Delivery[]>;
}
