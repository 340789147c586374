import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import type { CommandTools } from "./command-tools.ts";
import { digestFact } from "./digest-fact.ts";
import { followedHere, followedTopics } from "./topics-here.ts";

/** `/subscriptions`: what this channel follows, and a button to end each. */
export function subscriptionsCommand(tools: CommandTools): Command {
	return {
		name: "subscriptions",
		about: "commands.subscriptionsAbout",
		example: "/subscriptions",
		audience: "asker",
		right: "anyone",
		options: [],
		subcommands: [],
		answer: (request) => listSubscriptions(request, tools),
	};
}

async function listSubscriptions(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, say } = request;
	const topics = await followedTopics(tools, channel);
	if (topics.length === 0) return nothingFollowed(request);
	const followed = await followedHere(tools, channel);
	const facts = topics.map((topic) => {
		const mode = followed.get(topic.id)?.mode ?? "live";
		const value = [{ text: say("commands.mode", { mode }) }];
		return { label: topicName(topic, say), value };
	});
	return answerCard(
		say("commands.subscriptionsTitle", { count: topics.length }),
		{
			blocks: [
				{ kind: "facts", facts },
				{ kind: "facts", facts: [digestFact(request.settings.digest, say)] },
			],
			actions: topics.map((topic) => ({
				label: say("commands.stopLabel", { topic: topicName(topic, say) }),
				line: `/unsubscribe ${topic.id}`,
			})),
		},
	);
}

function nothingFollowed({ say }: Request): Card {
	return answerCard(say("commands.nothingFollowed"), {
		blocks: [textBlock(say("commands.nothingFollowedText"))],
		actions: [{ label: say("commands.topicsLabel"), line: "/topics" }],
	});
}
