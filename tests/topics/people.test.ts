import { expect, test } from "vitest";
import { closestSpeaker, findSpeaker } from "../../src/topics/find-speaker.ts";
import { people, peopleOn } from "../../src/topics/people.ts";

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

test.each<[string, string, string | undefined]>([
	["U.S. Trade Representative", "2019-05-01", "lighthizer"],
	["U.S. Trade Representative", "2023-05-01", "tai"],
	["U.S. Trade Representative", "2025-02-01", undefined],
	["U.S. Trade Representative", "2026-05-01", "greer"],
	["Canada's ambassador to the U.S.", "2025-05-09", "hillman"],
	["Canada's ambassador to the U.S.", "2026-02-14", "hillman"],
	["Canada's ambassador to the U.S.", "2026-02-15", "wiseman"],
])("%s on %s: %s", (title, day, id) => {
	const holders = peopleOn(new Date(day)).filter(({ titles }) =>
		titles.includes(title),
	);
	expect(holders.map((person) => person.id)).toEqual(id ? [id] : []);
});

test("people of today are the people of a day to come", () => {
	expect(peopleOn(new Date("2040-01-01"))).toBe(people);
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
