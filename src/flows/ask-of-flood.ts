import type { Card } from "../chat/card.ts";
import {
	type ChannelSettings,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import { quietUntil } from "../deliveries/quiet-hours.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Log } from "../log.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import type { Flood } from "./sift-articles.ts";

/** What a channel is told of what it does not hear yet. */
interface FloodHeld {
	readonly feed: Feed;
	readonly held: readonly Delivery[];
	readonly until: Date;
	/** IANA zone of the channel. */
	readonly zone: string;
}

/** What asking of a flood needs of the rooms below. */
export interface FloodTools {
	floodCard(flood: FloodHeld, say: Say): Card;
	readonly log: Log;
}

/**
 * In the turn that holds them, asks each channel that would have heard of a
 * flood's articles what they are. The notice is named after the flood: what
 * joins it later is not asked of again.
 */
export async function askOfFlood(
	turn: NewsTurn,
	planned: readonly Delivery[],
	{ flood, tools, now }: { flood: Flood; tools: FloodTools; now: Date },
): Promise<readonly Delivery[]> {
	const held = planned.filter((one) => one.flood !== null);
	const lanes = Map.groupBy(held, ({ channel }) => channelKey(channel));
	const chosen = await turn.settings(held.map(({ channel }) => channel));
	const { feed, hold } = flood;
	const fields = { feedId: feed.id, articles: flood.ids.size };
	tools.log.warn("feed flooded", { ...fields, channels: lanes.size });
	try {
		return [...lanes].map(([key, some]) => {
			const settings = chosen.get(key) ?? defaultChannelSettings;
			const { zone, language } = settings;
			const told = { feed, held: some, until: hold.until, zone };
			const card = tools.floodCard(told, sayIn(language));
			return notice({ hold, some, card, settings, now });
		});
	} catch (error) {
		// What is held comes all the same when its time is over.
		tools.log.error("flood not asked of", { ...fields, error });
		return [];
	}
}

function notice(asking: {
	readonly hold: Flood["hold"];
	readonly some: readonly [Delivery, ...Delivery[]] | readonly Delivery[];
	readonly card: Card;
	readonly settings: ChannelSettings;
	readonly now: Date;
}): Delivery {
	const { hold, some, card, settings, now } = asking;
	const [first] = some;
	if (!first) throw new Error(`nothing is held of ${hold.feedId}`);
	const { suspended } = settings;
	return newDelivery({
		channel: first.channel,
		kind: "notice",
		subject: `flood ${hold.feedId} ${hold.until.toISOString()}`,
		card,
		state: suspended ? "held" : "queued",
		reason: suspended?.reason ?? null,
		notBefore: quietUntil(settings, now) ?? now,
		createdAt: now,
	});
}
