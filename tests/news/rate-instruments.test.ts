import { describe, expect, test } from "vitest";
import { isRateInstrument } from "../../src/news/is-rate-instrument.ts";
import { likeliest, propose } from "../../src/news/propose.ts";
import { readInstrument } from "../../src/news/read-instrument.ts";
import { readBook } from "../../src/tariffs/book.ts";

const book = readBook();

test.each([
	[
		"Adjusting Imports of Widgets Into the United States",
		"By this proclamation imports of widgets shall be subject to an additional 30 percent ad valorem rate of duty.",
	],
	[
		"Notice of Implementation of Additional Duties on Products of Freedonia Pursuant to the President's Executive Order 14999",
		"This notice modifies the Harmonized Tariff Schedule of the United States to impose additional duties under heading 9903.77.01.",
	],
	[
		"Implementation of Section 232 Duties on Robots",
		"Products entered for consumption on or after 12:01 a.m. eastern time on June 9, 2026 are subject to heading 9903.94.77.",
	],
	[
		"SOR/2026-41: Order Amending the United States Surtax Order (Widgets 2026)",
		"Customs Tariff. P.C. 2026-201.",
	],
	[
		"Customs Notice 26-12: United States Surtax Remission Order",
		"This notice explains the remission of surtax on certain goods under the Customs Tariff.",
	],
	[
		"Décret modifiant le Décret imposant une surtaxe aux États-Unis (2026)",
		"En vertu du Tarif des douanes, la surtaxe de 25 % est abrogée.",
	],
	[
		"Ending Certain Tariff Actions",
		"The additional ad valorem duties imposed by those orders shall no longer be in effect.",
	],
	[
		"Fact Sheet: President Adjusts Imports of Widgets",
		"The Proclamation raises tariffs on widgets from 25% to 50%. The tariffs are imposed on all countries.",
	],
])("%s is an act on rates", (title, text) => {
	expect(isRateInstrument({ title, text })).toBe(true);
});

test.each([
	[
		"Certain Steel Nails From Freedonia: Final Results of Antidumping Duty Administrative Review",
		"Commerce determines a dumping margin of 12.4 percent.",
	],
	[
		"Softwood Lumber: Initiation of Countervailing Duty Investigation",
		"Duties of 8 percent may be imposed on imports.",
	],
	[
		"Request for Comments on Proposed Action in Section 301 Investigation",
		"USTR proposes an additional duty of 25 percent on certain products.",
	],
	[
		"Addressing the Threat to National Security From Imports of Widgets",
		"The Secretary shall initiate an investigation under section 232 to determine the effects of imports of widgets.",
	],
	[
		"Minister travels to Washington for talks on tariffs",
		"The Minister will discuss the 25 per cent tariffs on steel with his counterpart.",
	],
	[
		"Meeting of the Advisory Committee on Commercial Operations",
		"The committee will discuss trade modernization and duties.",
	],
	[
		"World Trade Week, 2026",
		"We celebrate our exporters and will not rest until trade is fair.",
	],
	[
		"Bank of Canada holds its rate at 2 per cent",
		"The policy rate is unchanged; tariffs are weighing on exports.",
	],
	[
		"CBSA seizes 40 kg of narcotics",
		"Officers seized the shipment at the port.",
	],
])("%s is none", (title, text) => {
	expect(isRateInstrument({ title, text })).toBe(false);
});

const act = {
	title: "Further Adjusting Imports of Steel Into the United States",
	text: `In Proclamation 9705 of March 8, 2018, I decided to impose a 25 percent ad valorem tariff on steel articles. Now, therefore, the rate of duty on steel articles is increased from 50 percent to 65 percent ad valorem. This rate shall apply to goods entered for consumption, or withdrawn from warehouse for consumption, on or after 12:01 a.m. eastern time on December 10, 2026, under heading 9903.81.87. Steel articles from the United Kingdom shall be subject to a 25 percent rate of duty. Comments are due by January 15, 2027.`,
	language: "en",
	day: "2026-12-01",
};

describe("in an act", () => {
	const reading = readInstrument(act, book);

	test("rates that it sets come before those that it recalls or raises", () => {
		const percents = reading.rates.map(({ percent }) => percent);
		expect(percents[0]).toBe(65);
		expect(percents.indexOf(65)).toBeLessThan(percents.indexOf(50));
		expect(reading.rates[0]?.words).toContain("from 50 percent to 65 percent");
	});

	test("days say what happens on them", () => {
		expect(reading.days.map(({ day, role }) => `${day} ${role}`)).toEqual([
			"2026-12-10 effective",
			"2027-01-15 deadline",
		]);
	});

	test("headings, countries and the measure it touches are found", () => {
		expect(reading.provisions).toEqual(["99038187"]);
		expect(reading.countries).toEqual(expect.arrayContaining(["US", "GB"]));
		expect(reading.measures[0]).toBe("us-232-steel");
	});

	test("its own number is its name, and other acts' are not", () => {
		expect(reading.act).toBe(act.title);
		const numbered = `Proclamation 11999—${act.title}`;
		expect(readInstrument({ ...act, title: numbered }, book).act).toBe(
			"Proc. 11999",
		);
	});
});

test("an item proposes itself, with what a person would most likely confirm", () => {
	const published = new Date("2026-12-01T20:00:00Z");
	const item = {
		...act,
		id: "white-house/1",
		url: null,
		outlet: "White House",
		published,
	};
	const proposal = propose(item, book, new Date("2026-12-02T00:00:00Z"));
	if (!proposal) throw new Error("nothing was proposed");
	expect(proposal).toMatchObject({ state: "open", day: "2026-12-01" });
	expect(likeliest(proposal)).toEqual({
		...{ measure: "us-232-steel", rate: 65, from: "2026-12-10" },
	});
	expect(
		propose({ ...item, title: "World Trade Week", text: "" }, book, published),
	).toBeNull();
});
