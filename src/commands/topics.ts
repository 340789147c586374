import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Block, type Card, type Span, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";
import { followedHere, ownTopics } from "./topics-here.ts";

/** `/topics`: everything that can be followed, and how this channel follows it. */
export function topicsCommand(tools: CommandTools): Command {
	return {
		name: "topics",
		about: "commands.topicsAbout",
		example: "/topics",
		audience: "asker",
		right: "anyone",
		options: [],
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
	const own = await ownTopics(tools, channel);
	const row = (topic: Topic) => topicFact(topic, followed.get(topic.id), say);
	const people = tools.catalogue.filter(isAboutWords);
	const events = tools.catalogue.filter((topic) => !isAboutWords(topic));
	const group = (title: string, topics: readonly Topic[]): Block[] =>
		topics.length === 0
			? []
			: [
					textBlock({ text: title, style: "strong" }),
					{ kind: "facts", facts: topics.map(row) },
				];
	const count = own.length + tools.catalogue.length;
	return answerCard(say("commands.topicsTitle", { count }), {
		blocks: [
			textBlock(say("commands.topicsText")),
			...group(say("commands.topicsOwn"), own),
			...group(say("commands.topicsEvents"), events),
			...group(say("commands.topicsPeople"), people),
		],
		footer: say("commands.topicsFooter"),
	});
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
