import type { Card } from "../chat/card.ts";
import type { ChannelRef } from "../chat/channel.ts";
import type { MessageRef } from "../chat/chat-platform.ts";
import type { FloodHold } from "./flood.ts";

/**
 * queued → sending → sent; or
 * held (quiet hours, limit, suspended channel, flood: told later in a catch-up digest),
 * caught-up (told in a catch-up digest),
 * dropped (someone there said that it was known),
 * unknown (the platform may or may not have it: find before posting again),
 * dead (refused: our bug, shown on the desk).
 */
export const deliveryStates = [
	"queued",
	"sending",
	"sent",
	"held",
	"caught-up",
	"unknown",
	"dead",
	"dropped",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type DeliveryKind = "story" | "rate" | "digest" | "catch-up" | "notice";

/** Those that break in at any time: quiet hours hold them, and the hourly limit counts them. */
export const liveKinds: readonly DeliveryKind[] = ["story", "rate"];

/** What a story's card leads with, and why: its later editions keep both. */
export interface Shown {
	readonly articleId: string;
	/** Topics that the channel follows and the story met. */
	readonly topicIds: readonly string[];
}

/** One Card for one channel, once. */
export interface Delivery {
	/** Hash of channel, subject and revision (`deliveryId`): the idempotency key. */
	readonly id: string;
	readonly channel: ChannelRef;
	readonly kind: DeliveryKind;
	/** The story's id; for rates the watch; for digests the local date; for catch-ups the first held delivery. */
	readonly subject: string;
	readonly revision: number;
	/** Null for what is no story. */
	readonly shows: Shown | null;
	readonly card: Card;
	/** Raised each time the card changes; the platform's copy is out of date while `sentEdition` is lower. */
	readonly edition: number;
	readonly sentEdition: number;
	/** Delivery id of the post whose thread this one answers. */
	readonly replyTo: string | null;
	readonly state: DeliveryState;
	/** Why it is held, unknown or dead; one sentence. */
	readonly reason: string | null;
	/** Why it is held, where its feed is to blame. */
	readonly flood: FloodHold | null;
	readonly message: MessageRef | null;
	/** Tries that reached the platform or may have. */
	readonly attempts: number;
	/** Not to be sent before this. */
	readonly notBefore: Date;
	readonly createdAt: Date;
	readonly sentAt: Date | null;
}
