import type { Person } from "./person.ts";

/** Canadian voices: government, opposition, provinces, industry and labour. */
export const peopleOfCanada: readonly Person[] = [
	{
		given: "Mark",
		family: "Carney",
		not: ["Jay", "Art", "John", "Julian", "Diana", "Pat"],
		offices: [
			{
				titles: [
					"Canadian Prime Minister",
					"Canada's prime minister",
					"Prime Minister of Canada",
					"premier ministre canadien",
					"premier ministre du Canada",
					"primer ministro canadiense",
					"primer ministro de Canadá",
				],
				from: "2025-03-14",
				until: null,
			},
		],
	},
	{
		given: "Dominic",
		family: "LeBlanc",
		not: ["Matt", "Romeo", "Roméo", "Tyler", "Tom", "Carl", "Guy"],
		offices: [
			{
				titles: [
					"Canada-U.S. Trade Minister",
					"minister responsible for Canada-U.S. trade",
					"Canadian trade minister",
					"Canada's trade minister",
					"ministre du Commerce Canada-États-Unis",
					"ministre responsable du Commerce Canada-États-Unis",
					"ministre canadien du Commerce",
					"ministro de Comercio de Canadá",
					"ministro canadiense de Comercio",
				],
				from: "2025-05-13",
				until: null,
			},
		],
	},
	{
		given: "Pierre",
		family: "Poilievre",
		aliases: ["Pierre Poilièvre"],
		not: ["Anaida", "Ana"],
		offices: [
			{
				titles: [
					"Canadian Conservative leader",
					"Canada's Conservative leader",
					"Conservative Party of Canada leader",
					"chef conservateur canadien",
					"chef du Parti conservateur du Canada",
				],
				from: "2022-09-10",
				until: null,
			},
		],
	},
	{
		given: "Mark",
		family: "Wiseman",
		not: ["Joseph", "Frederick", "Richard", "Rosalind"],
		offices: [
			{
				titles: [
					"Canada's ambassador to the U.S.",
					"Canada's ambassador to the United States",
					"Canadian ambassador to the U.S.",
					"Canadian ambassador to the United States",
					"Canada's ambassador in Washington",
					"ambassadeur du Canada aux États-Unis",
					"ambassadeur canadien à Washington",
					"ambassadeur du Canada à Washington",
					"embajador de Canadá en Estados Unidos",
					"embajador canadiense en Washington",
				],
				from: "2026-02-15",
				until: null,
			},
		],
	},
	{
		given: "Kirsten",
		family: "Hillman",
		not: ["Chris", "Mark", "Harold", "Sidney"],
		offices: [
			{
				titles: [
					"Canada's ambassador to the U.S.",
					"Canada's ambassador to the United States",
					"Canadian ambassador to the U.S.",
					"Canadian ambassador to the United States",
					"Canada's ambassador in Washington",
					"ambassadrice du Canada aux États-Unis",
					"ambassadrice canadienne à Washington",
					"embajadora de Canadá en Estados Unidos",
				],
				from: "2020-03-26",
				until: "2026-02-15",
			},
		],
	},
	{
		given: "Janice",
		family: "Charette",
		not: ["Benoit", "Benoît", "Hugues"],
		offices: [
			{
				titles: [
					"Canada's chief trade negotiator",
					"négociatrice en chef du Canada",
					"négociatrice commerciale en chef",
				],
				from: "2026-02-16",
				until: null,
			},
		],
	},
	{
		given: "François-Philippe",
		family: "Champagne",
		aliases: ["Francois-Philippe Champagne"],
		not: ["Kateri"],
		offices: [
			{
				titles: [
					"Canadian Finance Minister",
					"Canada's finance minister",
					"ministre canadien des Finances",
					"ministro canadiense de Finanzas",
				],
				from: "2025-03-14",
				until: null,
			},
		],
	},
	{
		given: "Mélanie",
		family: "Joly",
		not: ["André", "Damien", "Maurice", "Eva", "Dom"],
		offices: [
			{
				titles: [
					"Canadian Industry Minister",
					"Canada's industry minister",
					"ministre canadienne de l'Industrie",
				],
				from: "2025-05-13",
				until: null,
			},
		],
	},
	{
		given: "Anita",
		family: "Anand",
		not: ["Mukesh", "Mulk", "Vijay", "Vishwanathan"],
		offices: [
			{
				titles: [
					"Canadian Foreign Minister",
					"Canada's foreign affairs minister",
					"Canada's foreign minister",
					"ministre canadienne des Affaires étrangères",
					"canciller canadiense",
				],
				from: "2025-05-13",
				until: null,
			},
		],
	},
	{ given: "Maninder", family: "Sidhu", not: ["Navjot", "Jaskirat"] },
	{ given: "Chrystia", family: "Freeland", not: ["Alan"] },
	{ given: "Tim", family: "Hodgson", not: ["Roy", "Charlie"] },
	{ given: "Tiff", family: "Macklem" },
	{
		given: "Yves-François",
		family: "Blanchet",
		aliases: ["Yves-Francois Blanchet"],
	},
	{ given: "Erin", family: "O'Toole", not: ["Peter", "Annette", "Gary"] },
	{
		given: "Doug",
		family: "Ford",
		// The car maker speaks too: its directors' given names and what follows its name.
		not: [
			"Henry",
			"Bill",
			"Edsel",
			"Harrison",
			"Gerald",
			"Betty",
			"Rob",
			"Michael",
			"Tom",
			"John",
			"Motor",
			"Motors",
			"Credit",
			"Canada",
		],
		offices: [
			{
				titles: [
					"Ontario Premier",
					"Ontario's premier",
					"Premier of Ontario",
					"premier ministre de l'Ontario",
					"premier ministre ontarien",
					"primer ministro de Ontario",
				],
				from: "2018-06-29",
				until: null,
			},
		],
	},
	{
		given: "Danielle",
		family: "Smith",
		not: [
			"Adam",
			"Brad",
			"Jason",
			"Will",
			"Jack",
			"Sam",
			"Adrian",
			"Tina",
			"Kevin",
			"Michael",
			"Paul",
			"David",
			"John",
			"James",
			"Robert",
			"Chris",
			"Mark",
			"Brian",
			"Matt",
			"Kate",
			"Maggie",
			"Zadie",
			"Tommy",
			"Rick",
			"Ian",
		],
		offices: [
			{
				titles: [
					"Alberta Premier",
					"Alberta's premier",
					"première ministre de l'Alberta",
				],
				from: "2022-10-11",
				until: null,
			},
		],
	},
	{
		given: "Scott",
		family: "Moe",
		offices: [
			{
				titles: [
					"Saskatchewan Premier",
					"Saskatchewan's premier",
					"premier ministre de la Saskatchewan",
				],
				from: "2018-02-02",
				until: null,
			},
		],
	},
	{
		given: "David",
		family: "Eby",
		offices: [
			{
				titles: [
					"B.C. Premier",
					"British Columbia Premier",
					"premier ministre de la Colombie-Britannique",
				],
				from: "2022-11-18",
				until: null,
			},
		],
	},
	{
		given: "Wab",
		family: "Kinew",
		offices: [
			{
				titles: [
					"Manitoba Premier",
					"Manitoba's premier",
					"premier ministre du Manitoba",
				],
				from: "2023-10-18",
				until: null,
			},
		],
	},
	{
		given: "François",
		family: "Legault",
		not: ["Josée", "Claude", "Richard"],
		offices: [
			{
				titles: [
					"Quebec Premier",
					"Quebec's premier",
					"premier ministre du Québec",
					"premier ministre québécois",
				],
				from: "2018-10-18",
				until: "2026-04-15",
			},
		],
	},
	// Quebec voted in October 2026: the title is left to nobody until it is known whose it is.
	{ given: "Christine", family: "Fréchette", aliases: ["Christine Frechette"] },
	{
		given: "Flavio",
		family: "Volpe",
		not: ["Paul", "Justin"],
		offices: [
			{
				titles: [
					"president of the Automotive Parts Manufacturers' Association",
					"head of the Automotive Parts Manufacturers' Association",
				],
				from: "2014-09-01",
				until: null,
			},
		],
	},
	{ given: "Goldy", family: "Hyder" },
	{
		given: "Lana",
		family: "Payne",
		not: ["Liam", "Keith", "Candace", "Alexander"],
		offices: [
			{
				titles: [
					"Unifor president",
					"Unifor National President",
					"présidente d'Unifor",
				],
				from: "2022-08-10",
				until: null,
			},
		],
	},
	{ given: "Candace", family: "Laing" },
	{ given: "Dennis", family: "Darby" },
	{ given: "Catherine", family: "Cobden" },
	{ given: "Jean", family: "Simard", not: ["Marc", "Cyril"] },
	{ given: "Steve", family: "Verheul" },
];
