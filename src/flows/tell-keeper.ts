import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { ChatPlatform } from "../chat/chat-platform.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import { sayIn } from "../phrases/say.ts";
import type { Sending } from "./sending.ts";

/**
 * Tells someone who can mend a closed channel, once: the notice is named after
 * the delivery that failed, or the one that began the catch-up that did. A
 * notice that fails itself tells nobody.
 */
export async function tellKeeper(
	{ claim, settings, tools, now }: Sending,
	reason: string,
): Promise<void> {
	const { delivery } = claim;
	const platform = tools.platforms.get(delivery.channel.platform);
	if (!platform || delivery.kind === "notice") return;
	const keeper = await keeperOf(delivery.channel, platform);
	if (keeper === null) {
		const fields = { channel: channelKey(delivery.channel), reason };
		tools.log.warn("nobody to tell of a closed channel", fields);
		return;
	}
	const say = sayIn(settings.language);
	await tools.ledger.write([
		newDelivery({
			channel: keeper,
			kind: "notice",
			subject: `closed ${delivery.kind === "catch-up" ? delivery.subject : delivery.id}`,
			card: tools.suspendedCard(delivery.channel, reason, say),
			notBefore: now,
			createdAt: now,
		}),
	]);
}

/** The keeper of a talk with the bot is the one who closed it. */
async function keeperOf(
	channel: ChannelRef,
	platform: ChatPlatform,
): Promise<ChannelRef | null> {
	const keeper = await platform.keeperOf(channel).catch(() => null);
	const isItself = keeper && channelKey(keeper) === channelKey(channel);
	return isItself ? null : keeper;
}
