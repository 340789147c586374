import type { Card } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
} from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import type { Log } from "../log.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import { type LookTools, lookAgain } from "./look-again.ts";
import { resumeChannel } from "./resume-channel.ts";
import { isLimitReached, staleBefore } from "./send-deliveries.ts";

/** A channel, and when it has something to hear. */
export interface DueChannel {
	readonly channel: ChannelRef;
	readonly at: Date;
}

/** Tells the queue that channels have something due; a queue that is down says so itself and never throws. */
export type EnqueueChannels = (
	due: readonly DueChannel[],
	cause: string,
) => Promise<void>;

/** What sweeping needs of the house. */
export interface SweepTools extends LookTools {
	readonly ledger: DeliveryLedger;
	readonly channels: Channels;
	readonly enqueueChannels: EnqueueChannels;
	catchUpCard(held: readonly Delivery[], say: Say): Card;
	/** Since when no other process can be sending; null where others may. */
	readonly aloneSince: Date | null;
	readonly log: Log;
}

/** Of each platform, so that none shuts another out. */
const mostChannels = 500;
const probeAfterMs = 24 * 60 * 60 * 1000;

/**
 * Sees that nothing is left lying: lets go what was held and need not be any
 * more, and enqueues every channel that has something due. A queue that lost
 * all its jobs gets them back here.
 */
export async function sweep(tools: SweepTools, now: Date): Promise<void> {
	for (const { channel, deliveries } of await tools.ledger.held()) {
		try {
			await releaseHeld({ channel, deliveries, tools, now });
		} catch (error) {
			// One channel's fault keeps no other waiting.
			const fields = { channel: channelKey(channel), error };
			tools.log.error("held deliveries not released", fields);
		}
	}
	const limits = [now, staleBefore(now, tools), mostChannels] as const;
	const due = await tools.ledger.due(...limits);
	const dueNow = due.map((channel) => ({ channel, at: now }));
	await tools.enqueueChannels(dueNow, "swept");
}

interface Held {
	readonly channel: ChannelRef;
	readonly deliveries: readonly Delivery[];
	readonly tools: SweepTools;
	readonly now: Date;
}

async function releaseHeld(held: Held): Promise<void> {
	const { channel, deliveries, tools, now } = held;
	const settings = await tools.channels.settings(channel);
	if (settings.suspended && !(await isOpenAgain(held, settings.suspended)))
		return;
	if (await mustWait(held, settings)) return;
	const stories = deliveries.filter(({ kind }) => kind === "story");
	// Digests and earlier catch-ups are whole as they are.
	const others = deliveries.filter(({ kind }) => kind !== "story");
	const whole = stories.length > 1 ? others : deliveries;
	const ids = whole.map(({ id }) => id);
	if (ids.length > 0) await tools.ledger.release(ids, now);
	if (stories.length > 1)
		await catchUp({ ...held, deliveries: stories }, settings);
	const fields = { channel: channelKey(channel), count: deliveries.length };
	tools.log.info("held deliveries released", fields);
}

/** Whether a suspended channel can be reached again; then it is no longer suspended. */
async function isOpenAgain(
	held: Held,
	{ since }: { readonly since: Date },
): Promise<boolean> {
	const { channel, tools, now } = held;
	const standing = await lookAgain(channel, since, tools, now);
	if (standing === "open") await resumeChannel(channel, tools);
	else if (standing !== "closed") await probe(held, since);
	return standing === "open";
}

/** Where looking tells nothing: once a day, one delivery tries whether the channel is back. */
async function probe(
	{ channel, deliveries, tools, now }: Held,
	since: Date,
): Promise<void> {
	const [oldest] = deliveries;
	if (!oldest || now.getTime() - since.getTime() < probeAfterMs) return;
	await tools.ledger.release([oldest.id], now);
	await resumeChannel(channel, tools);
}

async function mustWait(
	{ channel, tools, now }: Held,
	settings: ChannelSettings,
): Promise<boolean> {
	if (quietUntil(settings, now)) return true;
	const { limitPerHour } = settings;
	if (limitPerHour === null) return false;
	return isLimitReached(tools.ledger, channel, { limitPerHour, now });
}

async function catchUp(
	{ channel, deliveries, tools, now }: Held,
	{ language }: ChannelSettings,
): Promise<void> {
	const [first] = deliveries;
	if (!first) return;
	const catchUpDelivery = newDelivery({
		channel,
		kind: "catch-up",
		subject: first.id,
		card: tools.catchUpCard(deliveries, sayIn(language)),
		notBefore: now,
		createdAt: now,
	});
	const told = deliveries.map(({ id }) => id);
	await tools.ledger.catchUp(catchUpDelivery, told);
}
