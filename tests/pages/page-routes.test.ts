import fastify from "fastify";
import { describe, expect, test } from "vitest";
import type { Card } from "../../src/chat/card.ts";
import { defaultChannelSettings } from "../../src/chat/channel.ts";
import { commandList } from "../../src/commands/command-list.ts";
import { tariffAddress } from "../../src/commands/tariff-address.ts";
import { makeAnswer } from "../../src/flows/answer-command.ts";
import { makeLog } from "../../src/log.ts";
import { cardHtml } from "../../src/pages/card-html.ts";
import { pageRoutes } from "../../src/pages/page-routes.ts";
import type { Language } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { people } from "../../src/topics/people.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { inMemoryStore } from "../fakes/in-memory-store.ts";

const now = () => new Date("2026-06-04T16:00:00Z");
const book = readBook();
const commands = commandList({
	...inMemoryStore(),
	book: () => book,
	catalogue: topicCatalogue,
	people,
	publicUrl: null,
	addFeed: () => Promise.reject(new Error("not here")),
	pollFeed: async () => undefined,
	examineChannel: async () => [],
	isDesk: () => false,
	mayAmend: () => false,
	bookChanged: async () => undefined,
	topicsChanged: async () => undefined,
});

const tools = {
	commands,
	answerIn: (language: Language) =>
		makeAnswer(commands, {
			channels: {
				settings: async () => ({ ...defaultChannelSettings, language }),
			},
			resume: async () => undefined,
			mayAsk: () => true,
			log: makeLog("error", () => {}),
			now,
		}),
	book: () => book,
	now,
};
const http = fastify();
pageRoutes(http, tools);

async function get(url: string) {
	const { statusCode, headers, body } = await http.inject(url);
	return { status: statusCode, type: headers["content-type"], body };
}

describe("/tariff/<product>", () => {
	test("answers as the chat does, at an address that says all that was asked", async () => {
		const address = tariffAddress({
			product: "kitchen cabinets",
			origin: "VN",
			on: "2026-01-05",
		});
		expect(address).toBe("/tariff/kitchen%20cabinets?origin=VN&on=2026-01-05");
		const page = await get(address);
		expect(page).toMatchObject({ status: 200, type: /^text\/html/ });
		expect(page.body).toMatch(/<h1[^>]*>Kitchen cabinets from Vi\S+ into/);
		expect(page.body).toContain("For entry on 2026-01-05.");
		expect(page.body).toMatch(/<a href="https:\/\/[^"]+" rel="noreferrer">/);
	});

	test("leads on to other questions, and offers nothing that needs a channel", async () => {
		const { body } = await get("/tariff/steel?origin=CA");
		const [, links = ""] = /<nav>(.*?)<\/nav>/s.exec(body) ?? [];
		expect(links).toContain("/tariff/steel?origin=MX&amp;importer=US");
		const addresses = [...links.matchAll(/href="([^"]*)"/g)].map(
			([, to]) => to,
		);
		expect(addresses.every((to) => to?.startsWith("/tariff/"))).toBe(true);
	});

	test("draws its chart as a picture with words for it", async () => {
		const { body } = await get("/tariff/steel?origin=CA");
		const [, address = "", alt] =
			/<img src="data:image\/svg\+xml;charset=utf-8,([^"]*)" alt="([^"]*)"/.exec(
				body,
			) ?? [];
		expect(decodeURIComponent(address)).toMatch(/^<svg .*<\/svg>$/s);
		expect(alt).toContain("50% from 2025-06-04");
	});

	test("asks which is meant, with a link to each, and is not found", async () => {
		const page = await get("/tariff/metal");
		expect(page.status).toBe(404);
		expect(page.body).toContain("/tariff/copper");
	});

	test("shows what is typed as text alone", async () => {
		const wild = '"><script>alert(1)</script>';
		const { body } = await get(`/tariff/${encodeURIComponent(wild)}`);
		expect(body).not.toContain("<script");
		expect(body).toContain("&lt;script&gt;");
	});
});

describe("/calendar.ics", () => {
	const eventsOf = (body: string) =>
		body.replaceAll("\r\n ", "").match(/BEGIN:VEVENT.*?END:VEVENT/gs) ?? [];

	test("has one whole-day event for each coming date, with its source", async () => {
		const { status, type, body } = await get("/calendar.ics?days=400");
		expect({ status, type }).toMatchObject({ status: 200, type: /^text\/cal/ });
		const rise = eventsOf(body).find((one) => /SUMMARY:.*steel.*50%/.test(one));
		expect(rise).toContain("DTSTART;VALUE=DATE:20260701");
		expect(rise).toMatch(/URL;VALUE=URI:https:/);
		const days = eventsOf(body).map(
			(one) => /DTSTART;VALUE=DATE:(\d{8})/.exec(one)?.[1] ?? "",
		);
		expect(days.every((day) => day > "20260604")).toBe(true);
	});

	test("keeps an event's id from one look to the next", async () => {
		const ids = (body: string) => body.match(/^UID:.*$/gm);
		const first = ids((await get("/calendar.ics")).body);
		expect(first?.length).toBeGreaterThan(0);
		expect(ids((await get("/calendar.ics?days=nonsense")).body)).toEqual(first);
		expect(new Set(first).size).toBe(first?.length);
	});
});

test("a card's words stay words, and its links lead to the web alone", () => {
	const wild = "<b>x</b> & \u202Ey";
	const spans = [{ text: wild, url: "javascript:alert(1)" }];
	const card: Card = {
		title: wild,
		url: "javascript:alert(1)",
		tone: "news",
		blocks: [
			{ kind: "text", spans },
			{ kind: "facts", facts: [{ label: wild, value: spans }] },
			{
				kind: "headlines",
				title: wild,
				items: [
					{ title: wild, url: "data:text/html,x", outlet: wild, at: null },
				],
			},
			{
				kind: "table",
				columns: [{ title: wild, align: "left" }],
				rows: [[spans]],
			},
			{ kind: "picture", svg: "<svg/>", alt: '" onerror="x' },
		],
		actions: [],
		footer: wild,
	};
	const { text } = cardHtml(card, () => null);
	expect(text).not.toMatch(/<b>|javascript:|href=|\u202E|alt="" onerror/);
	expect(text.match(/&lt;b&gt;x&lt;\/b&gt; &amp; y/g)).toHaveLength(10);
});

test("a thousand pages at once are enough for one address", async () => {
	const crowd = fastify();
	pageRoutes(crowd, tools);
	const ask = (remoteAddress: string) =>
		crowd.inject({ url: "/pages/page.css", remoteAddress });
	for (let at = 0; at < 1_500; at++) await ask("10.0.0.1");
	const late = await ask("10.0.0.1");
	expect(late.statusCode).toBe(429);
	expect(late.headers["retry-after"]).toBe("10");
	expect((await ask("10.0.0.2")).statusCode).toBe(200);
});
