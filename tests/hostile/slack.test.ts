import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardMessage } from "../../adapters/slack/card-message.ts";
import { webAddress } from "../../adapters/slack/rich-text.ts";
import type { Card } from "../../src/chat/card.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { channelOf, makeSlackHouse } from "../adapters/slack/slack-house.ts";
import {
	collect,
	messageFault,
	pingsOf,
} from "../adapters/slack/slack-rules.ts";
import { unreadWords } from "../contracts/card-words.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileCard, ownAddress } from "./hostile-card.ts";
import {
	hostileAddress,
	hostileText,
	namedTexts,
	spread,
	textFamilies,
} from "./hostile-texts.ts";
import { hostileAddresses } from "./markup-texts.ts";

interface Message {
	readonly text: string;
	readonly blocks: readonly unknown[];
}

const channel = channelOf("C1");
const leftOut = /… and \d+ more/;
/** Nothing of ours is cut that is shorter. */
const uncut = 60;

describe("a stranger's text on Slack", { timeout: fuzzTimeoutMs }, () => {
	let house: Awaited<ReturnType<typeof makeSlackHouse>>;

	beforeAll(async () => {
		house = await makeSlackHouse();
		await house.platform.start([], async () => {
			throw new Error("nobody asks");
		});
	});

	afterAll(async () => {
		await house.platform.stop();
		await house.slack.close();
	});

	test.each(Object.entries(textFamilies))(
		"of %s arrives as words and nothing else",
		async (name, texts) => {
			for (const [at, text] of spread(texts).entries()) {
				const card = hostileCard(text);
				const { id } = await house.platform.post(
					channel,
					card,
					`${name} ${at}`,
				);
				const sent = house.slack.channels
					.get("C1")
					?.find(({ ts }) => ts === id);
				expectInert(card, sent ?? { text: "", blocks: [] });
			}
			expect(house.logged.join("")).not.toMatch(/refused|failed/);
		},
	);

	test.each(namedTexts)("is words: %s", (_, text) => {
		expectInert(hostileCard(text), slackMessage(text, ownAddress));
	});

	test.each(hostileAddresses)("leads nowhere but there: %s", (url) => {
		expectInert(hostileCard("Steel", url), slackMessage("Steel", url));
	});

	test("is words, whatever it is and wherever it leads", async () => {
		const inputs = fc.record({ text: hostileText(), url: hostileAddress() });
		await fuzz(inputs, 300, ({ text, url }) => {
			expectInert(hostileCard(text, url), slackMessage(text, url));
		});
	});
});

function slackMessage(text: string, url: string): Message {
	return cardMessage(hostileCard(text, url), sayIn("en"));
}

function expectInert(card: Card, message: Message): void {
	expect(messageFault(message)).toBeNull();
	expect(pingsOf(message)).toEqual([]);
	expect(message.text).not.toMatch(/[<>]/);
	const own = webAddress(card.url);
	const urls = new Set(collect(message.blocks, "url"));
	expect([...urls].filter((url) => url !== own)).toEqual([]);
	expect(JSON.stringify(message)).not.toMatch(/mrkdwn|verbatim":false/);
	const shown = ["text", "fallback", "alt_text"].flatMap((name) =>
		collect(message, name),
	);
	const seen = shown.join("\n");
	expect(seen).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
	const isShort = card.title.length <= uncut;
	if (isShort && !leftOut.test(seen))
		expect(unreadWords(card, seen)).toEqual([]);
}
