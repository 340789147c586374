import { createHash } from "node:crypto";
import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { commandList } from "../../src/commands/command-list.ts";
import type { CommandTools } from "../../src/commands/command-tools.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { type Feed, unpolled } from "../../src/feeds/feed.ts";
import { makeAnswer } from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import type { Article } from "../../src/news/article.ts";
import { findStatements } from "../../src/news/find-statements.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { amendBook } from "../../src/tariffs/amend-book.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { people } from "../../src/topics/people.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { inMemoryStore } from "../fakes/in-memory-store.ts";

const book = readBook();
export const now = new Date("2026-06-04T16:00:00Z");
export const room = { platform: "test", id: "room" };

export const wire: Feed = {
	id: "wire",
	url: "https://example.org/wire.xml",
	title: "The Wire",
	kind: "media",
	language: "en",
	verified: true,
};

/** A house of in-memory twins in which commands are asked as people type them. */
export function openCommandHouse(more: Partial<CommandTools> = {}) {
	const store = inMemoryStore();
	const changes: string[] = [];
	let amended = book;
	const tools: CommandTools = {
		...store,
		book: () => amended,
		catalogue: topicCatalogue,
		people,
		publicUrl: null,
		addFeed: async (url) => {
			const feed = { ...wire, id: "added", title: "Added", url };
			await store.feeds.keepFeed(feed);
			return feed;
		},
		pollFeed: async () => undefined,
		examineChannel: async () => [],
		isDesk: ({ platform }) => platform === "desk",
		mayAmend: ({ id }) => id === room.id,
		bookChanged: async () => {
			const amendments = await store.bookChanges.amendments();
			amended = amendBook(book, amendments).book;
		},
		topicsChanged: async () => void changes.push("topics"),
		...more,
	};
	const commands = commandList(tools);
	const broken: string[] = [];
	const answer = makeAnswer(commands, {
		channels: store.channels,
		resume: async () => undefined,
		mayAsk: () => true,
		log: makeLog("error", (line) => broken.push(line)),
		now: () => now,
	});
	const ask = async (line: string, who = "manager", channel = room) => {
		const isAlone = who === "alone";
		const mayManage = isAlone || who === "manager";
		const asker = { id: who, name: who, mayManage, isAlone };
		const { card } = await answer({ channel, asker, line });
		if (broken.length > 0) throw new Error(broken.join("\n"));
		return card;
	};
	const hear = async (line: string, who?: string): Promise<string> =>
		cardText(await ask(line, who), { width: 400 });
	return { ...store, tools, commands, changes, ask, hear, tell: teller(store) };
}

/** Files an article as the poll does, with the catalogue's matches. */
export function teller({
	newsroom,
	feeds,
}: Pick<ReturnType<typeof inMemoryStore>, "newsroom" | "feeds">) {
	const matcher = makeMatcher(topicCatalogue);
	return async (given: Partial<Article> & { readonly title: string }) => {
		const article = articleFrom(given);
		await feeds.keepFeed(wire);
		return newsroom.inTurn(async (turn) => {
			const statements = findStatements(article, people);
			const { story } = tellStory(article, []);
			const matches = matcher.match(article, statements);
			await turn.keep({ article, statements, matches, story });
			return story;
		});
	};
}

function articleFrom(
	given: Partial<Article> & { readonly title: string },
): Article {
	const detected = new Date("2026-06-03T12:00:00Z");
	return {
		id: createHash("sha256").update(given.title).digest("hex").slice(0, 16),
		feedId: wire.id,
		url: "https://example.org/item",
		outlet: wire.title,
		kind: "media",
		language: "en",
		published: detected,
		detected,
		summary: "",
		body: "",
		...given,
	};
}

export function deliveryOf(storyId: string, more: Partial<Delivery>): Delivery {
	return {
		...newDelivery({
			channel: room,
			kind: "story",
			subject: storyId,
			card: plainCard,
			notBefore: now,
			createdAt: now,
		}),
		id: "d1",
		...more,
	};
}

const plainCard: Card = {
	title: "A story",
	url: null,
	tone: "news",
	blocks: [],
	actions: [],
	footer: null,
};

export const primed = (at: Date) => ({
	...unpolled,
	primedAt: at,
	polledAt: at,
});
