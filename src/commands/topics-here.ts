import { languageOf } from "../cards/topic-name.ts";
import { type ChannelRef, channelKey } from "../chat/channel.ts";
import type { Choice, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { PhraseKey } from "../phrases/say.ts";
import { fold } from "../text/fold.ts";
import { findTopics, topicCalled } from "../topics/find-topics.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";

type TopicTools = Pick<
	CommandTools,
	"catalogue" | "channels" | "subscriptions" | "topics"
>;

/** At most, in a mistake's buttons. */
const mostNearest = 5;
/** What platforms show at once. */
const mostChoices = 25;

/** The topics that a channel may follow: its own, then the catalogue's. */
export async function topicsHere(
	tools: TopicTools,
	channel: ChannelRef,
): Promise<readonly Topic[]> {
	const own = await ownTopics(tools, channel);
	return [...own, ...tools.catalogue];
}

/** The topics that a channel made for itself. */
export async function ownTopics(
	tools: TopicTools,
	channel: ChannelRef,
): Promise<readonly Topic[]> {
	const key = channelKey(channel);
	return (await tools.topics.topics()).filter(({ owner }) => owner === key);
}

/** The topics that a channel follows, by id. */
export async function followedHere(tools: TopicTools, channel: ChannelRef) {
	const followed = await tools.subscriptions.of(channel);
	return new Map(followed.map((one) => [one.topicId, one]));
}

/**
 * The one topic that typed words mean among these: the one that is called so,
 * or the only one whose names hold the words. `line` writes the command again
 * with a topic's id, for the buttons of the mistake.
 * @throws Mistake when no topic, or more than one, may be meant.
 */
export function topicMeant(
	words: string,
	topics: readonly Topic[],
	asked: {
		readonly request: Request;
		readonly line: (id: string) => string;
		/** What to say when no topic is called so. */
		readonly unknown?: PhraseKey;
		/** A line that shows what there is, when nothing is near. */
		readonly list?: string;
	},
): Topic {
	const { request, line, list = "/topics" } = asked;
	const { unknown = "commands.topicUnknown" } = asked;
	const meant = onlyTopic(words, topics);
	if (meant) return meant;
	const found = findTopics(words, topics, languageOf(request.say));
	const near = found.slice(0, mostNearest).map(({ id }) => line(id));
	const nearest = near.length > 0 ? near : [list];
	const phrase = found.length > 1 ? "commands.topicUnclear" : unknown;
	throw new Mistake(phrase, { typed: words }, { nearest });
}

/** The topic that is called so, or the only one whose names hold the words. */
export function onlyTopic(
	words: string,
	topics: readonly Topic[],
): Topic | undefined {
	const exact = topicCalled(words, topics);
	if (exact) return exact;
	const [only, ...others] = findTopics(words, topics);
	return only && others.length === 0 && isHeldIn(words, only)
		? only
		: undefined;
}

/**
 * Whether the words stand in a name, each at the beginning of a word of it
 * (`rum` is not in `Trump`). A name only nearly written so is asked back.
 */
function isHeldIn(words: string, { id, names }: Topic): boolean {
	const asked = wordsOf(words);
	return [id, ...Object.values(names)].some((name) => {
		const known = wordsOf(name);
		return asked.every((word) => known.some((one) => one.startsWith(word)));
	});
}

function wordsOf(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Offers topics while one is typed; `pick` chooses among those the channel may follow. */
export function suggestTopics(
	tools: TopicTools,
	pick: (
		tools: TopicTools,
		channel: ChannelRef,
	) => Promise<readonly Topic[]> = topicsHere,
) {
	return async (
		typed: string,
		channel: ChannelRef,
	): Promise<readonly Choice[]> => {
		const { language } = await tools.channels.settings(channel);
		const found = findTopics(typed, await pick(tools, channel), language);
		return found.slice(0, mostChoices).map((topic) => ({
			value: topic.id,
			label: topic.names[language],
		}));
	};
}

/** Those of a channel's topics that it follows now. */
export async function followedTopics(
	tools: TopicTools,
	channel: ChannelRef,
): Promise<readonly Topic[]> {
	const followed = await followedHere(tools, channel);
	const here = await topicsHere(tools, channel);
	return here.filter(({ id }) => followed.has(id));
}
