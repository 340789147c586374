import { answerCard } from "../cards/answer-card.ts";
import { publishedTime } from "../cards/date-text.ts";
import { type Card, type Headline, textBlock } from "../chat/card.ts";
import type { Choice, Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Article } from "../news/article.ts";
import type { Speaker, Statement } from "../news/statement.ts";
import { fold } from "../text/fold.ts";
import { closestSpeaker, findSpeaker } from "../topics/find-speaker.ts";
import type { CommandTools } from "./command-tools.ts";
import { fromOption, furtherAction, partOf, withPlaces } from "./list-part.ts";
import { daysBackOption, daysBefore, readDays } from "./read-days.ts";

const usualDays = 30;
const mostStatements = 200;
const statementsAtOnce = 12;
const mostChoices = 25;

/** `/said <person> [days] [from]`: someone's words, verbatim, each with its source. */
export function saidCommand(tools: CommandTools): Command {
	return {
		name: "said",
		about: "commands.saidAbout",
		example: "/said Greer 30d",
		audience: "asker",
		right: "anyone",
		options: [
			{
				name: "person",
				about: "commands.personOption",
				required: true,
				greedy: true,
				suggest: async (typed) => suggestPeople(typed, tools.people),
			},
			{ ...daysBackOption, fits: (word) => /^\d{1,4}\p{L}*$/u.test(word) },
			fromOption,
		],
		subcommands: [],
		answer: (request) => tellWords(request, tools),
	};
}

async function tellWords(request: Request, tools: CommandTools): Promise<Card> {
	const { options, now, say } = request;
	const speaker = personMeant(options.person ?? "", tools.people);
	const days = readDays(options.days, usualDays);
	const since = daysBefore(now, days);
	const said = await tools.archive.statementsBy(
		speaker.id,
		since,
		mostStatements,
	);
	const name = nameOf(speaker);
	if (said.length === 0) {
		return answerCard(say("commands.saidNone", { name, days }), {
			blocks: [textBlock(say("commands.saidNoneText"))],
		});
	}
	const part = partOf(said, { typed: options.from, most: statementsAtOnce });
	const items = part.items.map((one) => statementHeadline(one, request));
	const asked = { person: speaker.id, days: String(days) };
	return answerCard(say("commands.saidTitle", { name }), {
		blocks: [{ kind: "headlines", title: null, items }],
		actions: furtherAction(part, "said", { options: asked, say }),
		footer: withPlaces(say("commands.saidFooter", { days }), part, say),
	});
}

function statementHeadline(
	{ statement, article }: { statement: Statement; article: Article },
	{ say }: Request,
): Headline {
	const { quote, text } = statement;
	return {
		title:
			quote === null
				? say("commands.saidReported", { text })
				: say("commands.saidQuoted", { quote: quote.replace(edges, "") }),
		url: article.url,
		outlet: article.outlet,
		at: publishedTime(article.published ?? article.detected),
		note: article.title,
	};
}

/** Quotes, and the comma before `he said`. */
const edges = /^[\s"“”„«»]+|[\s"“”„«»,]+$/gu;

function personMeant(typed: string, people: readonly Speaker[]): Speaker {
	const known = findSpeaker(typed, people);
	if (known) return known;
	// A title may stand before the name: `le premier ministre Carney`.
	const last = /\S+$/u.exec(typed.trim())?.[0] ?? "";
	const near = closestSpeaker(typed, people) ?? findSpeaker(last, people);
	const nearest = near ? [`/said ${near.id}`] : [];
	throw new Mistake("commands.personUnknown", { typed }, { nearest });
}

function suggestPeople(typed: string, people: readonly Speaker[]): Choice[] {
	const words = fold(typed).trim();
	const names = (speaker: Speaker) =>
		[nameOf(speaker), speaker.family, ...speaker.aliases].map(fold);
	return people
		.filter((one) => names(one).some((name) => name.startsWith(words)))
		.slice(0, mostChoices)
		.map((one) => ({ value: one.id, label: nameOf(one) }));
}

function nameOf({ given, family }: Speaker): string {
	return `${given} ${family}`.trim();
}
