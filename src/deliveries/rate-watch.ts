import { createHash } from "node:crypto";
import type { ChannelRef } from "../chat/channel.ts";
import type { RateTold } from "../tariffs/rate-news.ts";
import type { RateQuestion } from "../tariffs/rate-timeline.ts";
import type { SubscriptionMode } from "../topics/subscription.ts";
import type { Delivery } from "./delivery.ts";

/** A channel wants to hear when the book's answer to a question changes. */
export interface RateWatch extends RateQuestion {
	/** Names it among all there have been: one that is begun anew is another. */
	readonly id: string;
	readonly channel: ChannelRef;
	readonly mode: SubscriptionMode;
	readonly since: Date;
	/** How many times it has been told something. */
	readonly revision: number;
}

/** What was told, and by which book. */
export interface RateState extends RateTold {
	/** The day to which that book had been verified: an older one has nothing to say against it. */
	readonly edition: string;
}

/** A change of a rate as a line of a digest. */
export interface RateNotice {
	readonly title: string;
	readonly url: string | null;
	/** The act and where it was read. */
	readonly source: string;
}

/** A question that is watched, and what all of some watchers were told of it. */
export interface StandingQuestion {
	readonly question: RateQuestion;
	/** The `toldId` of what they were told. */
	readonly toldId: string;
}

/** One watch's part of a telling. */
export interface RateTelling {
	readonly watch: RateWatch;
	readonly deliveries: readonly Delivery[];
	/** For the channel's digest. */
	readonly notices: readonly RateNotice[];
}

/** What some of a question's watchers are told together. */
export interface RateRound {
	readonly standing: StandingQuestion;
	/** What they will have been told. */
	readonly told: RateState;
	readonly tellings: readonly RateTelling[];
	readonly now: Date;
}

/** Remembers who watches which rate, and what was told of it. */
export interface RateWatches {
	/** The channel's watches, in order of goods, importer and origin. */
	of(channel: ChannelRef): Promise<readonly RateWatch[]>;
	/**
	 * Adds a watch of which `told` needs no telling any more. One that stands
	 * changes its mode and keeps the rest.
	 */
	watch(watch: RateWatch, told: RateState): Promise<void>;
	/** False when the channel did not watch it. */
	unwatch(channel: ChannelRef, question: RateQuestion): Promise<boolean>;
	/** Each question with each state of telling once, however many watch it. */
	standing(): Promise<readonly StandingQuestion[]>;
	told(toldId: string): Promise<RateState | null>;
	/** Everyone who watches the question and was told exactly that, in order of channel. */
	watching(standing: StandingQuestion): Promise<readonly RateWatch[]>;
	/**
	 * In one transaction: writes the deliveries and notices of those watches
	 * that still stand where they stood, and keeps what they are told by it.
	 * Gives the ids of the watches; the others were told by someone else, or ended.
	 */
	tell(round: RateRound): Promise<readonly string[]>;
	/** What was told to the channel's digest in [from, to), in order. */
	notices(
		channel: ChannelRef,
		from: Date,
		to: Date,
	): Promise<readonly RateNotice[]>;
}

/** Names what was told by its content. */
export function toldId({ day, steps, edition }: RateState): string {
	return createHash("sha256")
		.update(JSON.stringify([day, steps, edition]))
		.digest("hex")
		.slice(0, 24);
}
