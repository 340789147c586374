import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { SeveralFeeds } from "../../src/feeds/several-feeds.ts";
import { addFeed } from "../../src/house/add-feed.ts";
import { fetchOptions } from "../../src/house/poll-tools.ts";
import { inMemoryFeeds } from "../fakes/in-memory-feeds.ts";

const rss = (title: string) =>
	`<rss version="2.0"><channel><title>${title}</title><language>fr-ca</language></channel></rss>`;
const page = (links: string) =>
	`<!doctype html><html><head><title>Trade &lt;link&gt;</title>${links}</head><body><link rel="alternate" type="application/rss+xml" href="/quoted.xml"></body></html>`;
const link = (href: string, title = "", type = "application/rss+xml") =>
	`<LINK rel="alternate home" type='${type}' title="${title}" href=${href}>`;

/** A web of pages by address; asked addresses are listed. */
function web(pages: Readonly<Record<string, string>>) {
	const asked: string[] = [];
	const feeds = inMemoryFeeds();
	const add = (url: string) =>
		addFeed(url, {
			feeds,
			readFeed: parseFeed,
			async fetch(feed) {
				asked.push(feed.url);
				const text = pages[feed.url];
				if (text === undefined) throw new FeedError("x answered 404");
				return {
					kind: "bytes",
					bytes: Buffer.from(text),
					...{ contentType: null, etag: null, lastModified: null, hash: "" },
					...{ url: feed.url, freshMs: null, movedTo: null, tookMs: 1 },
					links: { hubs: [], self: null },
				};
			},
		});
	return { add, feeds, asked };
}

test("adds a feed by its own address, with its title and language", async () => {
	const { add, feeds } = web({ "https://a.example/rss": rss("Le Fil") });
	const feed = await add("https://a.example/rss");
	expect(feed).toMatchObject({ title: "Le Fil", language: "fr" });
	expect(await feeds.feed(feed.id)).toEqual(feed);
});

test("finds the feed behind a page", async () => {
	const { add, asked } = web({
		"https://a.example/news/": page(
			`<!-- ${link("/old.xml")} -->${link("feed.xml")}${link("feed.xml", "again")}${link("/style.css", "", "text/css")}`,
		),
		"https://a.example/news/feed.xml": rss("The Wire"),
	});
	expect(await add("https://a.example/news/")).toMatchObject({
		url: "https://a.example/news/feed.xml",
		title: "The Wire",
	});
	expect(asked).toHaveLength(2);
});

test("asks which feed of a page is meant, those of comments last", async () => {
	const { add, feeds } = web({
		"https://a.example/": page(
			link("/comments.xml") + link("/all.xml", "All") + link("/eu.xml", "EU"),
		),
	});
	const error = await add("https://a.example/").catch((fault) => fault);
	expect(error).toBeInstanceOf(SeveralFeeds);
	expect(error.links.map(({ url }: { url: string }) => url)).toEqual([
		"https://a.example/all.xml",
		"https://a.example/eu.xml",
		"https://a.example/comments.xml",
	]);
	expect(await feeds.feeds()).toEqual([]);
});

const notice = (day: number) =>
	`<tr><td><a href="/n/${day}">Notice of the ${day}th of May</a></td><td>2026-05-${day}</td></tr>`;
const notices = (days: readonly number[]) =>
	`<!doctype html><html lang="fr-CA"><title>Avis</title><table>${days.map(notice).join("")}</table>`;

test("follows a page that announces no feed and lists notices in a table", async () => {
	const { add, feeds } = web({ "https://a.example/n/": notices([13, 14, 15]) });
	const feed = await add("https://a.example/n/");
	expect(feed).toMatchObject({
		title: "Avis",
		language: "fr",
		reader: "notices",
	});
	expect(await feeds.feed(feed.id)).toEqual(feed);
});

test.each([
	["a page without one", page(""), "announces no feed"],
	["a table of two days", notices([13, 14]), "announces no feed"],
	[
		"a page of another scheme's",
		page(link("file:///etc/passwd")),
		"announces no feed",
	],
	["no page at all", "%PDF-1.7", "a PDF"],
	["an address that is not there", undefined, "404"],
])("keeps nothing of %s", async (_, text, reason) => {
	const { add, feeds } = web(text ? { "https://a.example/": text } : {});
	await expect(add("https://a.example/")).rejects.toThrow(reason);
	expect(await feeds.feeds()).toEqual([]);
});

test("tells servers who we are, and where to reach the operator", () => {
	const given = { TRADEWIRE_CONTACT: "https://us.example/bot" };
	expect(fetchOptions(readConfig({})).userAgent).toMatch(
		/^Tradewire\/\S+ \(self-hosted trade-news bot\)$/,
	);
	expect(fetchOptions(readConfig(given)).userAgent).toMatch(
		/ \(self-hosted trade-news bot; \+https:\/\/us\.example\/bot\)$/,
	);
});
