import type { Card } from "../chat/card.ts";
import {
	type ChannelRef,
	type ChannelSettings,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { newDelivery } from "../deliveries/new-delivery.ts";
import type { NewsTurn } from "../deliveries/newsroom.ts";
import type { Log } from "../log.ts";
import type { Article } from "../news/article.ts";
import type { Proposal } from "../news/proposal.ts";
import { type Say, sayIn } from "../phrases/say.ts";

/** What proposing changes of the tariff book needs of the house. */
export interface ProposeTools {
	/** What an official item proposes; null where it looks like no act on rates, or is older than the book. */
	readProposal(article: Article, isPrimed: boolean, now: Date): Proposal | null;
	proposalCard(proposal: Proposal, say: Say): Card;
	/** Those who may confirm changes and want to hear of them. */
	readonly bookChannels: readonly ChannelRef[];
	readonly log: Log;
}

/** Reads what an article proposes; a fault of ours costs the proposal, never the news. */
export function readProposal(
	article: Article,
	tools: ProposeTools,
	{ isPrimed, now }: { readonly isPrimed: boolean; readonly now: Date },
): Proposal | null {
	try {
		return tools.readProposal(article, isPrimed, now);
	} catch (error) {
		const { id: articleId } = article;
		tools.log.error("act not read for its rates", { articleId, error });
		return null;
	}
}

/** In the turn that keeps its article, keeps the proposal once, and gives the notices of it. */
export async function proposeChange(
	turn: NewsTurn,
	proposal: Proposal,
	{ tools, now }: { readonly tools: ProposeTools; readonly now: Date },
): Promise<readonly Delivery[]> {
	const isNew = await turn.propose(proposal);
	if (!isNew) return [];
	const { id: proposalId, title, url } = proposal;
	tools.log.warn("tariff change proposed", { proposalId, title, url });
	const chosen = await turn.settings(tools.bookChannels);
	const settings = (channel: ChannelRef) =>
		chosen.get(channelKey(channel)) ?? defaultChannelSettings;
	try {
		return tools.bookChannels.map((channel) =>
			noticeOf(proposal, channel, { settings: settings(channel), tools, now }),
		);
	} catch (error) {
		// It stands on the desk all the same.
		tools.log.error("proposal not told", { proposalId, error });
		return [];
	}
}

interface Noticing {
	readonly settings: ChannelSettings;
	readonly tools: ProposeTools;
	readonly now: Date;
}

function noticeOf(
	proposal: Proposal,
	channel: ChannelRef,
	{ settings: { suspended, language }, tools, now }: Noticing,
): Delivery {
	return newDelivery({
		channel,
		kind: "notice",
		subject: `proposal ${proposal.id}`,
		card: tools.proposalCard(proposal, sayIn(language)),
		state: suspended ? "held" : "queued",
		reason: suspended?.reason ?? null,
		notBefore: now,
		createdAt: now,
	});
}
