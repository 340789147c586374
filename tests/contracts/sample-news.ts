import type { Card } from "../../src/chat/card.ts";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Delivery } from "../../src/deliveries/delivery.ts";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import type { ToldArticle } from "../../src/deliveries/newsroom.ts";
import type { Article } from "../../src/news/article.ts";
import type { Statement } from "../../src/news/statement.ts";
import type { Story } from "../../src/news/story.ts";

/** Noon of a day that all samples share; `minutes` later. */
export function at(minutes: number): Date {
	return new Date(Date.UTC(2026, 5, 4, 12, minutes));
}

export const brokers: ChannelRef = { platform: "web", id: "brokers" };
export const lawyers: ChannelRef = { platform: "slack", id: "T1/C2" };

export function sampleCard(title: string): Card {
	return {
		title,
		url: "https://news.example/1",
		tone: "news",
		blocks: [
			{ kind: "text", spans: [{ text: "Duties double \u2014 « 50 % »." }] },
		],
		actions: [{ label: "Why", line: "/why 1" }],
		footer: null,
	};
}

function sampleArticle(changes: Partial<Article>): Article {
	return {
		id: "a1",
		feedId: "wire",
		url: "https://news.example/1",
		outlet: "The Wire",
		kind: "media",
		language: "en",
		title: "Steel tariffs rise",
		summary: "Washington doubles duties on steel.",
		body: "",
		published: at(-5),
		detected: at(0),
		...changes,
	};
}

export function sampleStory(changes: Partial<Story>): Story {
	return {
		id: "s1",
		headline: "Steel tariffs rise",
		url: "https://news.example/1",
		language: "en",
		firstToldAt: at(0),
		lastToldAt: at(0),
		revision: 1,
		terms: ["steel", "tariffs"],
		figures: ["50%"],
		tellings: [],
		...changes,
	};
}

export const sampleStatement: Statement = {
	field: "body",
	speaker: "greer",
	cue: "said",
	text: "We will not wait",
	quote: null,
	kind: "indirect",
	start: 3,
	end: 19,
};

/** An article told as a story of its own, its telling in it. */
export function sampleTold(
	article: Partial<Article>,
	told: Partial<Omit<ToldArticle, "article">> = {},
): ToldArticle {
	const whole = sampleArticle(article);
	const { outlet, title, url, detected } = whole;
	const terms = ["steel", "HAMILTON"];
	const known = { articleId: whole.id, outlet, title, url };
	const telling = { ...known, at: detected, terms };
	return {
		article: whole,
		statements: [],
		matches: [],
		story: sampleStory({ id: `story-${whole.id}`, tellings: [telling] }),
		...told,
	};
}

/** A queued story for the brokers, due at noon. */
export function sampleDelivery(changes: Partial<Delivery>): Delivery {
	return {
		...newDelivery({
			channel: brokers,
			kind: "story",
			subject: "s1",
			card: sampleCard("Steel tariffs rise"),
			notBefore: at(0),
			createdAt: at(0),
		}),
		id: "d1",
		...changes,
	};
}
