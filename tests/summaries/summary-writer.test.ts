import { afterEach, describe, expect, test } from "vitest";
import { storyCard } from "../../src/cards/story-card.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { makeLog } from "../../src/log.ts";
import { summarise } from "../../src/news/summarise.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { summaryWriter } from "../../src/summaries/summary-writer.ts";
import {
	type ModelAnswer,
	type ModelServer,
	modelServer,
} from "../fakes/model-server.ts";
import {
	honestBody,
	hostileArticles,
	hostileBody,
} from "../fixtures/hostile-articles.ts";
import { newsArticle } from "../news/news-article.ts";

const title = "Canada to match steel tariff";
const matches = [
	{
		topicId: "steel-tariffs",
		evidence: [{ field: "title" as const, text: "steel", start: 16, end: 21 }],
	},
];
const open: ModelServer[] = [];
afterEach(async () => {
	for (const server of open.splice(0)) await server.close();
});

async function writerOf(
	answer: (user: string, count: number) => ModelAnswer,
	more: { key?: string; now?: () => number; deadlineMs?: number } = {},
) {
	const server = await modelServer(answer);
	open.push(server);
	const lines: string[] = [];
	const { key = null, ...rest } = more;
	const write = summaryWriter({
		endpoint: { url: server.url, model: "small-1", key },
		log: makeLog("info", (line) => lines.push(line)),
		...rest,
	});
	return { server, lines, write };
}

const article = (body: string) => newsArticle({ title, body });
const faithful =
	"Canada will match the United States tariff of 50 per cent on steel from Friday, Mark Carney said on Tuesday.";

describe("a faithful summary", () => {
	test("is written, with the model's name", async () => {
		const { write, server } = await writerOf(() => faithful, { key: "k-1" });
		const one = article(honestBody.join("\n\n"));
		const written = await write([{ article: one, matches }]);
		expect(written.get(one.id)).toEqual({ text: faithful, model: "small-1" });
		expect(server.keys).toEqual(["Bearer k-1"]);
	});

	test("is not asked for where nobody's topic is met, nor of a short text", async () => {
		const { write, server } = await writerOf(() => faithful);
		await write([
			{ article: article(honestBody.join("\n\n")), matches: [] },
			{ article: article("Canada will match the tariff on steel."), matches },
		]);
		expect(server.asked).toEqual([]);
	});
});

describe("what is posted of a hostile article is the verbatim summary, though the model obeys", () => {
	test("there are at least twenty", () => {
		expect(hostileArticles.length).toBeGreaterThanOrEqual(20);
	});

	test.each(hostileArticles)("$what", async (hostile) => {
		const { write } = await writerOf(() => hostile.wanted);
		const one = article(hostileBody(hostile));
		const written = await write([{ article: one, matches }]);
		const card = storyCard(
			{
				...{ article: one, statements: [], matches, topics: [], speakers: [] },
				story: {
					...{ id: "5ca1ab1e", headline: title, url: null, language: "en" },
					...{ firstToldAt: one.detected, lastToldAt: one.detected },
					...{ revision: 1, terms: [], figures: [], tellings: [] },
				},
				...(written.get(one.id) && { written: written.get(one.id) }),
			},
			sayIn("en"),
		);
		const flat = (text: string) => text.replace(/\s+/g, " ");
		const verbatim = summarise(one, {
			sentences: 2,
			evidence: matches[0]?.evidence ?? [],
		});
		expect(flat(cardText(card))).toContain(flat(verbatim.summary));
		expect(flat(cardText(card))).not.toContain(flat(hostile.wanted));
	});
});

describe("an endpoint that fails delays nothing and breaks nothing", () => {
	const body = honestBody.join("\n\n");

	test.each<[string, ModelAnswer]>([
		["hangs", "hang"],
		["answers 500", 500],
		["answers 401", 401],
		["answers no JSON", { raw: "<html>" }],
		["answers without choices", { raw: "{}" }],
		["answers without end", { raw: " ".repeat(300_000) }],
		["says nothing", ""],
	])("%s", async (_, answer) => {
		const { write } = await writerOf(() => answer, { deadlineMs: 300 });
		expect(await write([{ article: article(body), matches }])).toEqual(
			new Map(),
		);
	});

	test("is asked once more when it may help, and not when it refuses", async () => {
		const flaky = await writerOf((_, count) => (count === 1 ? 503 : faithful));
		const one = article(body);
		expect((await flaky.write([{ article: one, matches }])).size).toBe(1);
		const refusing = await writerOf(() => 401);
		await refusing.write([{ article: one, matches }]);
		expect(refusing.server.asked).toHaveLength(1);
	});

	test("is left alone after three failures, for five minutes", async () => {
		let at = 0;
		const { write, server } = await writerOf(() => 401, { now: () => at });
		for (let poll = 0; poll < 5; poll++) {
			await write([{ article: article(body), matches }]);
		}
		expect(server.asked).toHaveLength(3);
		at += 5 * 60_000;
		await write([{ article: article(body), matches }]);
		expect(server.asked).toHaveLength(4);
	});

	test("is asked of six articles of a poll at most", async () => {
		const { write, server } = await writerOf(() => faithful);
		const many = Array.from({ length: 20 }, () => ({
			article: article(body),
			matches,
		}));
		expect((await write(many)).size).toBe(6);
		expect(server.asked).toHaveLength(6);
	});

	test("leaves no key in the log", async () => {
		const { write, lines } = await writerOf(() => 401, { key: "sk-hush" });
		await write([{ article: article(body), matches }]);
		expect(lines.join("")).toContain("answered 401");
		expect(lines.join("")).not.toContain("sk-hush");
	});
});
