import type { Topic } from "../topic.ts";
import { entry } from "./entry.ts";
import { tradeTalk } from "./words.ts";

/**
 * Topics that fire only when the person speaks. For those whose office is
 * trade, whatever they say counts; the others speak of everything, so words of
 * trade must stand within or near what they say.
 */
export const statementTopics: readonly Topic[] = [
	byOffice("greer", "Jamieson Greer"),
	onTrade("carney", "Mark Carney"),
	onTrade("trump", "Donald Trump"),
	byOffice("leblanc", "Dominic LeBlanc"),
	onTrade("lutnick", "Howard Lutnick"),
	onTrade("sheinbaum", "Claudia Sheinbaum"),
	byOffice("ebrard", "Marcelo Ebrard"),
	entry(
		"canadian-ambassador-statements",
		{
			en: "Canadian ambassador's statements",
			fr: "Déclarations de l'ambassadeur du Canada",
			es: "Declaraciones del embajador de Canadá",
		},
		"said:wiseman OR said:hillman",
	),
	onTrade("bessent", "Scott Bessent"),
	onTrade("poilievre", "Pierre Poilievre"),
	// The car maker says much of tariffs: somewhere the text must mean the premier.
	statementsOf("ford", {
		name: "Doug Ford",
		query: `said:ford NEAR/25 (${tradeTalk})
			("Doug Ford" OR "Premier Ford" OR "premier ministre Ford" OR "primer ministro Ford"
			OR "Ontario Premier" OR "Ontario's premier" OR "premier ministre de l'Ontario" OR "premier ministre ontarien")`,
	}),
	onTrade("hoekstra", "Pete Hoekstra"),
	byOffice("sefcovic", "Maroš Šefčovič"),
];

function byOffice(speaker: string, name: string): Topic {
	return statementsOf(speaker, { name, query: `said:${speaker}` });
}

function onTrade(speaker: string, name: string): Topic {
	const query = `said:${speaker} NEAR/25 (${tradeTalk})`;
	return statementsOf(speaker, { name, query });
}

function statementsOf(
	speaker: string,
	{ name, query }: { name: string; query: string },
): Topic {
	const surname = name.slice(name.indexOf(" ") + 1);
	const of = /^[AEIOU]/.test(name) ? "d'" : "de ";
	const names = {
		en: `${surname} statements`,
		fr: `Déclarations ${of}${name}`,
		es: `Declaraciones de ${name}`,
	};
	return entry(`${speaker}-statements`, names, query);
}
