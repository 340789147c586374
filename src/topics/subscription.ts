import type { ChannelRef } from "../chat/channel.ts";

export const subscriptionModes = ["live", "digest", "both"] as const;
export type SubscriptionMode = (typeof subscriptionModes)[number];

/** A channel follows a Topic. */
export interface Subscription {
	readonly channel: ChannelRef;
	readonly topicId: string;
	readonly mode: SubscriptionMode;
	readonly since: Date;
}

/** Remembers who follows what. */
export interface Subscriptions {
	of(channel: ChannelRef): Promise<readonly Subscription[]>;
	/** Everyone who follows any of these topics, suspended channels included. */
	to(topicIds: readonly string[]): Promise<readonly Subscription[]>;
	/** Adds, or changes the mode and keeps `since`. */
	subscribe(subscription: Subscription): Promise<void>;
	/** False when the channel did not follow it. */
	unsubscribe(channel: ChannelRef, topicId: string): Promise<boolean>;
}
