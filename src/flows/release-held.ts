import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import type { Log } from "../log.ts";
import { type CatchUpTools, catchUp } from "./catch-up.ts";
import {
	isSoLongAgo,
	isTimeToLook,
	type LookTools,
	lookAgain,
} from "./look-again.ts";
import { isLimitReached } from "./reason-to-hold.ts";
import { resumeChannel } from "./resume-channel.ts";

/** What letting go needs of the house. */
export interface ReleaseTools extends LookTools, CatchUpTools {
	readonly channels: Channels;
	readonly log: Log;
}

/** Looking asks the platform, and the rest of the sweep's round waits for it. */
const mostLooks = 20;
/** Where looking tells nothing, what is held tries once a day whether the channel is back. */
const tryAfterMs = 24 * 60 * 60 * 1000;

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
		const isTried =
			standing === "open" ||
			(standing === "unknown" &&
				isSoLongAgo(settings.suspended.since, tryAfterMs, now));
		if (!isTried) return false;
		await resumeChannel(channel, tools);
	}
	if (await mustWait(held)) return false;
	const deliveries = await tools.ledger.held(channel, now);
	await catchUp(deliveries, { ref: channel, settings }, tools, now);
	const fields = { channel: channelKey(channel), count: deliveries.length };
	tools.log.info("held deliveries released", fields);
	return deliveries.length > 0;
}

async function mustWait({ channel, settings, tools, now }: Held) {
	if (quietUntil(settings, now)) return true;
	const { limitPerHour } = settings;
	if (limitPerHour === null) return false;
	return isLimitReached(tools.ledger, channel, { limitPerHour, now });
}
