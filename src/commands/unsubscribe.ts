import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { topicCalled } from "../topics/find-topics.ts";
import type { CommandTools } from "./command-tools.ts";
import {
	followedTopics,
	suggestTopics,
	topicMeant,
	topicsHere,
} from "./topics-here.ts";
import { isOfDuty, watchOptions } from "./watch-options.ts";
import { unwatchRate } from "./watch-rate.ts";

/** `/unsubscribe <topic>`, or `tariff:<goods>`: this channel hears no more of it. */
export function unsubscribeCommand(tools: CommandTools): Command {
	const { goods, sides } = watchOptions(tools);
	return {
		name: "unsubscribe",
		about: "commands.unsubscribeAbout",
		example: "/unsubscribe steel tariffs",
		audience: "channel",
		right: "manager",
		options: [
			{
				name: "topic",
				about: "commands.topicOption",
				required: false,
				greedy: true,
				suggest: suggestTopics(tools, followedTopics),
			},
			goods,
			...sides,
		],
		subcommands: [],
		answer: async (request) =>
			isOfDuty(request)
				? unwatchRate(request, tools)
				: unsubscribe(request, tools),
	};
}

async function unsubscribe(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, say } = request;
	const words = request.options.topic ?? "";
	const followed = await followedTopics(tools, channel);
	const stray = topicCalled(words, await topicsHere(tools, channel));
	if (stray && !followed.includes(stray)) {
		const name = topicName(stray, say);
		const nearest = ["/subscriptions", `/subscribe ${stray.id}`];
		throw new Mistake("commands.notFollowed", { topic: name }, { nearest });
	}
	const line = (id: string) => `/unsubscribe ${id}`;
	const topic = topicMeant(words, followed, {
		request,
		line,
		unknown: "commands.noneFollowedCalled",
		list: "/subscriptions",
	});
	await tools.subscriptions.unsubscribe(channel, topic.id);
	const name = topicName(topic, say);
	return answerCard(say("commands.unsubscribed", { topic: name }), {
		tone: "done",
		blocks: [textBlock(say("commands.unsubscribedText"))],
		actions: [
			{ label: say("commands.undoLabel"), line: `/subscribe ${topic.id}` },
		],
	});
}
