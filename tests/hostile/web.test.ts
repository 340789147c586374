import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanCard } from "../../adapters/web/clean-card.ts";
import { cardHtml } from "../../src/pages/card-html.ts";
import { makeWebHouse, readStream } from "../adapters/web/web-house.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileCard } from "./hostile-card.ts";
import { hostileAddress, hostileText, namedTexts } from "./hostile-texts.ts";
import { hostileAddresses } from "./markup-texts.ts";

/** What a page of ours is made of; a text that were more than words would be something else. */
const ourTag =
	/^<\/?(?:article|h1|h2|p|dl|div|dt|dd|section|ul|li|small|table|thead|tbody|tr|th|td|figure|img|nav|a|strong|code|footer)(?: (?:class|dir|scope|tabindex|rel|alt|href|src)="[^"<>]*")*>$/;
const turned = /[\u202a-\u202e\u2066-\u2069]/;

describe("a stranger's text on pages", { timeout: fuzzTimeoutMs }, () => {
	test.each(namedTexts)("is words: %s", (_, text) => {
		expectWords(pageOf(text));
	});

	test.each(hostileAddresses)("leads to the web or nowhere: %s", (url) => {
		expectWords(pageOf("Steel", url));
	});

	test("is words, whatever it is and wherever it leads", async () => {
		const inputs = fc.record({ text: hostileText(), url: hostileAddress() });
		await fuzz(inputs, 300, ({ text, url }) => expectWords(pageOf(text, url)));
	});
});

describe("a stranger's text in the web chat", () => {
	test("is one event of the stream for each post, free of what drives or turns", async () => {
		const house = makeWebHouse();
		await house.platform.start([], async () => {
			throw new Error("nobody asks");
		});
		const address = await house.server.open();
		for (const [name, text] of namedTexts) {
			const place = { platform: "web", id: "general" };
			await house.platform.post(place, hostileCard(text), name);
		}
		const stream = `${address}/api/chat/stream?channel=general&after=0`;
		const heard = await readStream(stream, { enough: namedTexts.length });
		expect(heard.map(({ data }) => data.key)).toEqual(
			namedTexts.map(([name]) => name),
		);
		expect(heard.map(({ data }) => data.card)).toEqual(
			namedTexts.map(([, text]) => cleanCard(hostileCard(text))),
		);
		const texts = JSON.stringify(heard.map(({ data }) => data.card));
		expect(texts).not.toMatch(/[\x7f-\x9f]|\\u00[01]/);
		expect(texts).not.toMatch(turned);
		await house.platform.stop();
		await house.server.close();
	});
});

function pageOf(text: string, url?: string): string {
	return cardHtml(hostileCard(text, url), () => "/tariff/steel").text;
}

function expectWords(page: string): void {
	const tags = page.match(/<[^>]*>?/g) ?? [];
	expect(tags.filter((tag) => !ourTag.test(tag))).toEqual([]);
	const links = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)];
	const foreign = links.filter(
		([, to = ""]) => !/^(?:https?:\/\/|\/tariff\/|data:image\/svg)/i.test(to),
	);
	expect(foreign).toEqual([]);
	expect(page).not.toMatch(turned);
}
