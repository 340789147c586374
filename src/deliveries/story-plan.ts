import type { Card } from "../chat/card.ts";
import type { ChannelRef, ChannelSettings } from "../chat/channel.ts";
import type { Story } from "../news/story.ts";
import type { Language } from "../phrases/say.ts";
import type { Subscription } from "../topics/subscription.ts";
import type { Delivery, Shown } from "./delivery.ts";
import type { FloodHold } from "./flood.ts";

/** What a card must say, and to whom. */
export interface CardWanted {
	/** `story`: the post in any edition. `change`: a reply that tells what is new. */
	readonly form: "story" | "change";
	readonly shows: Shown;
	readonly language: Language;
}

/** A Story as an Article has just left it, and who wants to hear of it. */
export interface StoryPlan {
	readonly story: Story;
	/** Of the Article that has just been told. */
	readonly articleId: string;
	readonly change: "new" | "joined" | "material";
	/** A hub pushed it: a post is sent at once, and outlets that come later join it by an edit. */
	readonly isPushed?: boolean;
	/** Set when its feed floods: all that would be begun is held, and nothing renewed. */
	readonly flood?: FloodHold | null;
	/** Subscriptions to the topics that the Article meets, in any mode. */
	readonly followers: readonly Subscription[];
	settingsOf(channel: ChannelRef): ChannelSettings;
	/** The story's deliveries so far, to any channel. */
	readonly standing: readonly Delivery[];
	dress(wanted: CardWanted): Card;
}
