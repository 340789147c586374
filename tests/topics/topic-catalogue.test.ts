import { expect, test } from "vitest";
import { languages } from "../../src/phrases/say.ts";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import { parseQuery } from "../../src/topics/parse-query.ts";
import { topicCatalogue } from "../../src/topics/topic-catalogue.ts";
import { newsOf } from "./news-of.ts";

const matcher = makeMatcher(topicCatalogue);

function topicsOf(body: string): string[] {
	return matcher.match(newsOf(body), []).map(({ topicId }) => topicId);
}

test("begins with the three most asked for, and has more than thirty", () => {
	const ids = topicCatalogue.map(({ id }) => id);
	expect(ids.slice(0, 3)).toEqual([
		"cusma-review",
		"steel-tariffs",
		"greer-statements",
	]);
	expect(ids.length).toBeGreaterThanOrEqual(30);
	expect(new Set(ids).size).toBe(ids.length);
});

test.each(topicCatalogue)("$id can be typed, named and read", (topic) => {
	expect(topic.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
	expect(topic.owner).toBeNull();
	for (const language of languages) expect(topic.names[language]).not.toBe("");
	expect(() => parseQuery(topic.query)).not.toThrow();
});

test.each(languages)("no two topics share a name in %s", (language) => {
	const names = topicCatalogue.map((topic) => topic.names[language]);
	expect(new Set(names).size).toBe(names.length);
});

test.each([
	[
		"customs-notices",
		"Customs Notice 26-23: United States Surtax Order (2026)",
	],
	["customs-notices", "CSMS # 69302472 - Guidance: Section 232 entries"],
	["customs-notices", "Avis des douanes 26-23 : Décret imposant une surtaxe"],
	[
		"tariff-schedules",
		"Harmonized Tariff Schedule of the United States: Revision 28 (2025)",
	],
	[
		"tariff-schedules",
		"Order Amending the Schedule to the Customs Tariff, 2026-2",
	],
	["tariff-schedules", "Décret modifiant l'annexe du Tarif des douanes"],
])("%s is met by the title %s", (id, title) => {
	const news = { ...newsOf(""), title };
	const met = matcher.match(news, []).map(({ topicId }) => topicId);
	expect(met).toContain(id);
});

test.each([
	["cusma-review", "Trump says he may let the USMCA lapse."],
	[
		"steel-tariffs",
		"Commerce issued a countervailing order on steel pipe from Korea.",
	],
	[
		"cusma-review",
		"The CUSMA is up for renewal in 2026, and nobody knows on what terms.",
	],
	[
		"cusma-review",
		"Washington wants the USMCA renegotiated before it signs anything.",
	],
	[
		"cusma-review",
		"Talks on the Canada-U.S.-Mexico Agreement open with a joint review in July.",
	],
	[
		"cusma-review",
		"L’ACEUM doit être réexaminé l’été prochain par les trois pays.",
	],
	[
		"cusma-review",
		"La renégociation de l'Accord Canada–États-Unis–Mexique inquiète les PME.",
	],
	[
		"cusma-review",
		"La revisión del T-MEC comenzará en julio, dijo la secretaría.",
	],
	["cusma-review", "México busca prorrogar el TMEC por 16 años más."],
	[
		"steel-tariffs",
		"Mills in Hamilton pay a 50 per cent tariff on every tonne of steel.",
	],
	[
		"steel-tariffs",
		"Steel imports face Section 232 duties whatever their origin.",
	],
	[
		"steel-tariffs",
		"Les droits de douane de 50 % sur l’acier canadien restent en place.",
	],
	["steel-tariffs", "La sidérurgie absorbe mal les tarifs américains."],
	[
		"steel-tariffs",
		"Los aranceles al acero mexicano se mantienen en 50 por ciento.",
	],
	[
		"aluminum-tariffs",
		"Alcoa says the aluminum tariff costs it millions a month.",
	],
	[
		"aluminum-tariffs",
		"Les alumineries du Saguenay paient des droits de douane de 50 %.",
	],
	["auto-tariffs", "Automakers asked for relief from the 25 per cent levy."],
	["auto-tariffs", "Las autopartes quedan exentas del arancel por ahora."],
	[
		"truck-tariffs",
		"A 25% tariff on heavy trucks hits plants in Quebec and Mexico.",
	],
	[
		"lumber-tariffs",
		"Sawmills close as tariffs and duties on lumber reach 45 per cent.",
	],
	[
		"softwood-dispute",
		"Commerce raised the countervailing duty on softwood from B.C.",
	],
	["softwood-dispute", "Le conflit du bois d’œuvre dure depuis quarante ans."],
	[
		"cabinets-and-furniture",
		"Kitchen cabinets now face a tariff of 25 per cent.",
	],
	[
		"cabinets-and-furniture",
		"Les armoires de cuisine sont frappées d'un tarif de 25 %.",
	],
	["copper-tariffs", "El arancel del 50% al cobre entra en vigor."],
	[
		"dairy-supply-management",
		"Ottawa vows to protect supply management by law.",
	],
	[
		"dairy-supply-management",
		"Les producteurs de lait craignent un accès au marché élargi sous l'ACEUM.",
	],
	[
		"critical-minerals",
		"Les minéraux critiques figurent au cœur des discussions.",
	],
	["energy-and-potash", "Saskatchewan potash was spared the higher tariff."],
	[
		"canola-and-china",
		"Beijing lifted its duties on canola seed after the visit.",
	],
	[
		"electric-vehicles",
		"Canada's tariff on Chinese electric vehicles was 100 per cent.",
	],
	[
		"semiconductor-tariffs",
		"A 25 per cent tariff on semiconductors was announced.",
	],
	[
		"pharmaceutical-tariffs",
		"Les tarifs sur les médicaments de marque sont repoussés.",
	],
	["alcohol-trade", "Bourbon is still off the shelves in five provinces."],
	["cusma-exemption", "Goods that comply with CUSMA rules stay exempt."],
	[
		"cusma-exemption",
		"Los productos que cumplen con el T-MEC entran sin arancel.",
	],
	["rules-of-origin", "Les règles d’origine des véhicules seront resserrées."],
	[
		"counter-tariffs",
		"Ottawa dropped most of its retaliatory tariffs in September.",
	],
	[
		"counter-tariffs",
		"Le Canada lève ses contre-tarifs sur les produits américains.",
	],
	[
		"digital-services-tax",
		"Canada rescinded its digital services tax in June.",
	],
	["digital-services-tax", "La taxe sur les services numériques est abrogée."],
	[
		"ieepa-tariffs",
		"Importers file for refunds after the court struck down IEEPA duties.",
	],
	["ieepa-tariffs", "La Corte Suprema anuló los aranceles recíprocos."],
	["section-122", "The Section 122 import surcharge lapses after 150 days."],
	["section-232", "Commerce opened a Section 232 investigation into drones."],
	[
		"section-301",
		"USTR holds a hearing under Section 301 of the Trade Act of 1974.",
	],
	[
		"section-338",
		"Section 338 lets the president set duties of up to 50 per cent.",
	],
	["de-minimis", "Parcels lost the de minimis exemption from customs duties."],
	["forced-labour", "Customs detained imports suspected of forced labour."],
	["canada-us-talks", "Canada and Washington resumed trade talks on Monday."],
	["mexico-trade", "Mexico won a pause in the reciprocal tariffs."],
	[
		"eu-trade",
		"L’Union européenne ratifie son accord commercial avec les États-Unis.",
	],
	["uk-trade", "British steel exporters welcome the trade deal."],
	["japan-korea-trade", "Seoul and Washington signed a trade agreement."],
	[
		"china-trade",
		"La guerre commerciale entre la Chine et les États-Unis reprend.",
	],
	["wto", "La OMC rebaja su previsión de comercio mundial."],
])("%s hears: %s", (id, body) => {
	expect(topicsOf(body)).toContain(id);
});

test.each([
	"The Chicago Steel beat the Gamblers 4-2 and the trade deadline passed quietly.",
	"It took nerves of steel to defend the title, the goalie said.",
	"The hotel raised its room tariff for the summer season.",
	"The regulator approved a new electricity tariff for households.",
	"Hydro-Québec dévoile ses nouveaux tarifs d'électricité.",
	"Les tarifs des chambres d’hôtel ont bondi en juillet.",
	"Las tarifas telefónicas suben en enero.",
	"A heavy-duty steel door and an aluminum frame keep the cold out.",
	"The officer was on duty when the truck left the road.",
	"Greer Grimsley sang Wotan at the opera on Friday.",
	"The committee will review the novel and renew its subscription.",
	"Le comité examine le rapport et renouvelle son mandat.",
	"Article 122 du Code criminel vise l'abus de confiance.",
	"The cabinet met, and the furniture was new.",
	"The copper kettle is an antique from Mexico.",
	"He bought an electric vehicle in Tokyo with the oil and gas money.",
	"China's rapeseed crop was damaged by storms.",
	"By the authority vested in me by section 301 of title 3, United States Code, I order that trade be promoted.",
])("no topic is fooled by: %s", (body) => {
	expect(topicsOf(body)).toEqual([]);
});
