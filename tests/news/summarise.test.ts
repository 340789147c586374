import { expect, test } from "vitest";
import { summarise } from "../../src/news/summarise.ts";

const news = {
	title: "Mill wins appeal",
	summary: "A short text about the mill and its appeal.",
	body: [
		"Business · Analysis",
		"By Jo Roe",
		"Mill wins appeal.",
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent.",
		"“We can hire. We can build again,” the owner said. The court sat for two days.",
		"The duty ends on May 1.",
	].join("\n"),
};

test("takes the lead, past rubric, byline and title", () => {
	expect(summarise(news, { sentences: 1 }).summary).toBe(
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent.",
	);
});

test("keeps quotations whole and follows on from the lead", () => {
	expect(summarise(news).summary).toBe(
		"A steel mill in Hamilton has won its appeal against a duty of 35.5 per cent. “We can hire. We can build again,” the owner said.",
	);
});

test("keeps the sentence that made the match beside the lead", () => {
	const start = news.body.indexOf("ends on");
	const evidence = [{ field: "body" as const, start, end: start + 4 }];
	const { sentences, summary } = summarise(news, { evidence });
	expect(summary).toMatch(/^A steel mill .* The duty ends on May 1\.$/);
	expect(sentences.map((s) => news.body.slice(s.start, s.end)).join(" ")).toBe(
		summary,
	);
});

test.each([
	[{ ...news, body: "" }, "summary", news.summary],
	[{ ...news, body: "", summary: "" }, "title", news.title],
	[{ title: "", summary: "", body: "" }, "title", ""],
] as const)("falls back to what there is: %#", (text, field, summary) => {
	expect(summarise(text)).toMatchObject({ field, summary });
});
