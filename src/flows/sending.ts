import type { Card } from "../chat/card.ts";
import type { ChannelRef, ChannelSettings, Channels } from "../chat/channel.ts";
import type { ChatPlatform } from "../chat/chat-platform.ts";
import type { Claim, DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { Log } from "../log.ts";
import type { Say } from "../phrases/say.ts";

/** What sending needs of the house. */
export interface SendTools {
	readonly ledger: DeliveryLedger;
	readonly channels: Channels;
	/** Those connected in this process, by name. */
	readonly platforms: ReadonlyMap<string, ChatPlatform>;
	/** Since when no other process can be sending; null where others may. */
	readonly aloneSince: Date | null;
	suspendedCard(channel: ChannelRef, reason: string, say: Say): Card;
	readonly log: Log;
}

/** One delivery in this sender's hands. */
export interface Sending {
	readonly claim: Claim;
	readonly settings: ChannelSettings;
	readonly tools: SendTools;
	readonly now: Date;
}
