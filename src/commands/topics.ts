import { answerCard } from "../cards/answer-card.ts";
import { languageOf, topicName } from "../cards/topic-name.ts";
import { type Block, type Card, type Span, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { findTopics } from "../topics/find-topics.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";
import { followedHere, topicsHere } from "./topics-here.ts";

/** `/topics [words]`: everything that can be followed, or what the words find, and how this channel follows it. */
export function topicsCommand(tools: CommandTools): Command {
	return {
		name: "topics",
		about: "commands.topicsAbout",
		example: "/topics",
		audience: "asker",
		right: "anyone",
		options: [
			{
				name: "words",
				about: "commands.topicsOption",
				required: false,
				greedy: true,
			},
		],
		subcommands: [],
		answer: (request) => listTopics(request, tools),
	};
}

async function listTopics(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, say } = request;
	const followed = await followedHere(tools, channel);
	const here = topicsFound(request, await topicsHere(tools, channel));
	const own = here.filter(({ owner }) => owner !== null);
	const shared = here.filter(({ owner }) => owner === null);
	const row = (topic: Topic) => topicFact(topic, followed.get(topic.id), say);
	const people = shared.filter(isAboutWords);
	const events = shared.filter((topic) => !isAboutWords(topic));
	const group = (title: string, topics: readonly Topic[]): Block[] =>
		topics.length === 0
			? []
			: [
					textBlock({ text: title, style: "strong" }),
					{ kind: "facts", facts: topics.map(row) },
				];
	return answerCard(say("commands.topicsTitle", { count: here.length }), {
		blocks: [
			textBlock(say("commands.topicsText")),
			...group(say("commands.topicsOwn"), own),
			...group(say("commands.topicsEvents"), events),
			...group(say("commands.topicsPeople"), people),
		],
		footer: say("commands.topicsFooter"),
	});
}

function topicsFound(
	{ options, say }: Request,
	here: readonly Topic[],
): readonly Topic[] {
	const typed = options.words;
	if (typed === undefined) return here;
	const found = findTopics(typed, here, languageOf(say));
	if (found.length > 0) return found;
	const nearest = ["/topics"];
	throw new Mistake("commands.topicUnknown", { typed }, { nearest });
}

/** A topic that only listens for what someone says. */
function isAboutWords({ query }: Topic): boolean {
	return query.trimStart().startsWith("said:");
}

function topicFact(
	topic: Topic,
	followed: { readonly mode: string } | undefined,
	say: Request["say"],
) {
	const id: Span = { text: topic.id, style: "code" };
	const mode = followed?.mode;
	const here = mode ? [{ text: ` · ${say("commands.mode", { mode })}` }] : [];
	return { label: topicName(topic, say), value: [id, ...here] };
}
