import type { Person } from "./person.ts";

/** American voices. Offices: from the day of swearing in. */
export const peopleOfTheStates: readonly Person[] = [
	{
		given: "Jamieson",
		family: "Greer",
		not: ["Germaine", "Judy", "Steven", "Rosey", "Pedro"],
		offices: [
			{
				titles: [
					"U.S. Trade Representative",
					"United States Trade Representative",
					"American trade representative",
					"Trump's trade representative",
					"représentant américain au Commerce",
					"représentant au Commerce américain",
					"représentant des États-Unis au commerce",
					"représentant au Commerce des États-Unis",
					"représentant américain pour le commerce",
					"représentant commercial américain",
					"représentant commercial des États-Unis",
					"Representante Comercial de Estados Unidos",
					"Representante Comercial de EE.UU.",
					"Representante de Comercio de Estados Unidos",
					"representante comercial estadounidense",
				],
				from: "2025-02-27",
				until: null,
			},
		],
	},
	{
		given: "Donald",
		family: "Trump",
		aliases: ["Donald J. Trump"],
		not: [
			"Ivanka",
			"Melania",
			"Eric",
			"Tiffany",
			"Barron",
			"Lara",
			"Fred",
			"Mary",
			"Jr",
		],
		offices: [
			{
				titles: [
					"U.S. President",
					"American president",
					"president of the United States",
					"président américain",
					"président des États-Unis",
					"presidente de Estados Unidos",
					"presidente de los Estados Unidos",
					"presidente estadounidense",
					"mandatario estadounidense",
				],
				from: "2025-01-20",
				until: null,
			},
		],
	},
	{
		given: "Howard",
		family: "Lutnick",
		not: ["Brandon", "Kyle", "Allison", "Edith"],
		offices: [
			{
				titles: [
					"U.S. Commerce Secretary",
					"U.S. Secretary of Commerce",
					"American commerce secretary",
					"secrétaire américain au Commerce",
					"secrétaire au Commerce des États-Unis",
					"secretario de Comercio de Estados Unidos",
					"secretario de Comercio estadounidense",
				],
				from: "2025-02-21",
				until: null,
			},
		],
	},
	{
		given: "Scott",
		family: "Bessent",
		offices: [
			{
				titles: [
					"U.S. Treasury Secretary",
					"U.S. Secretary of the Treasury",
					"secrétaire américain au Trésor",
					"secrétaire au Trésor américain",
					"secretario del Tesoro de Estados Unidos",
					"secretario del Tesoro estadounidense",
				],
				from: "2025-01-28",
				until: null,
			},
		],
	},
	{
		given: "Peter",
		family: "Navarro",
		not: ["Ana", "Joe", "Dave", "Yvonne", "Emiliano", "Jesús"],
		offices: [
			{
				titles: ["White House trade adviser", "White House trade advisor"],
				from: "2025-01-20",
				until: null,
			},
		],
	},
	{
		given: "Pete",
		family: "Hoekstra",
		aliases: ["Peter Hoekstra"],
		not: ["Wopke", "Sigrid"],
		offices: [
			{
				titles: [
					"U.S. ambassador to Canada",
					"American ambassador to Canada",
					"U.S. ambassador in Ottawa",
					"ambassadeur américain au Canada",
					"ambassadeur des États-Unis au Canada",
					"ambassadeur américain à Ottawa",
					"embajador de Estados Unidos en Canadá",
					"embajador estadounidense en Canadá",
				],
				from: "2025-04-29",
				until: null,
			},
		],
	},
	{
		given: "JD",
		family: "Vance",
		aliases: ["J.D. Vance", "James David Vance"],
		not: ["Usha", "Cyrus"],
		offices: [
			{
				titles: [
					"U.S. Vice President",
					"American vice president",
					"vice-président américain",
					"vicepresidente de Estados Unidos",
					"vicepresidente estadounidense",
				],
				from: "2025-01-20",
				until: null,
			},
		],
	},
	{
		given: "Marco",
		family: "Rubio",
		not: ["Jeanette", "Oscar"],
		offices: [
			{
				titles: [
					"U.S. Secretary of State",
					"secrétaire d'État américain",
					"secretario de Estado estadounidense",
					"secretario de Estado de Estados Unidos",
				],
				from: "2025-01-21",
				until: null,
			},
		],
	},
	{ given: "Kevin", family: "Hassett" },
	{ given: "Stephen", family: "Miran" },
	{ given: "Karoline", family: "Leavitt", not: ["Mike"] },
	{
		given: "Katherine",
		family: "Tai",
		not: ["Tony"],
		offices: [
			{
				titles: [
					"U.S. Trade Representative",
					"United States Trade Representative",
					"représentante américaine au Commerce",
					"Representante Comercial de Estados Unidos",
				],
				from: "2021-03-18",
				until: "2025-01-20",
			},
		],
	},
	{
		given: "Robert",
		family: "Lighthizer",
		aliases: ["Bob Lighthizer"],
		offices: [
			{
				titles: [
					"U.S. Trade Representative",
					"United States Trade Representative",
					"représentant américain au Commerce",
					"Representante Comercial de Estados Unidos",
				],
				from: "2017-05-15",
				until: "2021-01-20",
			},
		],
	},
	{ given: "Ron", family: "Wyden" },
	{ given: "Chuck", family: "Grassley" },
];
