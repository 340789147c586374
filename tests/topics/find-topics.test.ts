import { expect, test } from "vitest";
import { findTopics, topicCalled } from "../../src/topics/find-topics.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";

test.each([
	["steel-tariffs", "steel-tariffs"],
	["Steel Tariffs", "steel-tariffs"],
	["steel", "steel-tariffs"],
	["stel tarifs", "steel-tariffs"],
	["tariffs steel", "steel-tariffs"],
	["acier", "steel-tariffs"],
	["aranceles al acero", "steel-tariffs"],
	["greer", "greer-statements"],
	["grer", "greer-statements"],
	["usmca", "cusma-review"],
	["ACEUM", "cusma-review"],
	["revision del t-mec", "cusma-review"],
	["bois d’oeuvre", "lumber-tariffs"],
	["softwod", "softwood-dispute"],
	["dairy", "dairy-supply-management"],
	["lácteos", "dairy-supply-management"],
	["232", "section-232"],
	["ambassador", "canadian-ambassador-statements"],
])("%j means %s first", (words, id) => {
	expect(findTopics(words, topicCatalogue)[0]?.id).toBe(id);
});

test("offers everything before anything is typed, and nothing for what is far from all", () => {
	expect(findTopics(" ", topicCatalogue)).toEqual(topicCatalogue);
	expect(findTopics("zzzzqqqq", topicCatalogue)).toEqual([]);
});

test("offers the misspelt only when nothing is spelt so", () => {
	const ids = (words: string) =>
		findTopics(words, topicCatalogue).map(({ id }) => id);
	expect(ids("steel")).toEqual(["steel-tariffs"]);
	expect(ids("greer")).toEqual(["greer-statements"]);
	expect(ids("steal")).toContain("steel-tariffs");
});

test("prefers names of the reader's language", () => {
	const names = (en: string, fr: string) => ({ en, fr, es: "nada" });
	const topics = [
		{ id: "one", names: names("Commerce", "Alpha"), query: "x", owner: null },
		{ id: "two", names: names("Beta", "Commerce"), query: "x", owner: null },
	];
	expect(findTopics("commerce", topics, "en")[0]?.id).toBe("one");
	expect(findTopics("commerce", topics, "fr")[0]?.id).toBe("two");
});

test.each([
	["STEEL tariffs", "steel-tariffs"],
	["droits de douane sur l'acier", "steel-tariffs"],
	["steel tarif", undefined],
])("only the very name calls a topic: %j", (words, id) => {
	expect(topicCalled(words, topicCatalogue)?.id).toBe(id);
});
