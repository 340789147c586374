import { expect, test } from "vitest";
import { cardMessage } from "../../../adapters/slack/card-message.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { collect, messageFault, pingsOf } from "./slack-rules.ts";

const url = "https://news.example/steel";
const hostile: Readonly<Record<string, string>> = {
	"a mention of the channel": "<!channel> Steel at 50%",
	"a mention of all who are here": "<!here|now> and @here @everyone",
	"a mention of someone": "<@U123> and <@U123|you> must read this",
	"a mention of a group": "<!subteam^S1|traders> look",
	"a link to a channel": "<#C1|general> says",
	"a masked link":
		"<https://evil.example|wto.org> and [wto.org](https://evil.example)",
	"Slack's own escapes": "&lt;!channel&gt; &amp;lt; A & B < C > D",
	"zero-width letters": "@every\u200bone <\u200b!channel\u2060> ste\ufeffel",
	"a right-to-left override": "Tariff \u202egpj.exe\u202c \u2066x\u2069",
	"5,000 characters": "steel ".repeat(833),
	"a bomb of markup": "*_~`".repeat(300) + "```\n>>> ".repeat(50),
};

test.each(Object.entries(hostile))("%s stays words", (_name, title) => {
	const item = { title, url, outlet: title, at: null, note: title };
	const message = cardMessage(
		{
			...{ title, url: null, tone: "news", footer: title },
			blocks: [{ kind: "headlines", title, items: [item] }],
			actions: [{ label: title, line: "/story abc" }],
		},
		sayIn("en"),
	);
	expect(messageFault(message)).toBeNull();
	expect(pingsOf(message)).toEqual([]);
	expect(message.text).not.toMatch(/[<>]/);
	const foreign = collect(message.blocks, "url").filter((to) => to !== url);
	expect(foreign).toEqual([]);
	expect(JSON.stringify(message)).not.toMatch(
		/mrkdwn|[\u202a-\u202e\u2066-\u2069]/,
	);
});
