import type { Person } from "./person.ts";

/** Voices from Europe and the world's institutions. */
export const peopleOverseas: readonly Person[] = [
	{
		given: "Maroš",
		family: "Šefčovič",
		aliases: ["Maros Sefcovic"],
		offices: [
			{
				titles: [
					"EU Trade Commissioner",
					"EU trade chief",
					"European Trade Commissioner",
					"European Commissioner for Trade",
					"commissaire européen au Commerce",
					"commissaire européen chargé du Commerce",
					"comisario europeo de Comercio",
					"comisario de Comercio de la UE",
				],
				from: "2024-12-01",
				until: null,
			},
		],
	},
	{
		given: "Ursula",
		family: "von der Leyen",
		not: ["Heiko"],
		offices: [
			{
				titles: [
					"European Commission President",
					"president of the European Commission",
					"EU Commission President",
					"présidente de la Commission européenne",
					"presidenta de la Comisión Europea",
				],
				from: "2019-12-01",
				until: null,
			},
		],
	},
	{
		given: "Ngozi",
		family: "Okonjo-Iweala",
		aliases: ["Okonjo-Iweala"],
		offices: [
			{
				titles: [
					"WTO Director-General",
					"WTO chief",
					"head of the World Trade Organization",
					"directrice générale de l'OMC",
					"directora general de la OMC",
				],
				from: "2021-03-01",
				until: null,
			},
		],
	},
	{ given: "Keir", family: "Starmer", not: ["Victoria"] },
	{
		given: "Ryosei",
		family: "Akazawa",
		aliases: ["Akazawa Ryosei"],
	},
	{
		given: "Sanae",
		family: "Takaichi",
		aliases: ["Takaichi Sanae"],
	},
	{ given: "Han-koo", family: "Yeo", aliases: ["Yeo Han-koo"] },
];
