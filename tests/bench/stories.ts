import type { Article } from "../../src/news/article.ts";
import { makeStoryTeller } from "../../src/news/story-teller.ts";
import { inventedNews } from "../news/invented-news.ts";
import type { Benchmark } from "./benchmark.ts";

const told = 400;
const start = Date.parse("2026-03-02T12:00:00Z");

/** How fast articles find their story while 10,000 and 100,000 stories run, and what these hold. */
export const stories: Benchmark = {
	name: "stories",
	async *run(say) {
		for (const running of [10_000, 100_000]) {
			say(`${running} running stories`);
			const before = process.memoryUsage().heapUsed;
			const teller = makeStoryTeller();
			for (let at = 0; at < running; at++) {
				teller.tell(article(`running-${at}`, strangeWords(at)));
			}
			yield {
				figure: `KB held for each of ${running} running stories`,
				value: (process.memoryUsage().heapUsed - before) / 1024 / running,
				comparison: { of: "wanted at most", value: 10 },
			};
			const began = performance.now();
			for (let seed = 0; seed < told; seed++) {
				const { title, sentences } = inventedNews(seed);
				teller.tell(article(`told-${seed}`, [title, ...sentences]));
			}
			yield {
				figure: `articles/s given a story, ${running} running, a tenth of one pattern`,
				value: told / ((performance.now() - began) / 1000),
				comparison: { of: "wanted at least", value: 20 },
			};
		}
	},
};

/** A text of ten words that no other has, and some that many have. */
function strangeWords(at: number): string[] {
	const word = (index: number) =>
		`Z${((at * 10 + index) * 7919).toString(36).replace(/\d/g, (d) => "abcdefghij".charAt(Number(d)))}`;
	const words = Array.from({ length: 10 }, (_, index) => word(index));
	return [
		`${words.slice(0, 4).join(" ")} tariff`,
		`The ruling on ${words.slice(4).join(" and ")} was put off.`,
	];
}

function article(
	id: string,
	[title = "", ...body]: readonly string[],
): Article {
	return {
		id,
		feedId: "bench",
		url: null,
		outlet: id,
		kind: "media",
		language: "en",
		title,
		summary: "",
		body: body.join(" "),
		published: null,
		detected: new Date(start),
	};
}
