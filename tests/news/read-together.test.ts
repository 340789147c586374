import { expect, test } from "vitest";
import { readTogether } from "../../src/news/read-together.ts";
import { tellStory } from "../../src/news/tell-story.ts";
import { tellingTerms } from "../../src/news/telling-terms.ts";
import { newsArticle } from "./news-article.ts";

const at = new Date("2026-03-02T12:00:00Z");
const read = (...texts: readonly string[]) =>
	readTogether(
		texts.map((body) => ({
			terms: tellingTerms(newsArticle({ title: "", body })),
			at,
		})),
	);

const crane = "A crane fell on the Orex terminal at Lorient on Tuesday.";

test.each([
	[
		"says the same day",
		"Orex closed its Lorient terminal after a crane fell Tuesday.",
		"Orex closed its Lorient terminal after a crane fell Friday.",
	],
	[
		"names the same place",
		"Orex closed its terminal at Lorient.",
		"Orex closed its terminal at Antwerp.",
	],
])("finds one event likelier when the other %s", (_, like, unlike) => {
	const [, likely = 0] = read(crane, like);
	const [, unlikely = 0] = read(crane, unlike);
	expect(likely).toBeGreaterThan(unlikely);
});

test("gives no odds to what came to lie nowhere near", () => {
	const [, apart] = read(
		crane,
		"Prices of durum wheat rose in Regina as Veltria bought early.",
	);
	expect(apart).toBe(Number.NEGATIVE_INFINITY);
});

test("sends nothing more of an event to a story that took one telling of it by mistake", () => {
	const tell = (body: string) => newsArticle({ title: "", body });
	const [mistaken, again] = [
		tell(
			"Veltria put off its surtax on Orex engines after talks in Quito, its minister Ana Ruiz told farmers who had blocked roads.",
		),
		tell(
			"After the Quito talks Ana Ruiz, minister of Veltria, delays a surtax that Orex feared for its engines.",
		),
	];
	const cranes = [
		"A crane fell on the terminal of Orex at Lorient, in Veltria, on Tuesday.",
		"Two dockers of Orex were hurt as a crane fell at Lorient in Veltria.",
		"The crane that fell on the Lorient terminal was old, Orex said in Veltria.",
		"Orex keeps its Lorient terminal in Veltria shut after the crane fell on dockers.",
	];
	const { story: own } = tellStory(mistaken, []);
	const told = [...cranes.map(tell), mistaken].map(
		(article) => tellStory(article, []).story,
	);
	const tellings = told.flatMap((story) => story.tellings);
	const mixed = { ...own, id: "mixed", tellings };
	expect(tellStory(again, [mixed]).change).toBe("new");
	expect(tellStory(again, [mixed, own]).story.id).toBe(own.id);
});
