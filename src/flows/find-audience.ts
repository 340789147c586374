import {
	type ChannelRef,
	type ChannelSettings,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import type { Story } from "../news/story.ts";
import type { Subscription } from "../topics/subscription.ts";

/** Who follows what an Article meets, and what was planned of its Story so far. */
export interface Audience {
	readonly followers: readonly Subscription[];
	readonly standing: readonly Delivery[];
	settingsOf(channel: ChannelRef): ChannelSettings;
}

/** Looks up who is to hear of a Story's Article that meets these topics. */
export async function findAudience(
	turn: NewsTurn,
	topicIds: readonly string[],
	story: Story,
): Promise<Audience> {
	const followers =
		topicIds.length > 0 ? await turn.subscriptionsTo(topicIds) : [];
	const standing =
		followers.length > 0 ? await turn.deliveriesOf(story.id) : [];
	return withSettings(turn, followers, standing);
}

/** Also those who heard of the Story and follow nothing that it meets any more. */
export async function findHearers(
	turn: NewsTurn,
	topicIds: readonly string[],
	story: Story,
): Promise<Audience> {
	const followers =
		topicIds.length > 0 ? await turn.subscriptionsTo(topicIds) : [];
	return withSettings(turn, followers, await turn.deliveriesOf(story.id));
}

async function withSettings(
	turn: NewsTurn,
	followers: Audience["followers"],
	standing: Audience["standing"],
): Promise<Audience> {
	const channels = [...followers, ...standing].map(({ channel }) => channel);
	const settings = await turn.settings(channels);
	const settingsOf = (channel: ChannelRef) =>
		settings.get(channelKey(channel)) ?? defaultChannelSettings;
	return { followers, standing, settingsOf };
}
