import { channelKey } from "../chat/channel.ts";
import type { Request } from "../chat/command.ts";
import type { ArchivedArticle } from "../deliveries/archive.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Story } from "../news/story.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";
import { followedHere, topicsHere } from "./topics-here.ts";

/** Tellings of a story that are looked into. */
const mostTellings = 20;

/** Everything that decides whether a channel hears a story. */
export interface WhyCase {
	readonly story: Story;
	readonly articles: readonly ArchivedArticle[];
	/** Topics met, those that the channel follows first. */
	readonly met: readonly Topic[];
	/** Those of them that brought the story here; empty when it was not planned. */
	readonly brought: readonly Topic[];
	readonly followed: Awaited<ReturnType<typeof followedHere>>;
	/** What was planned for this channel, the latest revision first. */
	readonly deliveries: readonly Delivery[];
}

/** Looks up what decides whether the asker's channel hears this story. */
export async function whyCase(
	story: Story,
	{ channel }: Request,
	tools: CommandTools,
): Promise<WhyCase> {
	const tellings = story.tellings.slice(0, mostTellings);
	const read = tellings.map(({ articleId }) =>
		tools.archive.article(articleId),
	);
	const articles = (await Promise.all(read)).filter((one) => one !== null);
	const ids = new Set(
		articles.flatMap(({ matches }) => matches.map(({ topicId }) => topicId)),
	);
	const followed = await followedHere(tools, channel);
	const met = (await topicsHere(tools, channel)).filter(({ id }) =>
		ids.has(id),
	);
	const rank = ({ id }: Topic) => (followed.has(id) ? 0 : 1);
	const key = channelKey(channel);
	const all = await tools.ledger.ofStory(story.id);
	const deliveries = all.filter((one) => channelKey(one.channel) === key);
	const shown = deliveries.flatMap(({ shows }) => shows?.topicIds ?? []);
	return {
		story,
		articles,
		met: met.toSorted((a, b) => rank(a) - rank(b)),
		brought: met.filter(({ id }) => shown.includes(id)),
		followed,
		deliveries,
	};
}
