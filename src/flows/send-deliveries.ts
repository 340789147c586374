import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { ChatPlatform, MessageRef } from "../chat/chat-platform.ts";
import { faceFailure } from "./face-failure.ts";
import { reasonToHold } from "./reason-to-hold.ts";
import {
	backoffMs,
	isSpent,
	later,
	rest,
	suspendedEditMs,
} from "./rest-delivery.ts";
import type { Sending, SendTools } from "./sending.ts";

/** A sender that has not come back in this time has died; longer than any adapter tries. */
const staleAfterMs = 60_000;
const unconnectedMs = 60_000;

/**
 * Says everything that is due to a channel, in order. What may have been said
 * already is looked for before it is said again. Gives when to come back; null
 * when nothing waits, or another sender or the sweep will see to it.
 */
export async function sendDeliveries(
	channel: ChannelRef,
	tools: SendTools,
	now: () => Date,
): Promise<Date | null> {
	for (;;) {
		const claim = await tools.ledger.claim(
			channel,
			now(),
			staleBefore(now(), tools),
		);
		if (!claim) break;
		const settings = await tools.channels.settings(channel);
		await sendOne({ claim, settings, tools, now: now() });
	}
	const due = await tools.ledger.nextDue(channel);
	return due && due > now() ? due : null;
}

/** Sendings begun before this are taken over: whoever began them is gone. */
export function staleBefore(
	now: Date,
	{ aloneSince }: Pick<SendTools, "aloneSince">,
): Date {
	const patient = now.getTime() - staleAfterMs;
	return new Date(Math.max(patient, aloneSince?.getTime() ?? patient));
}

async function sendOne(sending: Sending): Promise<void> {
	const { claim, tools } = sending;
	const platform = tools.platforms.get(claim.delivery.channel.platform);
	if (!platform) {
		return rest(sending, unconnectedMs, "platform not connected");
	}
	if (claim.delivery.message) {
		return edit(sending, platform, claim.delivery.message);
	}
	if (claim.mustFind && (await look(sending, platform)) !== "absent") return;
	const hold = await reasonToHold(sending);
	if (hold) return tools.ledger.hold(claim.delivery.id, hold);
	await post(sending, platform);
}

async function edit(
	sending: Sending,
	platform: ChatPlatform,
	message: MessageRef,
): Promise<void> {
	const { claim, settings, tools } = sending;
	const { id, card, edition } = claim.delivery;
	if (settings.suspended) {
		return rest(sending, suspendedEditMs, settings.suspended.reason);
	}
	try {
		await platform.update(message, card);
	} catch (error) {
		return faceFailure(sending, "edit", error);
	}
	await tools.ledger.markSent(id, message, edition, sending.now);
	logSaid(sending, "delivery edited");
}

/** Looks for a post that may have happened. Anything but "absent" has been seen to. */
async function look(sending: Sending, platform: ChatPlatform) {
	const { claim, tools, now } = sending;
	const { id, channel, edition } = claim.delivery;
	let found: MessageRef | "absent" | "unknown";
	try {
		const thread = claim.replyTo ?? undefined;
		found = await platform.find(channel, id, claim.soughtFrom, thread);
	} catch (error) {
		return faceFailure(sending, "find", error);
	}
	if (found === "absent") return found;
	if (found === "unknown") return doubt(sending);
	// Which edition was posted is not known: a later one is sent again as an edit.
	await tools.ledger.markSent(id, found, Math.max(1, edition - 1), now);
	logSaid(sending, "delivery found on its platform");
}

async function doubt(sending: Sending): Promise<void> {
	const { claim, tools, now } = sending;
	const { id, attempts } = claim.delivery;
	const reason = "the platform cannot tell whether it was posted";
	if (!isSpent(attempts)) {
		const notBefore = later(now, backoffMs(attempts));
		return tools.ledger.markUnknown(id, notBefore, reason);
	}
	await tools.ledger.markDead(id, reason);
	tools.log.error("delivery given up", { deliveryId: id, reason });
}

async function post(sending: Sending, platform: ChatPlatform): Promise<void> {
	const { claim, tools } = sending;
	const { id, channel, card, edition } = claim.delivery;
	let message: MessageRef;
	try {
		const thread = claim.replyTo ?? undefined;
		message = await platform.post(channel, card, id, thread);
	} catch (error) {
		return faceFailure(sending, "post", error);
	}
	await tools.ledger.markSent(id, message, edition, sending.now);
	logSaid(sending, "delivery posted");
}

function logSaid({ claim, tools }: Sending, event: string): void {
	const { id, channel, kind, edition } = claim.delivery;
	const fields = { channel: channelKey(channel), kind, edition };
	tools.log.info(event, { deliveryId: id, ...fields });
}
