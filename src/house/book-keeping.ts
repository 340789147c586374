import { proposalCard } from "../cards/proposal-card.ts";
import {
	type ChannelRef,
	channelFromKey,
	channelKey,
} from "../chat/channel.ts";
import type { CommandTools } from "../commands/command-tools.ts";
import type { Config } from "../config.ts";
import type { ProposeTools } from "../flows/propose-change.ts";
import type { Article } from "../news/article.ts";
import { propose } from "../news/propose.ts";
import { bookVerifiedTo } from "../tariffs/book-verified-to.ts";
import { presentRate } from "../tariffs/present-rate.ts";
import type { LiveBook } from "./live-book.ts";

/** The operator's own page, as a channel. */
export const deskChannel: ChannelRef = { platform: "desk", id: "desk" };

const mostMeasures = 4;

/** Who speaks for all channels, who may change the tariff book, and how it takes changes up. */
export function bookKeeping(
	{ TRADEWIRE_BOOK_CHANNELS: named }: Config,
	live: LiveBook,
): Pick<CommandTools, "book" | "isDesk" | "mayAmend" | "bookChanged"> {
	const own = channelKey(deskChannel);
	return {
		book: live.book,
		isDesk: (channel) => channelKey(channel) === own,
		mayAmend(channel, isAlone) {
			const key = channelKey(channel);
			if (key === own || named.includes(key)) return true;
			return !isAlone && named.includes(`${channel.platform}:*`);
		},
		async bookChanged() {
			await live.refresh(true);
		},
	};
}

/** How official items become proposals, and who is told of them. */
export function proposing(
	{ TRADEWIRE_BOOK_CHANNELS: named }: Config,
	live: LiveBook,
): Omit<ProposeTools, "log"> {
	return {
		bookChannels: named
			.filter((one) => !one.endsWith(":*"))
			.map((one) => channelFromKey(one)),
		readProposal(article, isPrimed, now) {
			if (article.kind !== "official") return null;
			const proposal = propose(itemOf(article), live.book(), now);
			// What a feed already held is old, unless the book is older.
			const isNews =
				isPrimed ||
				(article.published !== null &&
					(proposal?.day ?? "") > bookVerifiedTo(live.book()));
			return isNews ? proposal : null;
		},
		proposalCard(proposal, say) {
			const on = proposal.madeAt.toISOString().slice(0, 10);
			const present = proposal.reading.measures
				.slice(0, mostMeasures)
				.flatMap(
					(id) => presentRate(id, { origin: null, on }, live.book()) ?? [],
				);
			return proposalCard({ proposal, present, say });
		},
	};
}

/** The longest text that a feed gives of an item: some give it twice. */
function itemOf({ summary, body, ...article }: Article) {
	return { ...article, text: body.length > summary.length ? body : summary };
}
