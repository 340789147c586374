import type { Person } from "./person.ts";

/** Mexican voices. */
export const peopleOfMexico: readonly Person[] = [
	{
		given: "Claudia",
		family: "Sheinbaum",
		aliases: ["Claudia Sheinbaum Pardo"],
		not: ["Julio", "Diana", "Carlos"],
		offices: [
			{
				titles: [
					"Mexican President",
					"president of Mexico",
					"Mexico's president",
					"présidente mexicaine",
					"présidente du Mexique",
					"presidenta de México",
					"presidenta mexicana",
					"mandataria mexicana",
				],
				from: "2024-10-01",
				until: null,
			},
		],
	},
	{
		given: "Marcelo",
		family: "Ebrard",
		aliases: ["Marcelo Ebrard Casaubón", "Marcelo Ebrard Casaubon"],
		offices: [
			{
				titles: [
					"Mexican Economy Minister",
					"Mexican Economy Secretary",
					"Mexico's economy minister",
					"Mexico's economy secretary",
					"Mexico's secretary of economy",
					"ministre mexicain de l'Économie",
					"secrétaire mexicain à l'Économie",
					"secretario de Economía de México",
					"secretario de Economía mexicano",
					"titular de la Secretaría de Economía",
				],
				from: "2024-10-01",
				until: null,
			},
		],
	},
	{
		given: "Luis Rosendo",
		family: "Gutiérrez Romano",
		aliases: ["Luis Rosendo Gutiérrez", "Luis Gutiérrez Romano"],
	},
	{
		given: "Juan Ramón",
		family: "de la Fuente",
		aliases: ["Juan Ramón de la Fuente Ramírez"],
	},
	{
		given: "Ildefonso",
		family: "Guajardo",
		aliases: ["Ildefonso Guajardo Villarreal"],
	},
];
