import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { cardMessage as discordMessage } from "../../adapters/discord/card-message.ts";
import { messageRequest } from "../../adapters/discord/send-card.ts";
import { cardMessage as slackMessage } from "../../adapters/slack/card-message.ts";
import type { Card } from "../../src/chat/card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { cardHtml } from "../../src/pages/card-html.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { messageBody } from "../adapters/discord/message-rules.ts";
import { messageFault, pingsOf } from "../adapters/slack/slack-rules.ts";
import { hostileText } from "../hostile/hostile-texts.ts";
import { commandLines } from "./command-lines.ts";
import { fuzz, fuzzTimeoutMs } from "./fuzz.ts";
import { openFuzzHouse } from "./fuzz-house.ts";

const say = sayIn("en");
const cardShape = z.object({
	title: z.string().min(1),
	url: z.string().nullable(),
	tone: z.enum(["news", "answer", "done", "warning", "mistake"]),
	blocks: z.array(z.object({ kind: z.string() })),
	actions: z.array(z.object({ label: z.string(), line: z.string() })),
	footer: z.string().nullable(),
});

describe("the command line", { timeout: fuzzTimeoutMs }, () => {
	let house: Awaited<ReturnType<typeof openFuzzHouse>>;

	beforeAll(async () => {
		house = await openFuzzHouse();
	}, 120_000);

	afterAll(() => house.close(), 30_000);

	test("answers whatever is typed with a card that every platform takes", async () => {
		const lines = commandLines(house.commands, house.ids);
		const channel = fc.constantFrom("room", "__proto__", "T1/C1", "a b");
		const inputs = fc.record({ line: lines, id: channel, who: hostileText() });
		await fuzz(inputs, 250, async ({ line, id, who }) => {
			const asker = { id: who, name: who, mayManage: who.length % 8 > 0 };
			const asked = { channel: { platform: "test", id }, asker, line };
			const { card } = await house.answer(asked);
			expect(house.faults()).toEqual([]);
			cardShape.parse(card);
			expectTaken(card);
		});
	});

	test("offers choices for whatever is typed so far", async () => {
		const suggests = house.commands
			.flatMap(({ options, subcommands }) => [
				...options,
				...subcommands.flatMap((sub) => sub.options),
			])
			.flatMap(({ suggest }) => suggest ?? []);
		const inputs = fc.record({
			suggest: fc.constantFrom(...suggests),
			typed: hostileText(),
		});
		await fuzz(inputs, 150, async ({ suggest, typed }) => {
			const choices = await suggest(typed, { platform: "test", id: "room" });
			expect(choices.length).toBeLessThanOrEqual(25);
		});
	});
});

/** Dressed for each platform, it keeps to its rules and calls nobody. */
function expectTaken(card: Card): void {
	const slack = slackMessage(card, say);
	expect(messageFault(slack)).toBeNull();
	expect(pingsOf(slack)).toEqual([]);
	messageBody.parse(messageRequest(discordMessage(card, say)).body);
	expect(cardText(card)).not.toMatch(
		/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u,
	);
	cardHtml(card, () => null);
}
