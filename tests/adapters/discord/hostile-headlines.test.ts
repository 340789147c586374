import { describe, expect, test } from "vitest";
import { cardMessage } from "../../../adapters/discord/card-message.ts";
import { messageRequest } from "../../../adapters/discord/send-card.ts";
import type { Card } from "../../../src/chat/card.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { type MessageBody, messageBody } from "./message-rules.ts";
import { readMarkdown } from "./read-markdown.ts";

const own = "https://news.example/1";

/** What strangers may put into a headline. */
const hostile: Readonly<Record<string, string>> = {
	"everyone is called": "@everyone @here tariffs are off",
	"people and roles are called": "<@123> <@!123> <@&456> <#789> read this",
	"Slack's own signs": "<!channel> <!here|now> <@U123> &lt;b&gt;",
	"a masked link": "[Reuters](https://evil.example) says so",
	"a link that hides in a link":
		"](https://evil.example) [more](https://evil.example",
	"a bare address": "https://evil.example/login and <https://evil.example>",
	"letters that nobody sees": "@every\u200bone ste\u200del \ufeff\u2060news",
	"the reading direction turned": "Tariff \u202egpj.exe\u202c \u2066isolated",
	"five thousand letters": `Notice ${"of tariffs ".repeat(453)}end`,
	"a bomb of Markdown": `${"**__~~||`".repeat(200)}\n# Big\n> quote\n- item\n\`\`\`js`,
	"commands, emoji and times": "</ban:1> <:x:2> <a:y:3> <t:0:R> <id:home>",
	"a table's end": "|| ``` \\",
};

describe.each(Object.entries(hostile))("a headline with %s", (_, text) => {
	test.each<[string, Card]>([
		["a title", card({ title: text, url: own })],
		[
			"a list",
			card({
				blocks: [
					{
						kind: "headlines",
						title: text,
						items: [
							{ title: text, url: own, outlet: text, at: null, note: text },
							{ title: "After", url: own, outlet: "CBC News", at: null },
						],
					},
				],
			}),
		],
		[
			"a table",
			card({
				blocks: [
					{
						kind: "table",
						columns: [{ title: text, align: "left" }],
						rows: [[[{ text, url: own }]], [[{ text: "After" }]]],
					},
				],
			}),
		],
	])(
		"in %s calls nobody, leads nowhere else and breaks nothing",
		(_, shown) => {
			const message = messageRequest(cardMessage(shown, sayIn("en")));
			const body = messageBody.parse(message.body);
			expect(body.content ?? "").toBe("");
			for (const { url, ...texts } of body.embeds) {
				if (url !== undefined) expect(url).toBe(own);
				for (const part of [texts.title, texts.description]) {
					const { marks, text: seen } = readMarkdown(part ?? "");
					expect(marks.filter(isForeign)).toEqual([]);
					// Code is shown as it stands, its addresses too.
					const words = (part ?? "").replace(/```[\s\S]*?```/g, "");
					const addresses = words.match(/(?<!\\)<https?:[^>]*>/g) ?? [];
					expect(addresses.filter((one) => one !== `<${own}>`)).toEqual([]);
					expect(seen).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
				}
			}
			if (shown.blocks.length > 0)
				expect(wordsOf(body)).toMatch(/After|No room/);
		},
	);
});

/** More than letters, and not what we made of it: a list's signs, bold titles, its own link. */
function isForeign(mark: string): boolean {
	return !["list", "bold", "fence", "address", `link ${own}`].includes(mark);
}

function wordsOf({ embeds }: MessageBody): string {
	return embeds
		.map(({ description = "" }) => readMarkdown(description).text)
		.join("\n");
}

function card(given: Partial<Card>): Card {
	const empty = { title: "News", url: null, blocks: [], actions: [] };
	return { ...empty, tone: "news", footer: null, ...given };
}
