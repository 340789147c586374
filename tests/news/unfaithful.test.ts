import { describe, expect, test } from "vitest";
import { speaksToMachines } from "../../src/news/speaks-to-machines.ts";
import { unfaithful } from "../../src/news/unfaithful.ts";
import { honestBody } from "../fixtures/hostile-articles.ts";

const text = honestBody.join("\n\n");
const source = { text, lead: { start: 0, end: honestBody[0]?.length ?? 0 } };

test.each([
	"Canada will match the United States tariff of 50 per cent on steel from Friday.",
	"Canada will match the tariff of 50 per cent on steel from Friday, Prime Minister Mark Carney said.",
	"The surtax covers steel worth $15 billion and begins at 12:01 a.m. on June 6.",
	"“We will answer dollar for dollar,” Carney told reporters in Hamilton.",
])("passes: %s", (summary) => {
	expect(unfaithful(summary, source)).toBeNull();
});

test.each([
	[
		"a denial left out",
		"Mexico has said whether it will follow, and talks with Washington go on in Geneva.",
	],
	[
		"a certainty",
		"Analysts in Toronto will expect steel prices to rise by a tenth before the summer ends.",
	],
	[
		"a number",
		"Canada will match the United States tariff of 60 per cent on steel from Friday.",
	],
	["a date", "The surtax covers steel worth $15 billion and begins on June 7."],
	[
		"a name",
		"Canada will match the tariff of 50 per cent on steel, Chrystia Freeland said on Tuesday.",
	],
	[
		"two names made one",
		"Canada will match the tariff on steel from Friday, Prime Minister Hamilton said on Tuesday.",
	],
	[
		"a quotation",
		"“We will pay dollar for dollar,” Carney told reporters in Hamilton.",
	],
	[
		"a denial",
		"Canada will not match the United States tariff of 50 per cent on steel from Friday.",
	],
	[
		"a way",
		"Canada will match the United States tariff on steel, to 50 per cent from Friday.",
	],
	[
		"other words",
		"Ottawa plans strong retaliation against American metal levies within days, its leader announced.",
	],
	[
		"an address",
		"Canada will match the United States tariff of 50 per cent on steel, see www.example.org.",
	],
	[
		"a mention",
		"Canada will match the United States tariff of 50 per cent on steel @here.",
	],
	[
		"a tag",
		"Canada will match the <b>United States</b> tariff of 50 per cent on steel from Friday.",
	],
	[
		"an order",
		"Canada will match the United States tariff of 50 per cent on steel, please subscribe.",
	],
	[
		"an end",
		"Canada will match the United States tariff of 50 per cent on steel from",
	],
	["nothing", ""],
])("refuses %s that the source does not give", (_, summary) => {
	expect(unfaithful(summary, source)).not.toBeNull();
});

test("what is told far from the lead is no summary of it", () => {
	const far =
		"The mills in Sault Ste. Marie will close on July 4 of this year.";
	const long = `${text}\n\n${"Builders wait and count what they have. ".repeat(60)}\n\n${far}`;
	expect(unfaithful(far, { ...source, text: long })).not.toBeNull();
	expect(unfaithful(far, { ...source, text: `${text}\n\n${far}` })).toBeNull();
});

describe("words for machines", () => {
	test.each([
		"Canada will match the tariff. The steel makers said that they would wait.",
		"The minister told the House to ignore the noise and read the order.",
		"Ottawa published instructions for importers on how to claim a refund.",
		"The summary of the panel's report says that the duty is too high.",
		"She must answer the question of the chair by Friday, the panel says.",
		"Le ministre demande aux importateurs de lire les consignes de Douanes Canada.",
		"El secretario dijo que la respuesta de México será proporcional.",
	])("are not seen in news: %s", (news) => {
		expect(speaksToMachines(news)).toBe(false);
	});
});
