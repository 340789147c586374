import { expect, test } from "vitest";
import { tellStory } from "../../src/news/tell-story.ts";
import { type Given, newsArticle } from "./news-article.ts";

/** A title, or a title and its first sentence. */
type Told = string | readonly [string, string] | Given;

function given(told: Told): Given {
	if (typeof told === "string") return { title: told };
	if ("title" in told) return told;
	const [title, summary] = told;
	return { title, summary };
}

/** What the second does to the story of the first, in either order. */
function changes(first: Told, second: Told): string[] {
	const orders: readonly (readonly [Told, Told])[] = [
		[first, second],
		[second, first],
	];
	return orders.map(([one, other]) => {
		const { story } = tellStory(newsArticle(given(one)), []);
		return tellStory(newsArticle(given(other)), [story]).change;
	});
}

const dumped =
	"The Department of Commerce (Commerce) finds that producers and exporters sold subject merchandise at less than normal value during the period of review, May 1, 2024, through April 30, 2025.";
const hearing =
	"The Commission gives notice of a public hearing. Interested parties may file comments within 30 days of publication in the Federal Register.";

test.each<[string, Told, Told]>([
	[
		"another country's review",
		[
			"Brake Drums From India: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
		[
			"Brake Drums From Türkiye: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
	],
	[
		"another country's review, of a country on no list",
		[
			"Brake Drums From Vanuatu: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
		[
			"Brake Drums From Brunei: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
	],
	[
		"another product's review",
		[
			"Citric Acid From Thailand: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
		[
			"Steel Propane Cylinders From Thailand: Final Results of Antidumping Duty Administrative Review; 2024-2025",
			dumped,
		],
	],
	[
		"a narrower product's review",
		[
			"Tires From Thailand: Final Results of Antidumping Duty Administrative Review; 2024",
			dumped,
		],
		[
			"Truck Tires From Thailand: Final Results of Antidumping Duty Administrative Review; 2024",
			dumped,
		],
	],
	[
		"the countervailing case beside the antidumping case",
		"Mattresses From Serbia: Final Results of Antidumping Duty Administrative Review; 2024",
		"Mattresses From Serbia: Final Results of Countervailing Duty Administrative Review; 2024",
	],
	[
		"the final results after the preliminary",
		"Mattresses From Serbia: Preliminary Results of Antidumping Duty Administrative Review; 2024",
		"Mattresses From Serbia: Final Results of Antidumping Duty Administrative Review; 2024",
	],
	[
		"another year's review",
		"Honey From Argentina: Final Results of Antidumping Duty Administrative Review; 2023",
		"Honey From Argentina: Final Results of Antidumping Duty Administrative Review; 2024",
	],
	[
		"another stage of a case",
		"Pea Protein From China: Initiation of Less-Than-Fair-Value Investigation",
		"Pea Protein From China: Continuation of Antidumping Duty Order",
	],
	[
		"a Section 301 case against another country",
		["Notice of Initiation of Section 301 Investigation: Nicaragua", hearing],
		["Notice of Initiation of Section 301 Investigation: Cambodia", hearing],
	],
	[
		"a proclamation on another metal",
		"Presidential Proclamation: Adjusting Imports of Copper Into the United States",
		"Presidential Proclamation: Adjusting Imports of Aluminum Into the United States",
	],
	[
		"a notice under another section",
		["Notice of Request for Public Comments on Section 232 Measures", hearing],
		["Notice of Request for Public Comments on Section 301 Measures", hearing],
	],
	[
		"another statutory order",
		"Order Amending the Schedule to the Customs Tariff, SOR/2026-41",
		"Order Amending the Schedule to the Customs Tariff, SOR/2026-42",
	],
	[
		"another remission order",
		"United States Surtax Remission Order (Motor Vehicles)",
		"United States Surtax Remission Order (Steel Drums)",
	],
	[
		"another docket's ruling",
		"Court of International Trade rules on docket 25-118",
		"Court of International Trade rules on docket 25-121",
	],
	[
		"another capital's cut",
		[
			"Ottawa trims copper tariffs",
			"Ottawa trims the tariffs on copper, an order says.",
		],
		[
			"Seoul trims copper tariffs",
			"Seoul trims the tariffs on copper, an order says.",
		],
	],
	[
		"another act of another capital",
		"Brussels condemns lumber tariffs",
		"Ottawa raises lumber tariffs",
	],
	[
		"a protest against what was done",
		["U.S. raises lumber tariffs", "Washington raised tariffs on lumber."],
		["U.S. mills protest lumber tariffs", "Mills protest tariffs on lumber."],
	],
	[
		"the same capital's other act",
		"Ottawa lowers potash tariffs",
		"Ottawa protests potash tariffs",
	],
	[
		"another good at the same rate",
		[
			"Mexico raises pork tariffs to 20%",
			"Mexico raised tariffs on pork to 20 per cent.",
		],
		[
			"Mexico raises dairy tariffs to 20%",
			"Mexico raised tariffs on dairy to 20 per cent.",
		],
	],
	[
		"a good that is on no list",
		[
			"Canada imposes 25% surtax on mattresses",
			"Canada imposes a 25 per cent surtax.",
		],
		[
			"Canada imposes 25% surtax on bicycles",
			"Canada imposes a 25 per cent surtax.",
		],
	],
	[
		"another country at the same rate in French",
		"Le Canada impose une surtaxe de 25 % sur l’acier chinois",
		"Le Mexique impose une surtaxe de 25 % sur l’acier chinois",
	],
	[
		"another good across languages",
		"Canada imposes 25% surtax on Chinese aluminum",
		{
			title: "Le Canada impose une surtaxe de 25 % sur l’acier chinois",
			language: "fr",
		},
	],
	[
		"another minister's words",
		[
			"LeBlanc says tariff talks are going well",
			"Dominic LeBlanc said on Friday the tariff talks are going well.",
		],
		[
			"Ebrard says tariff talks are going well",
			"Marcelo Ebrard said on Friday the tariff talks are going well.",
		],
	],
	[
		"another speaker after the words",
		"Tariff talks are going well, says Joly",
		"Tariff talks are going well, says Champagne",
	],
	[
		"another speaker before a colon",
		"Greer: no deadline for the talks on steel",
		"Lutnick: no deadline for the talks on steel",
	],
	[
		"the next month's figures",
		[
			"Canada's trade deficit widens in June",
			"The trade deficit widened in June.",
		],
		[
			"Canada's trade deficit widens in July",
			"The trade deficit widened in July.",
		],
	],
	[
		"the other direction's figures",
		"U.S. exports to Canada fall in August",
		"U.S. imports from Canada rise in August",
	],
	[
		"the other side of the same words",
		"Canada sues US over lumber tariffs",
		"US sues Canada over lumber tariffs",
	],
	[
		"another court's ruling",
		"Appeals court upholds duties on Quebec newsprint",
		"Appeals court upholds duties on Oregon hops",
	],
	[
		"the ruling that goes the other way",
		"Trade court upholds tariffs on toys",
		"Trade court dismisses tariffs on toys",
	],
	[
		"an opinion on the news",
		[
			"Ottawa raises steel tariffs to 50%",
			"Ottawa raised its steel tariffs to 50 per cent, Champagne said.",
		],
		{
			title: "Opinion: Ottawa raises steel tariffs to 50% and hurts itself",
			summary: "Ottawa raised its steel tariffs to 50 per cent.",
		},
	],
	[
		"another company's appeal",
		"Evraz wins refund of duties on steel pipe",
		"Tenaris wins refund of duties on steel pipe",
	],
	[
		"two acts of one gazette in like words",
		{
			title: "Ottawa sets quota on wire rod",
			summary: "The quota for wire rod is set at 100,000 tonnes.",
			kind: "official",
			outlet: "Gazette",
		},
		{
			title: "Ottawa sets the quota period for wire rod",
			summary: "The quota for wire rod is set at 100,000 tonnes from May.",
			kind: "official",
			outlet: "Gazette",
		},
	],
	[
		"two acts on one official site",
		{
			title: "Certain Candles From Vietnam: Notice of Court Decision",
			url: "https://register.example/d/1",
			kind: "official",
		},
		{
			title: "Candles From Vietnam: Notice of Court Decision",
			url: "https://register.example/d/2",
			kind: "official",
		},
	],
	[
		"one gazette's title again over another text",
		{
			title: "Notice of sanctions actions taken by the office",
			summary: "Nine vessels of the Delta fleet were listed.",
			kind: "official",
			outlet: "Gazette",
		},
		{
			title: "Notice of sanctions actions taken by the office",
			summary: "Two banks in Belgrade were removed.",
			kind: "official",
			outlet: "Gazette",
		},
	],
])("keeps apart %s", (_, first, second) => {
	expect(changes(first, second)).toEqual(["new", "new"]);
});

test.each<[string, Told, Told]>([
	[
		"what a minister says, with more and fewer countries named",
		[
			"Canada, U.S. and Mexico to begin CUSMA review in January, LeBlanc says",
			"The three countries will begin the CUSMA review in January, Dominic LeBlanc said.",
		],
		[
			"CUSMA review to start in January, says LeBlanc",
			"Dominic LeBlanc says the review of CUSMA will start in January.",
		],
	],
	[
		"what a minister says, turned about",
		[
			"CUSMA review to start in January, says LeBlanc",
			"Dominic LeBlanc says the review of CUSMA will start in January.",
		],
		[
			"LeBlanc says CUSMA review talks will start in January",
			"Talks on the CUSMA review start in January, LeBlanc said on Monday.",
		],
	],
	[
		"one title of two outlets",
		"Trade court strikes down tariffs on toys - Wire",
		"Trade court strikes down tariffs on toys",
	],
	[
		"a country by its name and by its capital",
		"Ottawa cuts potash tariffs to 10%",
		"Canada lowers potash duties to 10 per cent",
	],
	[
		"the pact under another of its names",
		"USMCA review opens in Mexico City",
		"CUSMA review begins in Mexico City",
	],
	[
		"the same act in another word",
		[
			"Brussels postpones tariffs on bourbon",
			"The duty on bourbon from Kentucky will wait, the EU said.",
		],
		[
			"EU delays bourbon tariffs",
			"Brussels said Kentucky bourbon would be spared for now.",
		],
	],
	[
		"a wire copy under another lead",
		[
			"Canada to appeal softwood lumber ruling",
			"OTTAWA — Canada will appeal the softwood lumber ruling, Trade Minister Jo Park said in Vancouver.",
		],
		[
			"Canada will appeal softwood lumber ruling, minister says",
			"Trade Minister Jo Park said in Vancouver on Monday that the softwood lumber ruling would be appealed.",
		],
	],
	[
		"a word put otherwise over a lead full of the same names",
		[
			"Trump berates Canada over dairy quotas",
			"President Trump spoke in Wausau beside Governor Ann Roe and Farm Bureau chief Sam Holt.",
		],
		[
			"Trump scolds Canada over dairy quotas",
			"Beside Governor Ann Roe and Farm Bureau chief Sam Holt, President Trump spoke in Wausau.",
		],
	],
	[
		"another spelling",
		"Mexico opens antidumping case on galvanized sheet",
		"Mexico opens antidumping case on galvanised sheet",
	],
	[
		"a notice in the register and as the agency gives it",
		{
			title: "Adjusting Imports of Lumber Into the United States",
			kind: "official",
			outlet: "Register",
		},
		{
			title: "Proclamation: Adjusting Imports of Lumber into the United States",
			kind: "official",
			outlet: "Palace",
		},
	],
	[
		"one event in English and French",
		[
			"Jo Park puts 35% surtax on Turkish rebar in Hamilton",
			"Minister Jo Park announced in Hamilton a surtax of 35% on rebar.",
		],
		{
			title:
				"Jo Park impose une surtaxe de 35 % sur les barres turques à Hamilton",
			summary: "Le ministre Jo Park a annoncé à Hamilton une surtaxe de 35 %.",
			language: "fr",
		},
	],
	[
		"one event in English and Spanish",
		[
			"Mexico to charge 20% on Vietnamese shoes, Ebrard says in Leon",
			"Marcelo Ebrard announced the duty in Leon.",
		],
		{
			title: "México cobrará 20% al calzado de Vietnam, dice Ebrard en León",
			summary: "Marcelo Ebrard anunció en León el arancel.",
			language: "es",
		},
	],
	[
		"live updates under one title",
		"Live updates: Canada and U.S. meet on steel",
		"Live updates: Canada and U.S. meet on steel - Wire",
	],
	[
		"an extra good told by one outlet alone",
		[
			"Canada raises steel tariffs to 50%",
			"Canada raised tariffs on steel and aluminum to 50 per cent.",
		],
		[
			"Canada raises steel and aluminum tariffs to 50%",
			"Canada raised tariffs on steel and aluminum to 50 per cent.",
		],
	],
])("joins %s", (_, first, second) => {
	expect(changes(first, second)).toEqual(["joined", "joined"]);
});
