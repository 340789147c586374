import type { Card } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import type { Log } from "../log.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import { isTimeToLook, type LookTools, lookAgain } from "./look-again.ts";
import { resumeChannel } from "./resume-channel.ts";
import { isLimitReached } from "./send-deliveries.ts";

/** What letting go needs of the house. */
export interface ReleaseTools extends LookTools {
	readonly ledger: DeliveryLedger;
	readonly channels: Channels;
	catchUpCard(held: readonly Delivery[], say: Say): Card;
	readonly log: Log;
}

/** Looking asks the platform, and the rest of the sweep's round waits for it. */
const mostLooks = 20;
const probeAfterMs = 24 * 60 * 60 * 1000;

/** Lets go what was held and need not be any more. Gives the channels that now have something due. */
export async function releaseHeld(
	tools: ReleaseTools,
	now: Date,
): Promise<readonly ChannelRef[]> {
	const holding = await holdingChannels(tools, now);
	const open = holding.filter(({ settings }) => settings.suspended === null);
	const closed = holding.filter(({ channel, settings: { suspended } }) =>
		suspended ? isTimeToLook(channel, suspended.since, tools, now) : false,
	);
	const released: ChannelRef[] = [];
	for (const one of [...open, ...closed.slice(0, mostLooks)]) {
		try {
			if (await release({ ...one, tools, now })) released.push(one.channel);
		} catch (error) {
			// One channel's fault keeps no other waiting.
			const fields = { channel: channelKey(one.channel), error };
			tools.log.error("held deliveries not released", fields);
		}
	}
	return released;
}

interface Holding {
	readonly channel: ChannelRef;
	readonly settings: ChannelSettings;
}

async function holdingChannels(
	tools: ReleaseTools,
	now: Date,
): Promise<Holding[]> {
	const holding = await tools.ledger.holding(now);
	if (holding.length === 0) return [];
	const all = await tools.channels.all();
	const chosen = new Map(
		all.map(({ channel, settings }) => [channelKey(channel), settings]),
	);
	return holding.map((channel) => ({
		channel,
		settings: chosen.get(channelKey(channel)) ?? defaultChannelSettings,
	}));
}

interface Held extends Holding {
	readonly tools: ReleaseTools;
	readonly now: Date;
}

/** Whether anything was let go. */
async function release(held: Held): Promise<boolean> {
	const { channel, settings, tools, now } = held;
	if (settings.suspended) {
		const standing = await lookAgain(channel, tools, now);
		if (standing === "unknown") return probe(held, settings.suspended);
		if (standing === "closed") return false;
		await resumeChannel(channel, tools);
	}
	if (await mustWait(held)) return false;
	const deliveries = await tools.ledger.held(channel, now);
	const { whole, joined } = sorted(deliveries);
	await tools.ledger.release(idsOf(whole), now);
	await catchUp(held, joined);
	const fields = { channel: channelKey(channel), count: deliveries.length };
	tools.log.info("held deliveries released", fields);
	return true;
}

/** Where looking tells nothing: once a day, one delivery tries whether the channel is back. */
async function probe(
	{ channel, tools, now }: Held,
	{ since }: { readonly since: Date },
): Promise<boolean> {
	if (now.getTime() - since.getTime() < probeAfterMs) return false;
	const [oldest] = await tools.ledger.held(channel, now);
	if (!oldest) return false;
	await tools.ledger.release([oldest.id], now);
	await resumeChannel(channel, tools);
	return true;
}

async function mustWait({ channel, settings, tools, now }: Held) {
	if (quietUntil(settings, now)) return true;
	const { limitPerHour } = settings;
	if (limitPerHour === null) return false;
	return isLimitReached(tools.ledger, channel, { limitPerHour, now });
}

/**
 * Stories, and digests older than the latest, are joined in one catch-up when
 * they are several. The rest is whole as it is: the day's digest is what its
 * readers wait for, and a notice is for one person.
 */
function sorted(deliveries: readonly Delivery[]) {
	const latest = deliveries.findLast(({ kind }) => kind === "digest");
	const joins = (one: Delivery) =>
		one.kind === "story" || (one.kind === "digest" && one !== latest);
	const joined = deliveries.filter(joins);
	if (joined.length < 2) return { whole: deliveries, joined: [] };
	return { whole: deliveries.filter((one) => !joins(one)), joined };
}

async function catchUp(
	{ channel, settings, tools, now }: Held,
	joined: readonly Delivery[],
): Promise<void> {
	const [first] = joined;
	if (!first) return;
	const catchUpDelivery = newDelivery({
		channel,
		kind: "catch-up",
		subject: first.id,
		card: tools.catchUpCard(joined, sayIn(settings.language)),
		notBefore: now,
		createdAt: now,
	});
	await tools.ledger.catchUp(catchUpDelivery, idsOf(joined));
}

function idsOf(deliveries: readonly Delivery[]): readonly string[] {
	return deliveries.map(({ id }) => id);
}
