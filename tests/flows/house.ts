import type { Card } from "../../src/chat/card.ts";
import { textBlock } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { HubWish } from "../../src/feeds/ask-hub.ts";
import type { DueFeed, Feed } from "../../src/feeds/feed.ts";
import type { FetchedBytes } from "../../src/feeds/fetch-feed.ts";
import { watchOwnNetwork } from "../../src/feeds/own-network.ts";
import type { ParsedFeed } from "../../src/feeds/parsed-feed.ts";
import type { KeepLeaseTools } from "../../src/flows/keep-hub-leases.ts";
import type { DigestTools } from "../../src/flows/make-digests.ts";
import type { PollTools } from "../../src/flows/poll-feed.ts";
import type { PushTools } from "../../src/flows/receive-push.ts";
import type { SendTools } from "../../src/flows/sending.ts";
import type { DueChannel, SweepTools } from "../../src/flows/sweep.ts";
import { makeLog } from "../../src/log.ts";
import type { Article } from "../../src/news/article.ts";

import type { Proposal } from "../../src/news/proposal.ts";
import type { Topic } from "../../src/topics/topic.ts";
import { sampleProposal } from "../contracts/sample-proposals.ts";
import { type InMemoryStore, inMemoryStore } from "../fakes/in-memory-store.ts";
import {
	type ScriptedPlatform,
	scriptedPlatform,
} from "../fakes/scripted-platform.ts";

import { tellByEvent } from "./tell-by-event.ts";

export const now = new Date("2026-10-07T14:00:00Z");
/** Those who look after the tariff book. */
export const keepers: ChannelRef = { platform: "slack", id: "T1/BOOK" };
export const desk: ChannelRef = { platform: "slack", id: "T1/C1" };

/** The instant `seconds` after `now`. */
export function at(seconds: number): Date {
	return new Date(now.getTime() + seconds * 1000);
}

/** A house of twins, with every flow's tools. */
export interface House {
	readonly store: InMemoryStore;
	readonly slack: ScriptedPlatform;
	readonly poll: PollTools;
	readonly send: SendTools;
	readonly sweep: SweepTools;
	readonly digest: DigestTools;
	readonly hubs: HubTools;
	/** What each feed names as its hub; a topic is its own address. */
	readonly hubOf: Map<string, string>;
	/** What hubs were asked. */
	readonly asked: HubWish[];
	/** What each feed's server gives at the next poll. */
	readonly servers: Map<string, readonly Item[] | Error>;
	readonly enqueued: DueChannel[];
	/** Feeds that were to be polled. */
	readonly polled: DueFeed[];
	/** Every line logged as an error. */
	readonly errors: string[];
}

type HubTools = KeepLeaseTools & PushTools;

/** An item as a test writes it: the title is all its words. */
interface Item {
	readonly id: string;
	readonly title: string;
	/** ISO UTC. */
	readonly published?: string | null;
}

/** Opens a house with an empty store; feeds and topics are named after what they are. */
export function openHouse(): House {
	const store = inMemoryStore();
	const slack = scriptedPlatform("slack");
	const servers: House["servers"] = new Map();
	const enqueued: DueChannel[] = [];
	const polled: DueFeed[] = [];
	const hubOf: House["hubOf"] = new Map();
	const asked: HubWish[] = [];
	const errors: string[] = [];
	const log = makeLog("error", (line) => errors.push(line));
	const enqueueChannels = async (due: readonly DueChannel[]) =>
		void enqueued.push(...due);
	const common = { log, enqueueChannels, topic };
	const poll = { ...store, ...common, ...reading(servers, hubOf) };
	const enqueuePolls = async (due: readonly DueFeed[]) =>
		void polled.push(...due);
	return {
		store,
		slack,
		servers,
		enqueued,
		polled,
		errors,
		poll,
		hubOf,
		asked,
		hubs: {
			...poll,
			enqueuePolls,
			askHub: async (wish) => void asked.push(wish),
			callbackOf: (token) => `https://us.example/websub/${token}`,
		},
		send: {
			...store,
			log,
			platforms: new Map([["slack", slack]]),
			aloneSince: null,
			suspendedCard: (channel, reason) => card(`${channel.id}: ${reason}`),
		},
		sweep: {
			...store,
			...common,
			examine: (channel) => slack.examine(channel),
			looked: new Map(),
			catchUpCard: ({ held }) =>
				card(held.map((one) => one.card.title).join(" + ")),
			aloneSince: null,
			enqueuePolls,
		},
		digest: {
			...store,
			...common,
			digestCard: ({ date, late, entries, rates }) => {
				const headlines = [
					...rates.map(({ title }) => title),
					...entries.map(({ story }) => story.headline),
				];
				return card(`${date}${late ? " late" : ""}: ${headlines.join(", ")}`);
			},
		},
	};
}

/** Small stand-ins for the rooms that read; each item tells the event that its title names. */
function reading(servers: House["servers"], hubOf: House["hubOf"]) {
	return {
		fetchFeed: async (feed: Feed): Promise<FetchedBytes> => {
			const answer = servers.get(feed.id) ?? [];
			if (answer instanceof Error) throw answer;
			const text = JSON.stringify(answer);
			return {
				kind: "bytes",
				bytes: new TextEncoder().encode(text),
				contentType: null,
				etag: `"${text.length}"`,
				lastModified: null,
				url: feed.url,
				hash: text,
				links: { hubs: hubOf.get(feed.id)?.split(" ") ?? [], self: null },
				freshMs: null,
				movedTo: null,
				tookMs: 1,
			};
		},
		parseFeed: async (bytes: Uint8Array): Promise<ParsedFeed> => ({
			...emptyFeed,
			items: JSON.parse(new TextDecoder().decode(bytes)),
		}),
		openPages: async (_: Feed, parsed: ParsedFeed) => ({
			...{ feed: parsed, read: parsed, isWhole: true },
		}),
		articlesFrom: async (feed: Feed, parsed: ParsedFeed, when: Date) =>
			parsed.items.map(({ id, title, published }) =>
				articleOf(feed, { id, title: title ?? "", published }, when),
			),
		minSeconds: 1,
		ownNetwork: watchOwnNetwork(),
		hostTurns: { turnOf: async () => null, end: () => {} },
		readArticle: (article: Article) => ({
			article,
			statements: [],
			matches: /steel|acier/i.test(article.title)
				? [{ topicId: "steel-tariffs", evidence: [] }]
				: [],
		}),
		readProposal: ({ id: articleId, title }: Article) =>
			/proclamation/i.test(title) ? sampleProposal({ articleId, title }) : null,
		proposalCard: ({ title }: Proposal) => card(`Proposed: ${title}`),
		bookChannels: [keepers],
		writeSummaries: async () => new Map(),
		tellStory: tellByEvent,
		speakers: [],
		storyCard: ({
			story,
		}: {
			story: { headline: string; tellings: readonly { outlet: string }[] };
		}) =>
			card(
				[
					story.headline,
					...story.tellings.slice(1).map(({ outlet }) => outlet),
				].join(" also "),
			),
		feedTroubleCard: (
			{ id }: { id: string },
			{ trouble }: { trouble: string | null },
		) => card(`${id}: ${trouble ?? "back"}`),
		floodCard: ({ feed, held }: { feed: Feed; held: readonly unknown[] }) =>
			card(`${feed.id} flooded: ${held.length}`),
		changeCard: ({ article }: { article: Article }) =>
			card(`New: ${article.title}`),
	};
}

const emptyFeed: ParsedFeed = {
	format: "rss",
	title: null,
	link: null,
	language: null,
	ttlMinutes: null,
	hub: null,
	self: null,
	bozo: false,
	items: [],
};

function articleOf(feed: Feed, item: Item, detected: Date): Article {
	return {
		id: `${feed.id}/${item.id}`,
		feedId: feed.id,
		url: null,
		outlet: feed.title,
		kind: "media",
		language: "en",
		title: item.title,
		summary: "",
		body: "",
		published: item.published ? new Date(item.published) : null,
		detected,
	};
}

export function card(title: string): Card {
	return {
		title,
		url: null,
		tone: "news",
		blocks: [textBlock(title)],
		actions: [],
		footer: null,
	};
}

function topic(id: string): Topic {
	return { id, names: { en: id, fr: id, es: id }, query: id, owner: null };
}

/** Adds feeds, already polled once when they were empty. */
export async function addFeeds(house: House, ...ids: string[]): Promise<void> {
	for (const id of ids) {
		const url = `https://${id}.example/feed`;
		const shape = { kind: "media", language: "en", verified: true } as const;
		await house.store.feeds.keepFeed({
			id,
			url,
			title: id.toUpperCase(),
			...shape,
		});
		const state = await house.store.feeds.state(id);
		await house.store.feeds.keepState(id, { ...state, primedAt: at(-3600) });
	}
}

/** Lets the desk (or another channel) follow steel. */
export async function follow(
	house: House,
	mode: "live" | "digest" | "both" = "live",
	channel = desk,
): Promise<void> {
	const since = at(-86_400);
	const topicId = "steel-tariffs";
	await house.store.subscriptions.subscribe({ channel, topicId, mode, since });
}
