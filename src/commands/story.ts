import { answerCard } from "../cards/answer-card.ts";
import { publishedText, publishedTime } from "../cards/date-text.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Telling } from "../news/story.ts";
import type { CommandTools } from "./command-tools.ts";

const mostTellings = 30;

/** `/story <id>`: who told it, when, in order. The first letters of the id are enough. */
export function storyCommand(tools: CommandTools): Command {
	return {
		name: "story",
		about: "commands.storyAbout",
		example: "/story 1a2b3c4d",
		audience: "asker",
		right: "anyone",
		options: [{ name: "id", about: "commands.storyOption", required: true }],
		subcommands: [],
		answer: (request) => tellTimeline(request, tools),
	};
}

async function tellTimeline(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { options, settings, say } = request;
	const id = options.id ?? "";
	const story = await tools.archive.storyLike(id.toLowerCase());
	if (!story) throw new Mistake("commands.storyUnknown", { id });
	const { tellings } = story;
	const shown = tellings.slice(0, mostTellings);
	const rest = tellings.length - shown.length;
	const outlets = new Set(tellings.map(({ outlet }) => outlet)).size;
	const more: Block[] =
		rest > 0 ? [textBlock(say("commands.tellingsMore", { count: rest }))] : [];
	return answerCard(story.headline, {
		url: story.url,
		blocks: [
			textBlock(
				say("commands.storyText", {
					tellings: tellings.length,
					outlets,
					from: publishedText(story.firstToldAt, settings.zone),
					to: publishedText(story.lastToldAt, settings.zone),
					zone: settings.zone,
				}),
			),
			{ kind: "headlines", title: null, items: shown.map(tellingHeadline) },
			...more,
		],
		actions: [{ label: say("cards.why"), line: `/why ${story.id}` }],
	});
}

function tellingHeadline({ title, url, outlet, at }: Telling) {
	return { title, url, outlet, at: publishedTime(at) };
}
