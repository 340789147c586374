import { channelKey } from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import type { FloodHold } from "../deliveries/flood.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import { planDeliveries } from "../deliveries/plan-deliveries.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import type { Statement } from "../news/statement.ts";
import type { Story } from "../news/story.ts";
import { storyTerms } from "../news/story-terms.ts";
import { storyWindowMs, type Told, tellingTime } from "../news/tell-story.ts";
import { textHash } from "../news/text-hash.ts";
import { askOfFlood, type FloodTools } from "./ask-of-flood.ts";
import { type DressTools, dresser, leadsOf } from "./dress-story.ts";
import { findAudience } from "./find-audience.ts";
import { type ProposeTools, proposeChange } from "./propose-change.ts";
import type { ReadArticle } from "./read-article.ts";
import { later } from "./rest-delivery.ts";
import type { Flood } from "./sift-articles.ts";
import type { DueChannel } from "./sweep.ts";
import { tellEdit } from "./tell-edit.ts";
import { unlessFault } from "./unless-fault.ts";

/** What telling needs of the rooms below. */
export interface TellTools extends ProposeTools, DressTools, FloodTools {
	tellStory(
		article: Article,
		candidates: readonly Story[],
		statements: readonly Statement[],
	): Told;
	readonly log: Log;
}

/** The channels that got something, each with when it falls due. */
export interface ToldArticles {
	readonly due: readonly DueChannel[];
	/** Articles left untold and unkept, for a fault of ours. */
	readonly failed: number;
}

export interface Telling {
	readonly tools: TellTools;
	/** False at a feed's first poll: all is kept, nothing planned. */
	readonly isPrimed: boolean;
	/** A hub pushed them: new posts do not wait to gather others. */
	readonly isPushed: boolean;
	/** Those of them that are held until someone says what they are. */
	readonly flood: Flood | null;
	readonly now: Date;
}

/**
 * In one turn gives each Article to its Story, keeps it, and plans what its
 * followers hear. Those kept in the same words are passed over: another poll
 * may have come first.
 */
export async function tellArticles(
	turn: NewsTurn,
	read: readonly ReadArticle[],
	telling: Telling,
): Promise<ToldArticles> {
	const known = await turn.known(read.map(({ article }) => article.id));
	const planned: Delivery[] = [];
	let failed = 0;
	for (const one of read) {
		const kept = known.get(one.article.id)?.hash;
		if (kept === textHash(one.article)) continue;
		const tell = kept === undefined ? tellArticle : tellEdit;
		const deliveries = await tell(turn, one, telling);
		if (deliveries === null) failed++;
		else planned.push(...deliveries);
	}
	const { flood } = telling;
	const asked = flood
		? await askOfFlood(turn, planned, { ...telling, flood })
		: [];
	await turn.plan(asked);
	return { due: dueTimes([...planned, ...asked]), failed };
}

/** Null when the article could not be told; the turn's own failures are thrown. */
async function tellArticle(
	turn: NewsTurn,
	read: ReadArticle,
	telling: Telling,
): Promise<readonly Delivery[] | null> {
	const { tools, isPrimed, isPushed, now } = telling;
	const flood = floodOf(read, telling);
	const { article, matches, statements } = read;
	const since = later(tellingTime(article), -storyWindowMs);
	const candidates = await turn.storiesLike(storyTerms(article), since);
	const told = unlessFault(article, tools, () =>
		tools.tellStory(article, candidates, statements),
	);
	if (told === null) return null;
	const topicIds = isPrimed ? matches.map(({ topicId }) => topicId) : [];
	const audience = await findAudience(turn, topicIds, told.story);
	const leads = [read, ...(await leadsOf(audience.standing, turn))];
	const dress = dresser(leads, told.story, tools);
	const deliveries = unlessFault(article, tools, () =>
		planDeliveries(
			{ ...told, articleId: article.id, ...audience, isPushed, flood, dress },
			now,
		),
	);
	if (deliveries === null) return null;
	const isFlooded = flood !== null;
	await turn.keep({ ...read, story: told.story, isFlooded });
	const notices = read.proposal
		? await proposeChange(turn, read.proposal, telling)
		: [];
	await turn.plan([...deliveries, ...notices]);
	return [...deliveries, ...notices];
}

/** How long the article is held where it is part of a flood; else null. */
export function floodOf(
	{ article }: ReadArticle,
	{ flood }: Pick<Telling, "flood">,
): FloodHold | null {
	return flood?.ids.has(article.id) ? flood.hold : null;
}

/** Each channel once, with the earliest time that something falls due. */
function dueTimes(planned: readonly Delivery[]): ToldArticles["due"] {
	const waiting = planned.filter(({ state }) => state !== "held");
	const lanes = Map.groupBy(waiting, ({ channel }) => channelKey(channel));
	return [...lanes.values()].flatMap(([first, ...others]) => {
		if (!first) return [];
		const times = [first, ...others].map(({ notBefore }) => +notBefore);
		return [{ channel: first.channel, at: new Date(Math.min(...times)) }];
	});
}
