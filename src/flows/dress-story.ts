import type { Card } from "../chat/card.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import type { CardWanted } from "../deliveries/story-plan.ts";
import type { Speaker } from "../news/statement.ts";
import type { Story } from "../news/story.ts";
import { type Say, sayIn } from "../phrases/say.ts";
import type { Topic } from "../topics/topic.ts";
import type { ReadArticle } from "./read-article.ts";

/** All that a story's card is made from. */
interface StoryToTell extends ReadArticle {
	readonly story: Story;
	/** Those met that the channel follows. */
	readonly topics: readonly Topic[];
	readonly speakers: readonly Speaker[];
}

/** What putting a Story into words needs of the rooms below. */
export interface DressTools {
	/** Undefined for a topic that is no more. */
	topic(id: string): Topic | undefined;
	readonly speakers: readonly Speaker[];
	storyCard(told: StoryToTell, say: Say): Card;
	changeCard(told: StoryToTell, say: Say): Card;
}

/** What standing posts lead with: their later editions show the same. */
export async function leadsOf(
	standing: readonly Delivery[],
	turn: NewsTurn,
): Promise<readonly ReadArticle[]> {
	const ids = standing.flatMap(({ shows }) => shows?.articleId ?? []);
	return ids.length > 0 ? turn.kept([...new Set(ids)]) : [];
}

/** Puts a telling into words, for one channel's language and topics. The Article just told comes first. */
export function dresser(
	leads: readonly ReadArticle[],
	story: Story,
	tools: DressTools,
) {
	return ({ form, shows, language }: CardWanted): Card => {
		const shown = ({ article }: ReadArticle) => article.id === shows.articleId;
		const read = leads.find(shown) ?? leads[0];
		if (!read) throw new Error(`story ${story.id} has nothing to show`);
		const topics = shows.topicIds.flatMap((id) => tools.topic(id) ?? []);
		const told = { ...read, story, topics, speakers: tools.speakers };
		const say = sayIn(language);
		return form === "story"
			? tools.storyCard(told, say)
			: tools.changeCard(told, say);
	};
}
