import type { ChannelRef } from "../chat/channel.ts";
import { type Delivery, liveKinds } from "../deliveries/delivery.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import { later } from "./rest-delivery.ts";
import type { Sending } from "./sending.ts";

const hourMs = 60 * 60 * 1000;
/** What could not be said for so long, its platform away or we, comes with the others. */
const lateMs = 2 * hourMs;

/** Why a delivery is not to be posted now; null when it is. Digests and notices wait for nothing but a suspended channel. */
export async function reasonToHold(sending: Sending): Promise<string | null> {
	const { claim, settings, tools, now } = sending;
	const { kind, channel } = claim.delivery;
	if (settings.suspended) return settings.suspended.reason;
	const isLive = liveKinds.includes(kind);
	const breaksIn = isLive || kind === "catch-up";
	if (breaksIn && quietUntil(settings, now)) return "quiet hours";
	if (!isLive) return null;
	if (isLate(claim.delivery, now)) return "it could not be posted in time";
	const { limitPerHour } = settings;
	const isFull =
		limitPerHour !== null &&
		(await isLimitReached(tools.ledger, channel, { limitPerHour, now }));
	return isFull ? `more than ${limitPerHour} posts in an hour` : null;
}

/** A rate says itself that it is late. */
function isLate({ kind, notBefore }: Delivery, now: Date): boolean {
	return kind === "story" && +now - +notBefore > lateMs;
}

/** Whether the channel has heard as many live posts in the last hour as it wants. */
export async function isLimitReached(
	ledger: DeliveryLedger,
	channel: ChannelRef,
	{ limitPerHour, now }: { limitPerHour: number; now: Date },
): Promise<boolean> {
	const sent = await ledger.sentSince(channel, later(now, -hourMs));
	return sent >= limitPerHour;
}
