import { expect, test } from "vitest";
import { closestSpeaker, findSpeaker } from "../../src/topics/find-speaker.ts";
import { speakerFrom } from "../../src/topics/people/person.ts";
import { people } from "../../src/topics/people.ts";

test.each([
	"greer",
	"carney",
	"trump",
	"sheinbaum",
	"leblanc",
	"poilievre",
	"lutnick",
	"bessent",
	"hillman",
	"wiseman",
	"hoekstra",
	"otoole",
	"volpe",
	"ebrard",
	"champagne",
	"joly",
	"ford",
	"navarro",
	"sefcovic",
	"vonderleyen",
	"anand",
	"hyder",
	"payne",
	"starmer",
	"okonjoiweala",
	"tai",
	"lighthizer",
	"eby",
	"smith",
	"moe",
	"legault",
	"vance",
	"rubio",
	"verheul",
	"charette",
])("%s is listened for", (id) => {
	expect(people.map((person) => person.id)).toContain(id);
});

test("each id is one person's", () => {
	const ids = people.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const id of ids) expect(id).toMatch(/^[a-z]+$/);
});

test("a title names one person, and never only a rank", () => {
	const titles = people.flatMap((person) => person.titles);
	const folded = titles.map((title) => title.toLowerCase());
	expect(new Set(folded).size).toBe(folded.length);
	for (const title of titles) expect(title).toMatch(/[\s’']/);
	expect(titles).toContain("U.S. Trade Representative");
	expect(titles).toContain("présidente de la Commission européenne");
	expect(titles).toContain("presidenta de México");
});

test("a title stays with its office: who left it has it no more", () => {
	const office = { titles: ["Chief Clerk"], from: "2020-01-01" };
	const titlesOf = (until: string | null) =>
		speakerFrom({ given: "A", family: "B", offices: [{ ...office, until }] })
			.titles;
	expect(titlesOf(null)).toEqual(["Chief Clerk"]);
	expect(titlesOf("2024-01-01")).toEqual([]);
	expect(people.find(({ id }) => id === "tai")?.titles).toEqual([]);
});

test.each([
	["greer", "greer"],
	["Jamieson Greer", "greer"],
	["GREER", "greer"],
	["O'Toole", "otoole"],
	["o’toole", "otoole"],
	["Šefčovič", "sefcovic"],
	["Maros Sefcovic", "sefcovic"],
	["von der leyen", "vonderleyen"],
	["Peter Hoekstra", "hoekstra"],
	["Ivanka Trump", undefined],
	["", undefined],
	["nobody", undefined],
])("the name %j means %s", (name, id) => {
	expect(findSpeaker(name, people)?.id).toBe(id);
});

test.each([
	["grer", "greer"],
	["poilevre", "poilievre"],
	["shienbaum", "sheinbaum"],
	["xyzzy", undefined],
	["mo", undefined],
])("the misspelling %j is near %s", (name, id) => {
	expect(closestSpeaker(name, people)?.id).toBe(id);
});
