import { expect, test } from "vitest";
import { findStatements } from "../../src/news/find-statements.ts";
import { people } from "../../src/topics/people.ts";

/** Whole articles, written for this test: pronouns, offices and quotations run through them. */
const english = `OTTAWA — Trade talks between Canada and the United States will resume next week, Dominic LeBlanc said Tuesday, as mills in Ontario brace for another round of cuts.

The minister, who spoke with U.S. Commerce Secretary Howard Lutnick by phone on Monday night, would not say whether steel quotas were on the table.

“We are not going to negotiate in public,” he told reporters outside the cabinet room. “But I can tell you the tone has improved.”

Lutnick has said Canada must accept a baseline tariff. In an interview with CNBC last week, he called Ottawa’s position “unserious” and suggested that a deal could wait until spring.

Prime Minister Mark Carney has played down expectations.

“There’s no silver bullet,” Carney said in Hamilton on Friday.

“We’ll take the time we need. We won’t take a bad deal.

“And we’ll protect our workers.”

The union that represents steelworkers wants more. Its president, Marty Warren, said the government’s aid package falls short.

“He promised to fight,” Warren said of Carney. “We’re still waiting.”

Conservative Leader Pierre Poilievre, meanwhile, accused Carney of dithering. “Where is the win?” he asked in the Commons. “Where is it?”

Carney’s office did not respond to a request for comment. A spokesperson for Lutnick declined to comment.

Sheinbaum, who will host the next round, wrote on X that Mexico “will be at the table.”`;

const french = `OTTAWA — Les pourparlers commerciaux reprendront la semaine prochaine, a annoncé mardi Dominic LeBlanc.

Le ministre s’est entretenu lundi avec le secrétaire américain au Commerce, Howard Lutnick. Il n’a pas voulu dire si l’acier était à l’ordre du jour.

« Nous n’allons pas négocier sur la place publique, a-t-il déclaré aux journalistes. Mais le ton a changé. »

M. Lutnick a répété que le Canada devrait accepter un tarif plancher. La semaine dernière, il avait qualifié la position d’Ottawa de « farfelue ».

« Il n’y a pas de solution miracle », a rappelé vendredi le premier ministre Mark Carney, en visite à Hamilton. « Nous prendrons le temps qu’il faut. »

La présidente d’Unifor, Lana Payne, reste sur sa faim. Selon elle, le plan d’aide est insuffisant. Elle réclame des prêts sans intérêt.

Du côté de l’opposition, Pierre Poilievre a reproché à M. Carney ses tergiversations.

— On attend toujours, a-t-il lancé.`;

const spanish = `CIUDAD DE MÉXICO — La presidenta Claudia Sheinbaum descartó este martes una ruptura del T-MEC.

“Hay buena comunicación”, dijo en su conferencia. Explicó que Marcelo Ebrard viajará a Washington.

El secretario de Economía detalló después que llevará una propuesta sobre reglas de origen. “Vamos bien”, afirmó.

En Washington, Jamieson Greer se mostró más cauto. El representante comercial advirtió que la revisión será “exigente” y que no habrá extensión automática.

Ebrard respondió que México está listo. Añadió que confía en un acuerdo antes de julio.`;

test.each<[string, string, string[]]>([
	[
		"English",
		english,
		[
			"leblanc said",
			"leblanc told",
			"lutnick has said",
			"lutnick called",
			"lutnick suggested",
			"carney has played down",
			"carney said",
			"carney said",
			"carney said",
			"poilievre accused",
			"poilievre asked",
			"sheinbaum wrote",
		],
	],
	[
		"French",
		french,
		[
			"leblanc a annoncé",
			"leblanc a pas voulu",
			"leblanc a-t-il déclaré",
			"lutnick a répété",
			"lutnick avait qualifié",
			"carney a rappelé",
			"payne Selon",
			"payne réclame",
			"poilievre a reproché",
			"poilievre a-t-il lancé",
		],
	],
	[
		"Spanish",
		spanish,
		[
			"sheinbaum descartó",
			"sheinbaum dijo",
			"sheinbaum Explicó",
			"greer se mostró",
			"greer advirtió",
			"ebrard respondió",
			"ebrard Añadió",
		],
	],
])("follows who speaks through an article in %s", (_, body, voices) => {
	const found = findStatements({ title: "", summary: "", body }, people);
	expect(found.map(({ speaker, cue }) => `${speaker} ${cue}`)).toEqual(voices);
	for (const { start, end, text } of found) {
		expect(body.slice(start, end)).toBe(text);
	}
});
