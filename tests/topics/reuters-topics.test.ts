import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { newsOf } from "./news-of.ts";

const file = join(import.meta.dirname, "../bench/reuters-topics.jsonl");
const topics: readonly { id: string; query: string }[] = readFileSync(
	file,
	"utf8",
)
	.trim()
	.split("\n")
	.map((line) => JSON.parse(line));
const matcher = makeMatcher(topics);

test("the queries for commodity news are all queries", () => {
	expect(topics).toHaveLength(11);
	expect([...matcher.broken]).toEqual([]);
});

test.each<[string, string, string[]]>([
	["Coffee quotas under discussion", "Producers met in London.", ["coffee"]],
	["Millers buy wheat", "The wheat is for May.", ["wheat"]],
	["OPEC meets", "Crude output of 16 million barrels was agreed.", ["crude"]],
	["Palm oil shipments", "Palm oil rose.", []],
	["Acme Petroleum 4th qtr net", "Shr 20 cts vs 10 cts.", []],
	["Dockers strike at port", "The port was closed by seamen.", ["ship"]],
	[
		"Japan trade surplus grows",
		"The trade surplus with the U.S. grew.",
		["trade"],
	],
	["Futures trade in hogs", "Hogs fell in active trade.", []],
])("%s: %s is about %j", (title, body, ids) => {
	const met = matcher.match(newsOf({ title, body }), []);
	expect(met.map(({ topicId }) => topicId)).toEqual(ids);
});
