import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import type { CommandTools } from "./command-tools.ts";
import { digestFact } from "./digest-fact.ts";
import { followedHere, followedTopics } from "./topics-here.ts";
import { namesOf, watchLine } from "./watch-names.ts";

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
	const watched = await watchedDuties(request, tools);
	if (topics.length + watched.facts.length === 0) {
		return nothingFollowed(request);
	}
	const followed = await followedHere(tools, channel);
	const facts = topics.map((topic) => {
		const mode = followed.get(topic.id)?.mode ?? "live";
		const value = [{ text: say("commands.mode", { mode }) }];
		return { label: topicName(topic, say), value };
	});
	const title =
		topics.length > 0
			? say("commands.subscriptionsTitle", { count: topics.length })
			: say("rates.listedOnly", { count: watched.facts.length });
	const listed: Block[] = topics.length > 0 ? [{ kind: "facts", facts }] : [];
	return answerCard(title, {
		blocks: [
			...listed,
			...watched.blocks,
			{ kind: "facts", facts: [digestFact(request.settings.digest, say)] },
		],
		actions: [
			...topics.map((topic) => ({
				label: say("commands.stopLabel", { topic: topicName(topic, say) }),
				line: `/unsubscribe ${topic.id}`,
			})),
			...watched.actions,
		],
	});
}

/** The duties that the channel watches, and a button to end each. */
async function watchedDuties(request: Request, tools: CommandTools) {
	const { channel, say } = request;
	const watches = await tools.rateWatches.of(channel);
	const named = watches.map((watch) => ({
		watch,
		name: say("rates.name", namesOf(watch, request, tools)),
	}));
	const facts = named.map(({ watch: { mode }, name }) => ({
		label: name,
		value: [{ text: say("commands.mode", { mode }) }],
	}));
	const heading = textBlock({ text: say("rates.listed"), style: "strong" });
	const blocks: Block[] =
		facts.length > 0 ? [heading, { kind: "facts", facts }] : [];
	const actions = named.map(({ watch, name }) => ({
		label: say("rates.stopWatch", { name }),
		line: watchLine("unsubscribe", watch),
	}));
	return { facts, blocks, actions };
}

function nothingFollowed({ say }: Request): Card {
	return answerCard(say("commands.nothingFollowed"), {
		blocks: [textBlock(say("commands.nothingFollowedText"))],
		actions: [{ label: say("commands.topicsLabel"), line: "/topics" }],
	});
}
