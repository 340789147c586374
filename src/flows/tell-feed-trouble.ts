import type { Card } from "../chat/card.ts";
import type { ChannelRef, Channels } from "../chat/channel.ts";
import type { Archive } from "../deliveries/archive.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { deliveryId } from "../deliveries/delivery-id.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import type { Feed, FeedState } from "../feeds/feed.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import { later } from "./rest-delivery.ts";
import type { EnqueueChannels } from "./sweep.ts";

/** What telling of a feed's trouble needs of the house. */
export interface TroubleTools {
	readonly archive: Pick<Archive, "channelsFedBy">;
	readonly channels: Pick<Channels, "settings">;
	readonly ledger: Pick<DeliveryLedger, "write" | "delivery">;
	/** Tells the trouble, or that there is none any more. */
	feedTroubleCard(feed: Feed, state: FeedState, say: Say): Card;
	readonly enqueueChannels: EnqueueChannels;
}

const dayMs = 24 * 3_600_000;
/** Whom a feed brought nothing for so long does not miss it. */
const missedForMs = 30 * dayMs;

interface Trouble {
	readonly feed: Feed;
	/** As the poll leaves it. */
	readonly state: FeedState;
	readonly tools: TroubleTools;
	readonly now: Date;
}

/**
 * Tells the channels that a feed brings news to, once, that it has failed for
 * a day, and those of them once that it is back. Gives the state that
 * remembers so. The notices are named after the failure's beginning, so told
 * twice they are one.
 */
export async function tellFeedTrouble(trouble: Trouble): Promise<FeedState> {
	const { feed, state, tools, now } = trouble;
	const { failingSince, troubleToldOf } = state;
	if (failingSince === null && troubleToldOf === null) return state;
	const fed = () =>
		tools.archive.channelsFedBy(feed.id, later(now, -missedForMs));
	if (failingSince === null) {
		const told = await toldOf(await fed(), trouble);
		await tell(told, trouble, subjectOf("back", feed, troubleToldOf));
		return { ...state, troubleToldOf: null };
	}
	if (troubleToldOf !== null || +now - +failingSince < dayMs) return state;
	await tell(await fed(), trouble, subjectOf("down", feed, failingSince));
	return { ...state, troubleToldOf: failingSince };
}

function subjectOf(
	event: "down" | "back",
	{ id }: Feed,
	since: Date | null,
): string {
	return `feed ${event} ${since?.toISOString()} ${id}`;
}

/** Those that were told that it is down. */
async function toldOf(
	channels: readonly ChannelRef[],
	{ feed, state, tools }: Trouble,
): Promise<readonly ChannelRef[]> {
	const subject = subjectOf("down", feed, state.troubleToldOf);
	const told: ChannelRef[] = [];
	for (const channel of channels) {
		const id = deliveryId(channel, subject, 1);
		if (await tools.ledger.delivery(id)) told.push(channel);
	}
	return told;
}

async function tell(
	channels: readonly ChannelRef[],
	trouble: Trouble,
	subject: string,
): Promise<void> {
	const { tools } = trouble;
	const notices: Delivery[] = [];
	for (const channel of channels) {
		notices.push(await notice(channel, trouble, subject));
	}
	await tools.ledger.write(notices);
	const due = notices.map(({ channel, notBefore }) => ({
		channel,
		at: notBefore,
	}));
	await tools.enqueueChannels(due, "feed trouble");
}

async function notice(
	channel: ChannelRef,
	{ feed, state, tools, now }: Trouble,
	subject: string,
): Promise<Delivery> {
	const settings = await tools.channels.settings(channel);
	const { suspended, language } = settings;
	return newDelivery({
		...{ channel, kind: "notice", subject },
		card: tools.feedTroubleCard(feed, state, sayIn(language)),
		state: suspended ? "held" : "queued",
		reason: suspended?.reason ?? null,
		notBefore: quietUntil(settings, now) ?? now,
		createdAt: now,
	});
}
