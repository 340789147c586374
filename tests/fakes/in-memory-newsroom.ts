import type { Channels } from "../../src/chat/channel.ts";
import { channelKey } from "../../src/chat/channel.ts";
import type { ArchivedArticle } from "../../src/deliveries/archive.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import type {
	Newsroom,
	NewsTurn,
	ToldArticle,
} from "../../src/deliveries/newsroom.ts";
import type { Story } from "../../src/news/story.ts";
import { textHash } from "../../src/news/text-hash.ts";
import type { Subscriptions } from "../../src/topics/subscription.ts";
import type { ProposalTable } from "./in-memory-book-changes.ts";
import { type DeliveryTable, deliveriesOfStory } from "./in-memory-ledger.ts";

/** What the newsroom writes and the archive reads. */
export interface NewsTables {
	readonly articles: Map<string, ArchivedArticle>;
	readonly stories: Map<string, Story>;
	readonly deliveries: DeliveryTable;
	readonly proposals: ProposalTable;
}

interface Memories {
	readonly tables: NewsTables;
	readonly subscriptions: Subscriptions;
	readonly channels: Channels;
}

/** Twin of the store's Newsroom: turns wait for each other, and one that throws leaves nothing. */
export function inMemoryNewsroom(memories: Memories): Newsroom {
	let last: Promise<unknown> = Promise.resolve();
	const revisedTimes = new Map<string, Date>();
	const run = async <T>(work: (turn: NewsTurn) => Promise<T>): Promise<T> => {
		const drafts: NewsTables = {
			articles: new Map(),
			stories: new Map(),
			deliveries: new Map(),
			proposals: new Map(),
		};
		const result = await work(openTurn(memories, drafts, revisedTimes));
		keepDrafts(memories.tables, drafts);
		return result;
	};
	return {
		inTurn(work) {
			const turn = last.then(() => run(work));
			last = turn.catch(() => undefined);
			return turn;
		},
	};
}

function openTurn(
	memories: Memories,
	drafts: NewsTables,
	revisedTimes: Map<string, Date>,
): NewsTurn {
	const { tables } = memories;
	return {
		known: async (ids) =>
			new Map(
				ids.flatMap((id) => {
					const kept = drafts.articles.get(id) ?? tables.articles.get(id);
					if (!kept) return [];
					const hash = textHash(kept.article);
					const revisedAt = revisedTimes.get(id) ?? null;
					return [[id, { hash, revisedAt }]];
				}),
			),
		story: async (id) =>
			drafts.stories.get(id) ?? tables.stories.get(id) ?? null,
		itemsTitled: async (feedId, titles) =>
			[...tables.articles.values(), ...drafts.articles.values()]
				.map(({ article }) => article)
				.filter((one) => one.feedId === feedId && titles.includes(one.title))
				.map(({ url, title }) => ({ url, title })),
		newestItems: async (feedId, most) =>
			[...tables.articles.values(), ...drafts.articles.values()]
				.filter(({ article }) => article.feedId === feedId)
				.map(({ article, isFlooded = false }) => ({
					...{ url: article.url, title: article.title, isFlooded },
					...{ published: article.published, detected: article.detected },
					hash: textHash(article),
				}))
				.sort((a, b) => +b.detected - +a.detected)
				.slice(0, most),
		async floodUntil(feedId, now) {
			const held = [...tables.deliveries.values()].filter(
				({ state, flood }) =>
					state === "held" && flood?.feedId === feedId && flood.until > now,
			);
			const times = held.map(({ flood }) => Number(flood?.until));
			return times.length > 0 ? new Date(Math.max(...times)) : null;
		},
		async storiesLike(terms, since) {
			const shared = (story: Story) =>
				story.terms.filter((term) => terms.includes(term)).length;
			return [...new Map([...tables.stories, ...drafts.stories]).values()]
				.filter((story) => story.lastToldAt >= since && shared(story) > 0)
				.sort((a, b) => shared(b) - shared(a));
		},
		kept: async (ids) =>
			ids.flatMap(
				(id) => drafts.articles.get(id) ?? tables.articles.get(id) ?? [],
			),
		keep: async (told) => keepTold(drafts, told),
		async revise(told, now) {
			const { id } = told.article;
			const known = drafts.articles.get(id) ?? tables.articles.get(id);
			const isFlooded = known?.isFlooded ?? false;
			keepTold(drafts, { ...told, isFlooded });
			revisedTimes.set(id, now);
		},
		async propose(proposal) {
			const { id } = proposal;
			if (tables.proposals.has(id) || drafts.proposals.has(id)) return false;
			drafts.proposals.set(id, proposal);
			return true;
		},
		subscriptionsTo: (topicIds) => memories.subscriptions.to(topicIds),
		async settings(channels) {
			const chosen = channels.map(
				async (channel) =>
					[
						channelKey(channel),
						await memories.channels.settings(channel),
					] as const,
			);
			return new Map(await Promise.all(chosen));
		},
		deliveriesOf: async (storyId) =>
			deliveriesOfStory(
				new Map([...tables.deliveries, ...drafts.deliveries]),
				storyId,
			),
		async plan(deliveries) {
			for (const one of deliveries) drafts.deliveries.set(one.id, one);
		},
	};
}

function keepTold(drafts: NewsTables, told: ToldArticle): void {
	const { article, statements, matches, written, story, isFlooded } = told;
	const archived = {
		...{ article, statements, matches, storyId: story.id },
		...(written && { written }),
		...(isFlooded && { isFlooded }),
	};
	drafts.articles.set(article.id, archived);
	drafts.stories.set(story.id, story);
}

function keepDrafts(tables: NewsTables, drafts: NewsTables): void {
	for (const [id, article] of drafts.articles) tables.articles.set(id, article);
	for (const [id, story] of drafts.stories) tables.stories.set(id, story);
	for (const [id, one] of drafts.proposals) tables.proposals.set(id, one);
	for (const [id, planned] of drafts.deliveries) {
		tables.deliveries.set(id, renewed(tables.deliveries.get(id), planned));
	}
}

function renewed(known: Delivery | undefined, planned: Delivery): Delivery {
	if (!known) return planned;
	const { shows, card, edition, notBefore, flood } = planned;
	return { ...known, shows, card, edition, notBefore, flood };
}
