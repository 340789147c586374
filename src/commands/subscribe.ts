import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { topicCalled } from "../topics/find-topics.ts";
import {
	type SubscriptionMode,
	subscriptionModes,
} from "../topics/subscription.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";
import { daysText } from "./find-days.ts";
import { modeAsked, modeMistake, modeOf } from "./read-mode.ts";
import { requireReach } from "./require-reach.ts";
import {
	onlyTopic,
	suggestTopics,
	topicMeant,
	topicsHere,
} from "./topics-here.ts";
import { isOfDuty, watchOptions } from "./watch-options.ts";
import { watchRate } from "./watch-rate.ts";

/**
 * `/subscribe <topic> [mode]`: this channel hears of a topic from now on, or
 * in another way than before; `tariff:<goods>` in the topic's place watches a duty.
 */
export function subscribeCommand(tools: CommandTools): Command {
	const { goods, sides } = watchOptions(tools);
	return {
		name: "subscribe",
		about: "commands.subscribeAbout",
		example: "/subscribe steel tariffs live",
		audience: "channel",
		right: "manager",
		options: [
			{
				name: "topic",
				about: "commands.topicOption",
				required: false,
				greedy: true,
				suggest: suggestTopics(tools),
			},
			goods,
			{
				name: "mode",
				about: "commands.modeOption",
				required: false,
				fits: (word) => modeOf(word) !== undefined,
				suggest: async () =>
					subscriptionModes.map((mode) => ({ value: mode, label: mode })),
			},
			...sides,
		],
		subcommands: [],
		answer: async (request) =>
			isOfDuty(request)
				? watchRate(request, modeAsked(request), tools)
				: subscribe(request, tools),
	};
}

async function subscribe(request: Request, tools: CommandTools): Promise<Card> {
	const { channel, options, say } = request;
	const words = options.topic ?? "";
	const asked = modeAsked(request);
	const line = (id: string) =>
		`/subscribe ${[id, ...(asked ? [asked] : [])].join(" ")}`;
	const here = await topicsHere(tools, channel);
	refuseMode(words, here);
	const topic = topicMeant(words, here, { request, line });
	const before = (await tools.subscriptions.of(channel)).find(
		({ topicId }) => topicId === topic.id,
	);
	const mode = asked ?? before?.mode ?? "live";
	await requireReach(request, tools);
	const since = request.now;
	await tools.subscriptions.subscribe({
		channel,
		topicId: topic.id,
		mode,
		since,
	});
	const name = topicName(topic, say);
	return answerCard(say("commands.subscribed", { topic: name }), {
		tone: "done",
		blocks: [whatComes(mode, request), ...quietBlock(mode, request)],
		actions: actionsFor(topic, mode, request),
	});
}

function whatComes(mode: SubscriptionMode, { settings, say }: Request): Block {
	const live = mode === "digest" ? [] : [say("commands.comesLive")];
	if (mode === "live") return textBlock(...live);
	const { digest } = settings;
	const inDigest = digest
		? say("commands.comesInDigest", {
				at: digest.at,
				zone: digest.zone,
				days: daysText(digest.days, say),
			})
		: say("commands.comesInNoDigest");
	return textBlock([...live, inDigest].join(" "));
}

function quietBlock(
	mode: SubscriptionMode,
	{ settings, say }: Request,
): Block[] {
	const { quietHours, zone } = settings;
	if (mode === "digest" || !quietHours) return [];
	return [textBlock(say("commands.waitsInQuiet", { ...quietHours, zone }))];
}

function actionsFor(
	{ id }: Topic,
	mode: SubscriptionMode,
	{ settings, say }: Request,
) {
	const needsDigest = mode !== "live" && settings.digest === null;
	return [
		{ label: say("commands.testLabel"), line: `/topic test ${id}` },
		...(needsDigest
			? [{ label: say("commands.setDigestLabel"), line: "/digest at 08:00" }]
			: []),
		{ label: say("commands.unsubscribeLabel"), line: `/unsubscribe ${id}` },
	];
}

/** `steel tariffs weekly`: a topic's name and a last word that is no mode. */
function refuseMode(words: string, here: readonly Topic[]): void {
	const [, name = "", last = ""] = /^(.*\S)\s+(\S+)$/su.exec(words) ?? [];
	if (onlyTopic(words, here) || !topicCalled(name, here)) return;
	throw modeMistake(name, last);
}
