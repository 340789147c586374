import { createHash } from "node:crypto";
import { answerCard } from "../cards/answer-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import { channelKey } from "../chat/channel.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import { fold } from "../text/fold.ts";
import { topicCalled } from "../topics/find-topics.ts";
import { parseQuery } from "../topics/parse-query.ts";
import { pointAt } from "../topics/point-at.ts";
import { QueryError } from "../topics/query.ts";
import type { Topic } from "../topics/topic.ts";
import type { CommandTools } from "./command-tools.ts";
import { queryBlocks, widerHint } from "./query-blocks.ts";
import { ownTopics, topicMeant, topicsHere } from "./topics-here.ts";

/** UTF-16 units of a topic's name. */
const longestName = 60;
/** Every topic costs a little with every article. */
const mostTopics = 50;

/** `/topic create <name> <query>`: a topic of this channel's own. */
export async function createTopic(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { channel, say } = request;
	const { name = "", query = "" } = request.options;
	checkQuery(request);
	const owner = channelKey(channel);
	const topic: Topic = {
		id: topicId(name, owner),
		names: { en: name, fr: name, es: name },
		query,
		owner,
	};
	await refuseTaken(topic, request, tools);
	await keep(topic, tools);
	return answerCard(say("commands.topicCreated", { name }), {
		tone: "done",
		blocks: [
			...queryBlocks(query, say),
			...widerHint(query, say),
			textBlock(say("commands.topicCreatedText")),
		],
		actions: [
			{ label: say("commands.testLabel"), line: `/topic test ${topic.id}` },
			{ label: say("commands.followLabel"), line: `/subscribe ${topic.id}` },
		],
	});
}

/** `/topic edit <topic> <query>`: the same topic asks for something else from now on. */
export async function editTopic(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { say } = request;
	const { query = "" } = request.options;
	const before = await ownTopic(request, tools);
	checkQuery(request);
	const topic = { ...before, query };
	await keep(topic, tools);
	return answerCard(say("commands.topicEdited", { name: topic.names.en }), {
		tone: "done",
		blocks: [...queryBlocks(query, say), ...widerHint(query, say)],
		actions: [
			{ label: say("commands.testLabel"), line: `/topic test ${topic.id}` },
		],
	});
}

/** `/topic delete <topic>`: the topic goes, and what follows it. */
export async function deleteTopic(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { say } = request;
	const topic = await ownTopic(request, tools);
	await tools.topics.removeTopic(topic.id);
	await tools.topicsChanged();
	return answerCard(say("commands.topicDeleted", { name: topic.names.en }), {
		tone: "done",
		blocks: [textBlock(say("commands.topicDeletedText")), queryBlock(topic)],
	});
}

async function keep(topic: Topic, tools: CommandTools): Promise<void> {
	await tools.topics.keepTopic(topic);
	await tools.topicsChanged();
}

/** Two channels may use one name, so the channel is in the id. */
function topicId(name: string, owner: string): string {
	const kebab = fold(name)
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-|-$/g, "");
	if (kebab === "" || name.length > longestName) {
		throw new Mistake("commands.nameUnfit", { limit: longestName });
	}
	const channel = createHash("sha256").update(owner).digest("hex");
	return `${kebab}-${channel.slice(0, 8)}`;
}

async function refuseTaken(
	topic: Topic,
	{ channel }: Request,
	tools: CommandTools,
): Promise<void> {
	const name = topic.names.en;
	const taken = topicCalled(name, await topicsHere(tools, channel));
	if (taken) {
		const nearest = [`/topic show ${taken.id}`, `/subscribe ${taken.id}`];
		throw new Mistake("commands.nameTaken", { name }, { nearest });
	}
	const own = await ownTopics(tools, channel);
	if (own.length >= mostTopics) {
		throw new Mistake("commands.tooManyTopics", { limit: mostTopics });
	}
}

async function ownTopic(request: Request, tools: CommandTools): Promise<Topic> {
	const { channel, subcommand, options, say } = request;
	const words = options.topic ?? "";
	const own = await ownTopics(tools, channel);
	const common = topicCalled(words, tools.catalogue);
	if (common && !topicCalled(words, own)) {
		const name = common.names.en;
		throw new Mistake("commands.notOwnTopic", { name });
	}
	const rest = options.query ? ` ${options.query}` : "";
	const line = (id: string) => `/topic ${subcommand} ${id}${rest}`;
	return topicMeant(words, own, { request: { ...request, say }, line });
}

/** @throws Mistake that shows the place, and offers the query with what may have been meant there. */
function checkQuery({ subcommand, options }: Request): void {
	const { query = "" } = options;
	try {
		parseQuery(query);
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		const { fault, position, near } = error;
		const nearest = near.map((meant) => {
			const mended = withMeant(query, position, meant);
			return formatCommandLine("topic", subcommand, {
				...options,
				query: mended,
			});
		});
		// ICU takes no hyphen in what it selects by.
		const values = { fault: fault.replaceAll("-", "_"), at: position + 1 };
		const shown = pointAt(query, position, "·");
		throw new Mistake("commands.queryWrong", values, { nearest, shown });
	}
}

/** The query with what was meant in place of what stands there; a value alone after its field. */
function withMeant(query: string, position: number, meant: string): string {
	const rest = query.slice(position).replace(/^@?["“«]?[^\s()"”»]*["”»]?/u, "");
	const before = query.slice(0, position);
	const value = before.endsWith(":") ? meant.replace(/^\w+:/, "") : meant;
	return before + value + rest;
}

function queryBlock({ query }: Topic) {
	return textBlock({ text: query, style: "code" });
}
