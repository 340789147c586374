import { expect, test } from "vitest";
import { tellStory } from "../../src/news/tell-story.ts";
import { newsArticle } from "./news-article.ts";

type Text = readonly [title: string, lead: string];

function changeOf(first: Text, language: string, second: Text): string {
	const [one, other] = [first, second].map(([title, summary], at) =>
		newsArticle({ title, summary, language: at === 0 ? "en" : language }),
	);
	if (!one || !other) throw new Error("two texts are needed");
	const { story } = tellStory(one, []);
	return tellStory(other, [story]).change;
}

/** An event in English, and the same in French or Spanish. */
const same: readonly (readonly [Text, "fr" | "es", Text])[] = [
	[
		[
			"Ottawa imposes 25% surtax on Chinese steel",
			"Canada will charge a surtax of 25 per cent on steel from China, Minister Jo Park said in Hamilton.",
		],
		"fr",
		[
			"Ottawa impose une surtaxe de 25 % sur l’acier chinois",
			"Le Canada prélèvera une surtaxe de 25 pour cent sur l’acier de Chine, a dit la ministre Jo Park à Hamilton.",
		],
	],
	[
		[
			"Mexico raises tariff on Brazilian shoes to 35%",
			"Mexico raised its tariff on shoes from Brazil to 35 per cent, Marcelo Ebrard said in Leon.",
		],
		"es",
		[
			"México eleva a 35% el arancel al calzado de Brasil",
			"México elevó a 35 por ciento el arancel al calzado de Brasil, dijo Marcelo Ebrard en León.",
		],
	],
	[
		[
			"Mélanie Roy opens softwood talks in Vancouver",
			"Canada and the United States opened talks on softwood lumber in Vancouver, said Mélanie Roy.",
		],
		"fr",
		[
			"Mélanie Roy ouvre des pourparlers sur le bois à Vancouver",
			"Le Canada et les États-Unis ont ouvert à Vancouver des pourparlers sur le bois d’œuvre, dit Mélanie Roy.",
		],
	],
	[
		[
			"Trade panel rules for Bolivia in wheat case",
			"A panel in Geneva ruled for Bolivia against Argentina over wheat, awarding 40 million dollars.",
		],
		"es",
		[
			"Panel comercial falla a favor de Bolivia por el trigo",
			"Un panel en Geneva falló a favor de Bolivia contra Argentina por el trigo y otorgó 40 millones de dólares.",
		],
	],
	[
		[
			"Brussels sets 18% duty on Turkish rebar",
			"The European Union set a duty of 18 per cent on rebar from Turkey, Valdis Kalnins said.",
		],
		"fr",
		[
			"Bruxelles fixe un droit de 18 % sur les barres turques",
			"L’Union européenne a fixé un droit de 18 pour cent sur les barres de Turquie, a dit Valdis Kalnins.",
		],
	],
	[
		[
			"Canada bans dairy from Freslac over labels",
			"Canada banned dairy of Freslac after 12 shipments failed at Montreal.",
		],
		"fr",
		[
			"Le Canada bannit le lait de Freslac",
			"Le Canada a banni les produits laitiers de Freslac après l’échec de 12 envois à Montréal.",
		],
	],
	[
		[
			"Peru and Chile sign copper accord in Lima",
			"Peru and Chile signed in Lima an accord on copper worth 900 million dollars.",
		],
		"es",
		[
			"Perú y Chile firman acuerdo sobre cobre en Lima",
			"Perú y Chile firmaron en Lima un acuerdo sobre cobre por 900 millones de dólares.",
		],
	],
	[
		[
			"Court upholds 14% duty on Vietnamese shrimp",
			"A court in New York upheld a duty of 14 per cent on shrimp of Seavina from Vietnam.",
		],
		"fr",
		[
			"Un tribunal maintient le droit de 14 % sur les crevettes vietnamiennes",
			"Un tribunal de New York a maintenu un droit de 14 pour cent sur les crevettes de Seavina du Vietnam.",
		],
	],
	[
		[
			"Colombia suspends sugar quota of 70,000 tonnes",
			"Colombia suspended its quota of 70,000 tonnes of sugar, Laura Pinto said in Bogota.",
		],
		"es",
		[
			"Colombia suspende cuota de 70,000 toneladas de azúcar",
			"Colombia suspendió su cuota de 70,000 toneladas de azúcar, dijo Laura Pinto en Bogotá.",
		],
	],
	[
		[
			"India lifts 20% export tax on onions",
			"India lifted its 20 per cent tax on exports of onions, Ravi Mehra said in Nashik.",
		],
		"fr",
		[
			"L’Inde lève la taxe de 20 % à l’exportation des oignons",
			"L’Inde a levé la taxe de 20 pour cent à l’exportation des oignons, a dit Ravi Mehra à Nashik.",
		],
	],
	[
		[
			"Guatemala files complaint over Honduran coffee",
			"Guatemala filed a complaint over coffee from Honduras worth 6 million dollars, said Diego Solares.",
		],
		"es",
		[
			"Guatemala presenta queja por el café de Honduras",
			"Guatemala presentó una queja por el café de Honduras por 6 millones de dólares, dijo Diego Solares.",
		],
	],
	[
		[
			"Quebec mill Papibec wins refund of 9 million",
			"Papibec of Trois-Rivières won a refund of 9 million dollars in duties on newsprint.",
		],
		"fr",
		[
			"Papibec obtient le remboursement de 9 millions",
			"Papibec, de Trois-Rivières, a obtenu le remboursement de 9 millions de dollars de droits sur le papier.",
		],
	],
	[
		[
			"CUSMA review begins in Mexico City on July 1",
			"The CUSMA review began in Mexico City with Marcelo Ebrard and Jo Park.",
		],
		"es",
		[
			"Arranca la revisión del T-MEC en Mexico City el 1 de julio",
			"La revisión del T-MEC arrancó en Mexico City con Marcelo Ebrard y Jo Park.",
		],
	],
	[
		[
			"CUSMA review begins in Ottawa",
			"The CUSMA review began in Ottawa with Marcelo Ebrard and Jo Park.",
		],
		"fr",
		[
			"L’examen de l’ACEUM commence à Ottawa",
			"L’examen de l’ACEUM a commencé à Ottawa avec Marcelo Ebrard et Jo Park.",
		],
	],
	[
		[
			"Japan buys 300,000 tonnes of Canadian canola",
			"Japan bought 300,000 tonnes of canola from Canada, said Kenji Mori in Winnipeg.",
		],
		"fr",
		[
			"Le Japon achète 300,000 tonnes de canola canadien",
			"Le Japon a acheté 300,000 tonnes de colza du Canada, a dit Kenji Mori à Winnipeg.",
		],
	],
	[
		[
			"Spain seizes 40 tonnes of fake tequila in Bilbao",
			"Spain seized 40 tonnes of fake tequila in Bilbao, customs chief Iker Zubiri said.",
		],
		"es",
		[
			"España decomisa 40 toneladas de tequila falso en Bilbao",
			"España decomisó 40 toneladas de tequila falso en Bilbao, dijo Iker Zubiri.",
		],
	],
	[
		[
			"Air Norda drops order for 55 Brazilian jets",
			"Air Norda dropped an order for 55 aircraft from Brazil after a tariff of 10 per cent.",
		],
		"fr",
		[
			"Air Norda annule 55 avions brésiliens",
			"Air Norda a annulé une commande de 55 avions du Brésil après un tarif de 10 pour cent.",
		],
	],
	[
		[
			"Ecuador puts 30% tariff on Colombian power",
			"Ecuador put a tariff of 30 per cent on electricity from Colombia, said Noelia Arce.",
		],
		"es",
		[
			"Ecuador pone arancel de 30% a la electricidad colombiana",
			"Ecuador puso un arancel de 30 por ciento a la electricidad de Colombia, dijo Noelia Arce.",
		],
	],
	[
		[
			"Swiss watchmaker Helvor moves plant to Windsor",
			"Helvor of Switzerland moves a plant with 250 jobs to Windsor because of tariffs.",
		],
		"fr",
		[
			"L’horloger suisse Helvor déménage à Windsor",
			"Helvor, de Suisse, déménage une usine de 250 emplois à Windsor à cause des tarifs.",
		],
	],
	[
		[
			"Port of Santos strike holds 90 ships of soybeans",
			"A strike at Santos in Brazil holds 90 ships with soybeans, union head Caio Prado said.",
		],
		"es",
		[
			"Huelga en Santos retiene 90 buques de soja",
			"Una huelga en Santos, Brasil, retiene 90 buques con soja, dijo Caio Prado.",
		],
	],
];

test.each(
	same.map(
		([first, language, second]) =>
			[first[0], language, second[0], first, second] as const,
	),
)("joins %s to its %s telling, %s", (_, language, __, first, second) => {
	expect(changeOf(first, language, second)).not.toBe("new");
});

/** Each English event against the translation of the one that comes after in its list. */
const other = same.map(([first], at) => {
	const [, language, second] = same[(at + 1) % same.length] ?? same[0] ?? [];
	if (!language || !second) throw new Error("there are no pairs");
	return [first[0], second[0], first, language, second] as const;
});

test.each(other)("keeps apart %s and %s", (_, __, first, language, second) => {
	expect(changeOf(first, language, second)).toBe("new");
});

/** Alike but for one thing: the country, the good, the rate's bearer, the person. */
const alike: readonly (readonly [Text, "fr" | "es", Text])[] = [
	[
		[
			"Canada imposes 25% surtax on Chinese aluminum",
			"Canada imposed a surtax of 25 per cent on aluminum from China.",
		],
		"fr",
		[
			"Le Canada impose une surtaxe de 25 % sur l’acier chinois",
			"Le Canada a imposé une surtaxe de 25 pour cent sur l’acier de Chine.",
		],
	],
	[
		[
			"Mexico raises tariff on Brazilian shoes",
			"Mexico raised its tariff on shoes from Brazil.",
		],
		"es",
		[
			"México eleva el arancel al calzado de Vietnam",
			"México elevó el arancel al calzado de Vietnam.",
		],
	],
	[
		[
			"Peru and Chile sign copper accord",
			"Peru and Chile signed an accord on copper.",
		],
		"es",
		[
			"Perú y Bolivia firman acuerdo sobre cobre",
			"Perú y Bolivia firmaron un acuerdo sobre cobre.",
		],
	],
	[
		[
			"Brussels sets duty on Turkish rebar",
			"The European Union set a duty on rebar from Turkey.",
		],
		"fr",
		[
			"Bruxelles fixe un droit sur le blé ukrainien",
			"L’Union européenne a fixé un droit sur le blé d’Ukraine.",
		],
	],
];

test.each(
	alike.map(
		([first, language, second]) =>
			[first[0], second[0], first, language, second] as const,
	),
)("keeps apart the like of %s and %s", (_, __, first, language, second) => {
	expect(changeOf(first, language, second)).toBe("new");
});
