import { answerCard } from "../cards/answer-card.ts";
import { topicName } from "../cards/topic-name.ts";
import type { Card, Span } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import type { CommandTools } from "./command-tools.ts";
import { queryBlocks } from "./query-blocks.ts";
import { followedHere, topicMeant, topicsHere } from "./topics-here.ts";

/** `/topic show <topic>`: its names, its query, and how this channel follows it. */
export async function showTopic(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, say } = request;
	const here = await topicsHere(tools, channel);
	const words = request.options.topic ?? "";
	const line = (id: string) => `/topic show ${id}`;
	const topic = topicMeant(words, here, { request, line });
	const mode = (await followedHere(tools, channel)).get(topic.id)?.mode;
	const otherNames = [...new Set(Object.values(topic.names))];
	const fact = (label: string, value: Span) => ({ label, value: [value] });
	return answerCard(topicName(topic, say), {
		blocks: [
			{
				kind: "facts",
				facts: [
					fact(say("commands.typeLabel"), { text: topic.id, style: "code" }),
					fact(say("commands.namesLabel"), { text: otherNames.join(" · ") }),
					fact(say("commands.ownerLabel"), {
						text: say(topic.owner ? "commands.ownerHere" : "commands.ownerAll"),
					}),
					fact(say("commands.followedLabel"), {
						text: say("commands.mode", { mode: mode ?? "none" }),
					}),
				],
			},
			...queryBlocks(topic.query, say),
		],
		actions: [
			{ label: say("commands.testLabel"), line: `/topic test ${topic.id}` },
			mode
				? {
						label: say("commands.unsubscribeLabel"),
						line: `/unsubscribe ${topic.id}`,
					}
				: {
						label: say("commands.followLabel"),
						line: `/subscribe ${topic.id}`,
					},
		],
	});
}
