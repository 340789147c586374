import { answerCard } from "../cards/answer-card.ts";
import { type Card, textBlock } from "../chat/card.ts";
import type { Command, OptionSpec, Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import { FeedError } from "../feeds/feed-error.ts";
import { SeveralFeeds } from "../feeds/several-feeds.ts";
import { holdsSecret, shownAddress } from "../feeds/shown-address.ts";
import { answerFlood } from "./answer-flood.ts";
import { asSentence } from "./as-sentence.ts";
import type { CommandTools } from "./command-tools.ts";
import { feedHealth } from "./feed-health.ts";
import { feedMeant, suggestFeeds } from "./feed-meant.ts";

/** Feeds of a page that are offered; more would be no choice. */
const mostOffered = 5;

/** `/feeds list | add | remove | health | retry | tell | drop`: where the news comes from, for those who manage the channel. */
export function feedsCommand(tools: CommandTools): Command {
	const feed: OptionSpec = {
		name: "feed",
		about: "commands.feedOption",
		required: true,
		greedy: true,
		suggest: suggestFeeds(tools),
	};
	const url: OptionSpec = {
		name: "url",
		about: "commands.urlOption",
		required: true,
	};
	return {
		name: "feeds",
		about: "commands.feedsAbout",
		example: "/feeds add https://www.example.org/trade.xml",
		audience: "asker",
		right: "manager",
		options: [],
		subcommands: [
			{
				name: "list",
				about: "commands.feedsListAbout",
				example: "/feeds list",
				options: [],
			},
			{ name: "add", about: "commands.feedsAddAbout", options: [url] },
			{
				name: "remove",
				about: "commands.feedsRemoveAbout",
				example: "/feeds remove wto",
				options: [feed],
			},
			{
				name: "health",
				about: "commands.feedsHealthAbout",
				example: "/feeds health",
				options: [],
			},
			{
				name: "retry",
				about: "commands.feedsRetryAbout",
				example: "/feeds retry wto",
				options: [feed],
			},
			{
				name: "tell",
				about: "commands.feedsTellAbout",
				example: "/feeds tell wto",
				options: [feed],
			},
			{
				name: "drop",
				about: "commands.feedsDropAbout",
				example: "/feeds drop wto",
				options: [feed],
			},
		],
		answer: (request) => answerFeeds(request, tools),
	};
}

function answerFeeds(request: Request, tools: CommandTools): Promise<Card> {
	switch (request.subcommand) {
		case "add":
			requireSay(request);
			return addFeed(request, tools);
		case "remove":
			requireSay(request);
			return removeFeed(request, tools);
		case "retry":
			requireSay(request);
			return retryFeed(request, tools);
		case "tell":
		case "drop":
			return answerFlood(request, tools, request.subcommand);
		case "health":
			return feedHealth(request, tools);
		default:
			return listFeeds(request, tools);
	}
}

/** Feeds are one list for all channels. Throws Mistake for who manages no more than a talk with us. */
function requireSay({ asker }: Request): void {
	if (asker.isAlone) throw new Mistake("commands.feedsAlone");
}

async function listFeeds({ say }: Request, tools: CommandTools): Promise<Card> {
	const feeds = await tools.feeds.feeds();
	const columns = [
		say("commands.outletColumn"),
		say("commands.kindColumn"),
		say("commands.languageColumn"),
		say("commands.idColumn"),
	];
	return answerCard(say("commands.feedsTitle", { count: feeds.length }), {
		blocks: [
			{
				kind: "table",
				columns: columns.map((title) => ({ title, align: "left" })),
				rows: feeds.map(({ id, title, url, kind, language }) => [
					[{ text: title, url: shownAddress(url) }],
					[{ text: say("commands.feedKind", { kind }) }],
					[{ text: language }],
					[{ text: id, style: "code" }],
				]),
			},
		],
		actions: [{ label: say("commands.healthLabel"), line: "/feeds health" }],
	});
}

async function addFeed(request: Request, tools: CommandTools): Promise<Card> {
	const { options, say } = request;
	const url = readAddress(options.url ?? "");
	const known = (await tools.feeds.feeds()).find((feed) => feed.url === url);
	if (known) {
		throw new Mistake("commands.feedKnown", { title: known.title });
	}
	try {
		const feed = await tools.addFeed(url);
		return answerCard(say("commands.feedAdded", { title: feed.title }), {
			tone: "done",
			blocks: [textBlock(say("commands.feedAddedText"))],
			actions: [
				{
					label: say("commands.removeLabel"),
					line: `/feeds remove ${feed.id}`,
				},
			],
		});
	} catch (error) {
		if (error instanceof SeveralFeeds) throw whichFeed(url, error);
		if (!(error instanceof FeedError)) throw error;
		const reason = asSentence(error.message);
		const shown = shownAddress(url);
		throw new Mistake("commands.feedUnfit", { url: shown, reason });
	}
}

function whichFeed(url: string, { links }: SeveralFeeds): Mistake {
	const nearest = links
		.filter((link) => !holdsSecret(link.url))
		.slice(0, mostOffered)
		.map((link) => formatCommandLine("feeds", "add", { url: link.url }));
	const shown = { url: shownAddress(url) };
	return new Mistake("commands.feedsMany", shown, { nearest });
}

/** Without a scheme it must look like an address at least. */
function readAddress(typed: string): string {
	const hasScheme = /^[a-z][a-z+.-]*:\/\//i.test(typed);
	const whole = hasScheme ? typed : `https://${typed}`;
	const url = URL.canParse(whole) ? new URL(whole) : null;
	const isWeb = url !== null && /^https?:$/.test(url.protocol);
	if (isWeb && (hasScheme || url.hostname.includes("."))) return url.href;
	throw new Mistake("commands.addressUnfit", { typed: shownAddress(typed) });
}

async function removeFeed(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	const { say } = request;
	const feed = await feedMeant(request, tools);
	await tools.feeds.removeFeed(feed.id);
	return answerCard(say("commands.feedRemoved", { title: feed.title }), {
		tone: "done",
		blocks: [textBlock(say("commands.feedRemovedText"))],
		// What lets us in there is not shown: whoever knows it adds it again.
		actions: holdsSecret(feed.url)
			? []
			: [{ label: say("commands.undoLabel"), line: `/feeds add ${feed.url}` }],
	});
}

async function retryFeed(request: Request, tools: CommandTools): Promise<Card> {
	const { say } = request;
	const feed = await feedMeant(request, tools);
	await tools.pollFeed(feed.id);
	const { trouble } = await tools.feeds.state(feed.id);
	const { title } = feed;
	if (trouble === null) {
		return answerCard(say("commands.feedWorks", { title }), { tone: "done" });
	}
	return answerCard(say("commands.feedStillBroken", { title }), {
		tone: "warning",
		blocks: [textBlock(asSentence(trouble))],
	});
}
