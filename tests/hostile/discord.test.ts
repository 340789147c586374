import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardMessage } from "../../adapters/discord/card-message.ts";
import { webAddress } from "../../adapters/discord/markdown.ts";
import { messageRequest } from "../../adapters/discord/send-card.ts";
import type { Card } from "../../src/chat/card.ts";
import { sayIn } from "../../src/phrases/say.ts";
import {
	bodyText,
	type DiscordWorld,
	discordWorld,
} from "../adapters/discord/discord-world.ts";
import {
	type MessageBody,
	messageBody,
} from "../adapters/discord/message-rules.ts";
import { readMarkdown } from "../adapters/discord/read-markdown.ts";
import { plainWords, unreadWords } from "../contracts/card-words.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileCard } from "./hostile-card.ts";
import {
	hostileAddress,
	hostileText,
	namedTexts,
	spread,
	textFamilies,
} from "./hostile-texts.ts";
import { hostileAddresses } from "./markup-texts.ts";

/** What we make of it ourselves. */
const ourMarks = ["list", "bold", "fence", "code", "address", "time"];
const leftOut = /No room here for/;

describe("a stranger's text on Discord", { timeout: fuzzTimeoutMs }, () => {
	let world: DiscordWorld;

	beforeAll(async () => {
		world = await discordWorld({
			pace: { book: async () => 0, rest: async () => undefined },
		});
		await world.platform.start([], async () => {
			throw new Error("nobody asks");
		});
	});

	afterAll(async () => {
		await world.platform.stop();
		await world.close();
	});

	test.each(Object.entries(textFamilies))(
		"of %s arrives as words and nothing else",
		async (name, texts) => {
			const [channel] = world.channels;
			for (const [at, text] of spread(texts).entries()) {
				const card = hostileCard(text);
				await world.platform.post(channel, card, `${name} ${at}`);
			}
			const heard = await world.heard(channel);
			expect(heard.flatMap(({ pinged }) => pinged)).toEqual([]);
		},
	);

	test.each(namedTexts)("is words: %s", (_, text) => {
		const card = hostileCard(text);
		expectInert(card, bodyOf(card));
	});

	test.each(hostileAddresses)("leads nowhere but there: %s", (url) => {
		const card = hostileCard("Steel", url);
		expectInert(card, bodyOf(card));
	});

	test("is words, whatever it is and wherever it leads", async () => {
		const inputs = fc.record({ text: hostileText(), url: hostileAddress() });
		await fuzz(inputs, 150, ({ text, url }) => {
			const card = hostileCard(text, url);
			expectInert(card, bodyOf(card));
		});
	});
});

function bodyOf(card: Card): MessageBody {
	const { body } = messageRequest(cardMessage(card, sayIn("en")));
	return messageBody.parse(JSON.parse(JSON.stringify(body)));
}

function expectInert(card: Card, body: MessageBody): void {
	expect(body.content ?? "").toBe("");
	const own = card.url === null ? null : webAddress(card.url);
	for (const { title = "", description = "", url } of body.embeds) {
		if (url !== undefined) expect(url).toBe(own);
		for (const part of [title, description]) {
			const { marks, text } = readMarkdown(part);
			const known = [...ourMarks, `link ${own}`];
			expect(marks.filter((mark) => !known.includes(mark))).toEqual([]);
			expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
		}
	}
	const seen = bodyText(body);
	if (leftOut.test(seen)) return;
	const squashed = (words: string) => plainWords(words).replace(/[\s…]/g, "");
	const shown = squashed(seen);
	const unread = unreadWords(card, seen);
	expect(unread.filter((words) => !shown.includes(squashed(words)))).toEqual(
		[],
	);
}
