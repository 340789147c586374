import { closestMatch } from "leven";
import type { Choice, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Feed } from "../feeds/feed.ts";
import { shownAddress } from "../feeds/shown-address.ts";
import { fold } from "../text/fold.ts";
import type { CommandTools } from "./command-tools.ts";

const mostNearest = 5;
const mostChoices = 25;

/**
 * The feed that was typed: its id, its title or its address.
 * @throws Mistake with the feeds whose names hold the words, or the nearest.
 */
export async function feedMeant(
	{ options, subcommand }: Request,
	tools: Pick<CommandTools, "feeds">,
): Promise<Feed> {
	const typed = options.feed ?? "";
	const feeds = await tools.feeds.feeds();
	const words = fold(typed);
	const exact = feeds.find(
		({ id, title, url }) =>
			fold(id) === words || fold(title) === words || url === typed,
	);
	if (exact) return exact;
	const found = feedsHolding(words, feeds);
	const [only] = found;
	if (only && found.length === 1) return only;
	const near =
		found.length > 0 ? found.map(({ id }) => id) : nearestId(words, feeds);
	const lines = near.map((id) => `/feeds ${subcommand} ${id}`);
	const nearest =
		lines.length > 0 ? lines.slice(0, mostNearest) : ["/feeds list"];
	const phrase =
		found.length > 1 ? "commands.feedUnclear" : "commands.feedUnknown";
	throw new Mistake(phrase, { typed: shownAddress(typed) }, { nearest });
}

/** Offers feeds while one is typed. */
export function suggestFeeds(tools: Pick<CommandTools, "feeds">) {
	return async (typed: string): Promise<readonly Choice[]> =>
		feedsHolding(fold(typed), await tools.feeds.feeds())
			.slice(0, mostChoices)
			.map(({ id, title }) => ({ value: id, label: title }));
}

function feedsHolding(words: string, feeds: readonly Feed[]): readonly Feed[] {
	return feeds.filter(
		({ id, title }) => fold(id).includes(words) || fold(title).includes(words),
	);
}

function nearestId(words: string, feeds: readonly Feed[]): readonly string[] {
	const ids = feeds.map(({ id }) => id);
	const maxDistance = Math.ceil(words.length / 2);
	const near = closestMatch(words, ids, { maxDistance });
	return near === undefined ? [] : [near];
}
