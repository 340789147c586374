import { answerCard } from "../cards/answer-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import type { ArchivedArticle } from "../deliveries/archive.ts";
import { articleHeadline } from "./article-headline.ts";
import type { CommandTools } from "./command-tools.ts";
import { fromOption, furtherAction, partOf, withPlaces } from "./list-part.ts";
import { daysBackOption, daysBefore, readDays } from "./read-days.ts";

const usualDays = 30;
const longerDays = 365;
const mostArticles = 200;
const storiesAtOnce = 10;
const mostActions = 5;

/** `/news <words> [days] [from]`: what the archive holds on these words, best first, one line a story, ten at once. */
export function newsCommand(tools: CommandTools): Command {
	return {
		name: "news",
		about: "commands.newsAbout",
		example: "/news softwood lumber 90d",
		audience: "asker",
		right: "anyone",
		options: [
			{
				name: "words",
				about: "commands.wordsOption",
				required: true,
				greedy: true,
				verbatim: true,
			},
			daysBackOption,
			fromOption,
		],
		subcommands: [],
		answer: (request) => searchNews(request, tools),
	};
}

async function searchNews(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { options, now, say } = request;
	const { words = "" } = options;
	if (!/[\p{L}\p{N}]/u.test(words)) throw new Mistake("commands.newsNoWords");
	const days = readDays(options.days, usualDays);
	const since = daysBefore(now, days);
	const found = await tools.archive.search(words, since, mostArticles);
	const stories = onePerStory(found);
	if (stories.length === 0) return nothingFound(request, days);
	const part = partOf(stories, { typed: options.from, most: storiesAtOnce });
	const title = say(
		found.length < mostArticles
			? "commands.newsTitle"
			: "commands.newsTitleMost",
		{ words: unquoted(words), count: stories.length },
	);
	const items = part.items.map(articleHeadline);
	const asked = { words, days: String(days) };
	return answerCard(title, {
		blocks: [{ kind: "headlines", title: null, items }],
		actions: [
			...furtherAction(part, "news", { options: asked, say }),
			...part.items.slice(0, mostActions).map(({ article, storyId }) => ({
				label: say("commands.storyOf", { title: shortened(article.title) }),
				line: `/story ${storyId}`,
			})),
		],
		footer: withPlaces(say("commands.newsFooter", { days }), part, say),
	});
}

function nothingFound({ options, say }: Request, days: number): Card {
	const { words = "" } = options;
	const longer = { words, days: String(longerDays) };
	return answerCard(
		say("commands.newsNone", { words: unquoted(words), days }),
		{
			blocks: [textBlock(say("commands.newsNoneText"))],
			actions:
				days < longerDays
					? [
							{
								label: say("commands.newsLonger"),
								line: formatCommandLine("news", null, longer),
							},
						]
					: [],
		},
	);
}

/** One phrase without its quotes, for a title that has its own. */
function unquoted(words: string): string {
	return /^["“«]([^"“”«»]+)["”»]$/u.exec(words)?.[1]?.trim() ?? words;
}

function onePerStory(found: readonly ArchivedArticle[]): ArchivedArticle[] {
	const stories = new Map<string, ArchivedArticle>();
	for (const archived of found) {
		if (!stories.has(archived.storyId)) stories.set(archived.storyId, archived);
	}
	return [...stories.values()];
}

/** For a button: half a headline says which one. */
function shortened(title: string): string {
	return title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title;
}
