import fc from "fast-check";
import { expect, test } from "vitest";
import { findStatements } from "../../src/news/find-statements.ts";
import type { Speaker } from "../../src/news/statement.ts";

const nobody = { aliases: [], not: [], titles: [] };
const speakers: readonly Speaker[] = [
	{
		...nobody,
		id: "greer",
		given: "Jamieson",
		family: "Greer",
		not: ["Germaine"],
		titles: ["U.S. Trade Representative"],
	},
	{ ...nobody, id: "carney", given: "Mark", family: "Carney" },
	{ ...nobody, id: "otoole", given: "Erin", family: "O'Toole" },
	{ ...nobody, id: "leblanc", given: "Dominic", family: "LeBlanc" },
	{ ...nobody, id: "sheinbaum", given: "Claudia", family: "Sheinbaum" },
	{ ...nobody, id: "vonderleyen", given: "Ursula", family: "von der Leyen" },
];

function said(body: string): string[] {
	return findStatements({ title: "", summary: "", body }, speakers).map(
		({ speaker, kind, text }) => `${speaker} ${kind}: ${text}`,
	);
}

test.each<[string, string[]]>([
	[
		"“We keep every option,” Greer said. “Every one.”",
		["greer direct: “We keep every option,” Greer said. “Every one.”"],
	],
	[
		'"Nothing is settled," said U.S. Trade Representative Jamieson Greer.',
		['greer direct: "Nothing is settled,"'],
	],
	[
		"Greer said on Monday that the pact needs work.",
		["greer indirect: the pact needs work."],
	],
	[
		"Mr. Carney told reporters that the talks are “a start.”",
		["carney mixed: the talks are “a start.”"],
	],
	[
		"The quota is too small, according to Carney.",
		["carney indirect: The quota is too small"],
	],
	[
		"In a report to legislators, Greer wrote that he would hold out.",
		["greer indirect: he would hold out."],
	],
	[
		"Greer recently floated the possibility of two separate deals.",
		["greer indirect: the possibility of two separate deals."],
	],
	[
		"Former leader Erin O’Toole has suggested a discount on oil.",
		["otoole indirect: a discount on oil."],
	],
	[
		"Greer, who met the committee, said it was over.",
		["greer indirect: it was over."],
	],
	[
		"Prime Minister Mark Carney left early. “We will wait,” the prime minister said.",
		["carney direct: “We will wait,”"],
	],
	[
		"Carney spoke in Halifax. He added that steel comes first.",
		["carney indirect: steel comes first."],
	],
	[
		"The U.S. trade representative argued that quotas fail.",
		["greer indirect: quotas fail."],
	],
	[
		"Carney praised the mill and said it would reopen.",
		["carney indirect: the mill", "carney indirect: it would reopen."],
	],
	[
		"LeBlanc and Greer announced a truce.",
		["leblanc indirect: a truce.", "greer indirect: a truce."],
	],
	[
		"“It is late.\n“It is not too late,” Greer said.",
		["greer direct: “It is not too late,”"],
	],
	[
		"Carney said he was hopeful.\n“We have time,” he told the CBC.\n“We have plans.”",
		[
			"carney indirect: he was hopeful.",
			"carney direct: “We have time,”",
			"carney direct: “We have plans.”",
		],
	],
	[
		"Art Greer sold his farm. Jamieson Greer called the price fair. Greer added that he would not buy.",
		["greer indirect: the price fair.", "greer indirect: he would not buy."],
	],
	[
		"Jim Greer, a nephew, was there. Trade Representative Greer said it was late.",
		["greer indirect: it was late."],
	],
	[
		"GREER: We keep every option.\nQ: All of them?\nGREER: All of them.",
		["greer indirect: We keep every option.", "greer indirect: All of them."],
	],
	[
		"The idea, rejected by Greer last week, is back.",
		["greer indirect: The idea"],
	],
	[
		"Greer is critical of the quota and wants a new one.",
		["greer indirect: of the quota", "greer indirect: a new one."],
	],
	[
		"Saying that the pact had failed, Greer left the room.",
		["greer indirect: the pact had failed"],
	],
	[
		"In Detroit, Greer took issue with the duty on tubes.",
		["greer indirect: the duty on tubes."],
	],
	[
		"“Is it late?” Greer asked. “It is.”",
		["greer direct: “Is it late?” Greer asked. “It is.”"],
	],
	["“No,” Greer thundered.", ["greer direct: “No,”"]],
	[
		"We keep every option. — Jamieson Greer (@ustr) May 5, 2026",
		["greer indirect: We keep every option."],
	],
	[
		"Ursula von der Leyen warned that Europe would answer.",
		["vonderleyen indirect: Europe would answer."],
	],
	[
		"Greer’s comment on Monday that quotas fail moved the peso.",
		["greer indirect: quotas fail moved the peso."],
	],
	[
		"A clerk had read out Carney’s statement last week that “steel comes first.”",
		["carney direct: “steel comes first.”"],
	],
	[
		"Copper stocks will last until the spring, Minister of Mines and Energy Mark Carney told Reuters.",
		["carney indirect: Copper stocks will last until the spring"],
	],
	[
		"Exports will carry the whole increase, Mark Carney said here.",
		["carney indirect: Exports will carry the whole increase"],
	],
	...[
		"The plant has closed, said trade lawyer Mark Carney.",
		"The plant has closed, said the group’s chief economist Mark Carney.",
		"The plant has closed, said a spokesman, Mark Carney.",
		"The plant has closed, trade lawyer Mark Carney said.",
		"The plant has closed, general manager Mark Carney said Friday night.",
		"The plant has closed, according to plant manager Mark Carney.",
		"The plant has closed, according to the union’s lawyer, Mark Carney, who saw it.",
	].map((body): [string, string[]] => [
		body,
		["carney indirect: The plant has closed"],
	]),
	[
		"The figures were confirmed by ministry spokesman Mark Carney.",
		["carney indirect: The figures were"],
	],
	[
		"“We are glad to host them,” producers Mark Carney and Dominic LeBlanc said in a statement.",
		[
			"carney direct: “We are glad to host them,”",
			"leblanc direct: “We are glad to host them,”",
		],
	],
	[
		"Finance Minister Dominic LeBlanc said on Tuesday that the\nFrench quota would be just two per cent of the total this\nyear, the same as last year and as the year before that.",
		[
			"leblanc indirect: the\nFrench quota would be just two per cent of the total this\nyear, the same as last year and as the year before that.",
		],
	],
])("hears who speaks in %j", (body, statements) => {
	expect(said(body)).toEqual(statements);
});

test.each<[string, string[]]>([
	[
		"« L’accord tient », a déclaré M. Carney à Ottawa.",
		["carney direct: « L’accord tient »"],
	],
	[
		"M. Greer a affirmé mardi que l’examen serait long. Il a ajouté que rien n’était exclu.",
		[
			"greer indirect: l’examen serait long.",
			"greer indirect: rien n’était exclu.",
		],
	],
	[
		"Selon le premier ministre Mark Carney, l’acier passera d’abord.",
		["carney indirect: l’acier passera d’abord."],
	],
	[
		"Dominic LeBlanc a rencontré les syndicats. « Nous tiendrons », a-t-il dit.",
		["leblanc direct: « Nous tiendrons »"],
	],
	[
		"Claudia Sheinbaum dijo que México negociará. “No habrá aranceles”, añadió la presidenta.",
		[
			"sheinbaum indirect: México negociará.",
			"sheinbaum direct: “No habrá aranceles”",
		],
	],
	[
		"Según Sheinbaum, la revisión será larga.",
		["sheinbaum indirect: la revisión será larga."],
	],
	[
		"Le plan est mort, selon l’économiste en chef, Mark Carney.",
		["carney indirect: Le plan est mort"],
	],
	[
		"El plan ha muerto, según el economista jefe Mark Carney.",
		["carney indirect: El plan ha muerto"],
	],
])("hears French and Spanish: %j", (body, statements) => {
	expect(said(body)).toEqual(statements);
});

test.each([
	"Greer’s office said the visit was off.",
	"A spokesman for Greer said the visit was off.",
	"She has been in contact with U.S. Trade Representative Jamieson Greer.",
	"The premier told Greer to come back.",
	"LeBlanc has been speaking with Greer.",
	"Germaine Greer said it was a good book.",
	"Greer was told that the talks were over.",
	"Greer did not say when he would return.",
	"Greer may say more on Monday.",
	"Officials asked whether Greer said so.",
	"Officials said Greer would decide.",
	"The Carney Foundation said it would pay.",
	"The Greer report is out.",
	"Carney called LeBlanc on Monday.",
	"Le bureau de M. Greer a dit non.",
	"El portavoz de Sheinbaum dijo que no.",
	"Jane Roe met Carney. She said it rained.",
	"John Roe met Sheinbaum. He said it rained.",
	"Art Greer owns a farm. Greer said prices fell.",
	"Greer to say more on Monday.",
	"Voters who backed Carney said it was late.",
	"A man familiar with Greer’s thinking said so.",
	"L’administration Carney a dit non.",
	"The levy is supported by the Carney administration and would raise millions.",
	"The options weighed by Greer include quotas.",
	"Talks begin next week, when he and Dominic LeBlanc attend the council.",
	"Dominic LeBlanc attend la réponse de Washington.",
	"Greer Tools Corp. closed a plant. Greer said prices fell.",
	"Greer and Greer said prices fell.",
	"The plant has closed, said a spokesman for Mark Carney.",
	"According to people close to Mark Carney, the plant has closed.",
	"According to his lawyer, Mark Carney left early.",
	"Mark Carney, who chairs the fund, owns a third of it, a spokesman said. The rest is traded, he said.",
	"Dave Hoggard told the Post it was late. Mark Carney has not called the growers, Hoggard said. “I doubt that he will,” he said.",
	"",
])("hears nobody in %j", (body) => {
	expect(said(body)).toEqual([]);
});

test.each([
	["Greer: no renewal without quotas", "no renewal without quotas"],
	["Carney says steel comes first", "steel comes first"],
])("hears the headline %j", (title, text) => {
	const found = findStatements({ title, summary: "", body: "" }, speakers);
	expect(found).toMatchObject([{ field: "title", text, kind: "indirect" }]);
});

test("takes an office among the other names for a title: a name may follow it", () => {
	const lawson = {
		...nobody,
		...{ id: "lawson", given: "Nigel", family: "Lawson" },
		aliases: ["Chancellor of the Exchequer", "King Nigel"],
	};
	const saidBy = (body: string) =>
		findStatements({ title: "", summary: "", body }, [lawson]).map(
			({ text }) => text,
		);
	for (const who of [
		"Chancellor of the Exchequer Nigel Lawson",
		"The chancellor of the exchequer",
		"King Nigel",
	]) {
		expect(saidBy(`${who} said rates would fall.`)).toEqual([
			"rates would fall.",
		]);
	}
});

test("places every statement where its words stand", () => {
	const body = "“No,” Greer said. Carney said “maybe” was his word.";
	const found = findStatements({ title: "", summary: "", body }, speakers);
	expect(found).toHaveLength(2);
	for (const { start, end, text } of found) {
		expect(body.slice(start, end)).toBe(text);
	}
	expect(found.map(({ quote }) => quote)).toEqual(["No,", "maybe"]);
});

test("stands any text, and gives only offsets inside it", () => {
	const pieces = fc.constantFrom(
		..."Greer|said|“|”|«|»|''|\"|\n|, |. |— |(|)|according to|by|of|to|saying|rejected|claim|a dit|dijo|who|and|is critical|Carney|'s|he|the|that|:".split(
			"|",
		),
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), (words) => {
			const body = words.join(" ");
			for (const found of findStatements(
				{ title: "", summary: "", body },
				speakers,
			)) {
				expect(body.slice(found.start, found.end)).toBe(found.text);
			}
		}),
	);
});

test.each([
	"Greer said. ",
	"Greer, ",
	"“Greer ",
	"he said ",
	"and Greer ",
	": ",
	"“No,” Greer said, ",
	"rejected by Greer ",
	"« Non, dit Greer, ",
])("reads a long run of %j in time linear in its length", (piece) => {
	const body = piece.repeat(200_000 / piece.length);
	const began = performance.now();
	findStatements({ title: "", summary: "", body }, speakers);
	expect(performance.now() - began).toBeLessThan(5000);
});

/** One article that quotes Greer, one that only names him: written for this test. */
const quoting = [
	"Ottawa waits for Washington",
	"Prime Minister Mark Carney says the yearly look at the continental pact will go ahead in spring.",
	"Carney sat down with Claudia Sheinbaum at a summit in Lima last week.",
	"“We drew up a list, nothing more,” Carney said in an interview on Sunday.",
	"U.S. Trade Representative Jamieson Greer lately raised the prospect of two pacts, and floated the idea of none.",
	"“Might we leave? We might. Might we stay? We might,” Greer said. “It depends on steel.”",
	"In a letter to the House, Greer wrote that he “would not promise a renewal.”",
	"“The mills come first, and the yards next,” the prime minister said.",
].join("\n");
const naming = [
	"“Nobody has asked for an early start,” Erin O’Toole said on Friday.",
	'"We would take two steps," he added.',
	"She has kept in touch with U.S. Trade Representative Jamieson Greer, while Trade Minister Dominic LeBlanc has been speaking with his counterpart.",
	"The plan is meant to calm Greer before the summer.",
].join("\n");

test("hears everyone who speaks in an article, and nobody whom it names", () => {
	const voices = (body: string) => [
		...new Set(
			findStatements({ title: "", summary: "", body }, speakers).map(
				({ speaker }) => speaker,
			),
		),
	];
	expect(voices(quoting).sort()).toEqual(["carney", "greer"]);
	expect(voices(naming)).toEqual(["otoole"]);
});
