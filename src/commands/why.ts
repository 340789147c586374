import { answerCard } from "../cards/answer-card.ts";
import type { Card } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Story } from "../news/story.ts";
import type { CommandTools } from "./command-tools.ts";
import { evidenceBlocks } from "./evidence-blocks.ts";
import { verdictBlock } from "./verdict-block.ts";
import { whyCase } from "./why-case.ts";

/** `/why <id>`: why a message came, or why an item did not. */
export function whyCommand(tools: CommandTools): Command {
	return {
		name: "why",
		about: "commands.whyAbout",
		example: "/why 1a2b3c4d",
		audience: "asker",
		right: "anyone",
		options: [{ name: "id", about: "commands.whyOption", required: true }],
		subcommands: [],
		answer: (request) => explain(request, tools),
	};
}

async function explain(request: Request, tools: CommandTools): Promise<Card> {
	const { options, say } = request;
	const story = await storyMeant((options.id ?? "").toLowerCase(), tools);
	const known = await whyCase(story, request, tools);
	const followed = known.met.filter(({ id }) => known.followed.has(id));
	const unfollowed = known.met.filter((topic) => !followed.includes(topic));
	return answerCard(story.headline, {
		url: story.url,
		blocks: [
			await verdictBlock(known, request, tools),
			...evidenceBlocks(known, request),
		],
		actions: [
			...followed.map(({ id }) => ({
				label: say("commands.unsubscribeLabel"),
				line: `/unsubscribe ${id}`,
			})),
			...(followed.length > 0 ? [] : unfollowed).map(({ id }) => ({
				label: say("commands.followTopic", { topic: id }),
				line: `/subscribe ${id}`,
			})),
			{ label: say("cards.story"), line: `/story ${story.id}` },
		],
	});
}

/** The id may be a story's (its beginning is enough), an article's or a delivery's. */
async function storyMeant(id: string, tools: CommandTools): Promise<Story> {
	const { archive, ledger } = tools;
	const byStory = await archive.storyLike(id);
	if (byStory) return byStory;
	const article = await archive.article(id);
	const delivery = article ? null : await ledger.delivery(id);
	const storyId = article?.storyId ?? delivery?.subject;
	const story = storyId ? await archive.story(storyId) : null;
	if (story) return story;
	if (delivery) throw new Mistake("commands.whyNoStory");
	throw new Mistake("commands.whyUnknown", { id });
}
