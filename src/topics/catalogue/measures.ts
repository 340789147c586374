import type { Topic } from "../topic.ts";
import { entry } from "./entry.ts";
import { borderCharges, cusma, sectionOf, tradePolicy } from "./words.ts";

/** Topics about agreements, statutes and measures. */
export const measureTopics: readonly Topic[] = [
	entry(
		"cusma-review",
		{
			en: "CUSMA (USMCA) review",
			fr: "Révision de l'ACEUM",
			es: "Revisión del T-MEC",
		},
		`(${cusma}) NEAR/25 (review* OR renew* OR renegotiat* OR revis* OR extend OR extended OR extension
		OR withdraw* OR expir* OR lapse* OR terminat* OR exit* OR scrap* OR "rip up" OR "tear up" OR sunset OR "article 34.7" OR "pull out" OR "walk away"
		OR réexam* OR examen OR renouvel* OR renégoci* OR prolong* OR reconduction OR retrait
		OR renov* OR renegoci* OR prórroga OR prorrog* OR extender OR retirarse OR salida)`,
	),
	entry(
		"cusma-exemption",
		{
			en: "CUSMA (USMCA) exemption",
			fr: "Exemption au titre de l'ACEUM",
			es: "Exención del T-MEC",
		},
		`(${cusma}) NEAR/12 (exempt* OR exemption* OR complian* OR compliant OR "rules of origin" OR originating OR qualif* OR carve-out*
		OR exonér* OR conforme* OR "règles d'origine" OR exención OR exenciones OR exento* OR "reglas de origen" OR cumpl*)`,
	),
	entry(
		"rules-of-origin",
		{
			en: "Rules of origin",
			fr: "Règles d'origine",
			es: "Reglas de origen",
		},
		`"rule of origin" OR "rules of origin" OR "regional value content" OR "substantial transformation" OR "certificate of origin"
		OR "règles d'origine" OR "règle d'origine" OR "teneur en valeur régionale" OR "certificat d'origine"
		OR "reglas de origen" OR "regla de origen" OR "valor de contenido regional" OR "certificado de origen"
		OR (transship* OR transbordement) NEAR/20 (tarif* OR duties OR customs OR douan*)`,
	),
	entry(
		"counter-tariffs",
		{
			en: "Counter-tariffs",
			fr: "Contre-tarifs",
			es: "Contraaranceles",
		},
		`"counter-tariff*" OR countertariff* OR "retaliatory tariff*" OR "retaliatory dut*" OR "retaliatory lev*" OR "dollar-for-dollar" NEAR/12 (tarif* OR arancel* OR retaliat*)
		OR "United States Surtax Order*" OR "surtax order*" OR "remission order*"
		OR "contre-tarif*" OR "tarifs de représailles" OR "droits de représailles" OR "mesures de représailles tarifaires" OR "contre-mesures tarifaires"
		OR "contraarancel*" OR "contra-arancel*" OR "aranceles de represalia" OR "aranceles de retorsión" OR "aranceles compensatorios"
		OR (retaliat* OR countermeasure* OR représailles OR represalia*) NEAR/12 (tarif* OR arancel* OR duties OR surtax* OR "droits de douane")`,
	),
	entry(
		"digital-services-tax",
		{
			en: "Digital services tax",
			fr: "Taxe sur les services numériques",
			es: "Impuesto a los servicios digitales",
		},
		`"digital services tax*" OR "digital service tax*" OR "digital tax*" OR "taxe sur les services numériques" OR "taxe numérique" OR "taxe GAFA"
		OR "impuesto a los servicios digitales" OR "impuesto sobre servicios digitales" OR "impuesto digital"
		OR DST NEAR/15 (digital OR tech OR Canada OR tax)`,
	),
	entry(
		"ieepa-tariffs",
		{
			en: "IEEPA tariffs and refunds",
			fr: "Droits IEEPA et remboursements",
			es: "Aranceles IEEPA y reembolsos",
		},
		`IEEPA OR "International Emergency Economic Powers" OR "Learning Resources v. Trump" OR "V.O.S. Selections"
		OR ("reciprocal tariff*" OR "fentanyl tariff*" OR "emergency tariff*" OR "tarifs réciproques" OR "droits réciproques" OR "aranceles recíprocos")
		OR (tarif* OR arancel* OR duties OR "droits de douane") NEAR/12 ("Supreme Court" OR "Cour suprême" OR "Corte Suprema" OR "Tribunal Supremo"
		OR "Court of International Trade" OR "emergency powers" OR refund* OR remboursement* OR reembolso*)`,
	),
	entry(
		"section-122",
		{
			en: "Section 122 import surcharge",
			fr: "Surtaxe de l'article 122",
			es: "Sobretasa de la Sección 122",
		},
		`${sectionOf(122)}
		OR "import surcharge" OR "balance-of-payments surcharge"
		OR "sobretasa a las importaciones" OR "surtaxe à l'importation"`,
	),
	entry(
		"section-232",
		{
			en: "Section 232 investigations",
			fr: "Enquêtes de l'article 232",
			es: "Investigaciones de la Sección 232",
		},
		`"section 232" OR "sec. 232" OR "sección 232" OR "Trade Expansion Act"
		OR ${sectionOf(232)}
		OR ("national security" OR "sécurité nationale" OR "seguridad nacional") NEAR/15 ("tariffs on" OR "imports of" OR "tarifs sur" OR "importations de" OR arancel*)`,
	),
	entry(
		"section-301",
		{
			en: "Section 301 investigations",
			fr: "Enquêtes de l'article 301",
			es: "Investigaciones de la Sección 301",
		},
		// Presidents cite "section 301 of title 3, United States Code" in every order.
		`${sectionOf(301)} -"301 of title 3"
		OR "section 301 investigation*" OR "section 301 tariff*" OR "section 301 dut*" OR "section 301 action*"
		OR "section 301 of the Trade Act" OR "section 301 report" OR "section 301 exclusion*"`,
	),
	entry(
		"section-338",
		{
			en: "Section 338 tariffs",
			fr: "Droits de l'article 338",
			es: "Aranceles de la Sección 338",
		},
		sectionOf(338),
	),
	entry(
		"de-minimis",
		{
			en: "De minimis and low-value parcels",
			fr: "Seuil de minimis et colis de faible valeur",
			es: "De minimis y paquetes de bajo valor",
		},
		`"de minimis" (tarif* OR arancel* OR duties OR customs OR import* OR parcel* OR shipment* OR douan* OR colis OR paquete* OR aduan* OR "low-value")
		OR ("low-value" OR "small parcel*" OR "faible valeur" OR "bajo valor") NEAR/10 (tarif* OR arancel* OR duties OR customs OR imports OR douan* OR colis OR aduan*)`,
	),
	entry(
		"forced-labour",
		{
			en: "Forced labour import bans",
			fr: "Interdictions d'importation liées au travail forcé",
			es: "Prohibiciones de importación por trabajo forzoso",
		},
		`("forced labor" OR "forced labour" OR "travail forcé" OR "trabajo forzoso" OR "trabajo forzado")
		NEAR/25 (import* OR customs OR tarif* OR "supply chain*" OR UFLPA OR "section 301" OR "section 307" OR arancel* OR douan* OR aduan* OR "chaînes d'approvisionnement")`,
	),
	entry(
		"canada-us-talks",
		{
			en: "Canada-U.S. trade talks",
			fr: "Négociations commerciales Canada-États-Unis",
			es: "Negociaciones comerciales Canadá-Estados Unidos",
		},
		`(Canada OR Canadian OR Ottawa OR Carney OR LeBlanc OR canadien*) NEAR/15 ("trade talks" OR "trade negotiat*" OR "trade deal" OR "tariff relief"
		OR "trade framework" OR "négociations commerciales" OR "accord commercial" OR "negociaciones comerciales" OR "acuerdo comercial")
		(Washington OR Trump OR Greer OR Lutnick OR "United States" OR "États-Unis" OR "Estados Unidos" OR American OR américain*)`,
	),
	entry(
		"mexico-trade",
		{
			en: "Mexico trade",
			fr: "Commerce avec le Mexique",
			es: "Comercio con México",
		},
		// The agreement's full name holds "Mexico": beside it only what is Mexican counts.
		`${withCountry("Mexico OR Mexican OR Mexique OR mexicain* OR mexicano* OR mexicana* OR Sheinbaum OR Ebrard")}
		OR (Mexican OR mexicain* OR mexicano* OR mexicana* OR Sheinbaum OR Ebrard) NEAR/12 (${cusma})`,
	),
	entry(
		"eu-trade",
		{
			en: "European Union trade",
			fr: "Commerce avec l'Union européenne",
			es: "Comercio con la Unión Europea",
		},
		`${withCountry(
			`"European Union" OR EU OR Brussels OR "European Commission" OR "Union européenne" OR Bruxelles OR "Commission européenne"
			OR "Unión Europea" OR Bruselas OR Šefčovič OR "von der Leyen"`,
		)} OR CETA NEAR/20 (trade OR Canada OR accord) OR Mercosur NEAR/15 (accord OR agreement OR acuerdo OR deal)`,
	),
	entry(
		"uk-trade",
		{
			en: "United Kingdom trade",
			fr: "Commerce avec le Royaume-Uni",
			es: "Comercio con el Reino Unido",
		},
		withCountry(
			`UK OR "United Kingdom" OR Britain OR British OR "Royaume-Uni" OR britannique* OR "Reino Unido" OR británic*`,
		),
	),
	entry(
		"japan-korea-trade",
		{
			en: "Japan and Korea trade",
			fr: "Commerce avec le Japon et la Corée",
			es: "Comercio con Japón y Corea",
		},
		withCountry(
			`Japan OR Japanese OR Tokyo OR Korea OR Korean OR Seoul OR Japon OR japonais* OR Corée OR coréen* OR Japón OR japonés* OR Corea OR coreano* OR coreana*`,
		),
	),
	entry(
		"china-trade",
		{
			en: "China trade",
			fr: "Commerce avec la Chine",
			es: "Comercio con China",
		},
		withCountry(
			"China OR Chinese OR Beijing OR Chine OR chinois* OR Pékin OR Pekín OR chino OR chinos OR chinas",
		),
	),
	entry(
		"tariffs-in-force",
		{
			en: "Tariff changes taking effect",
			fr: "Entrée en vigueur de droits de douane",
			es: "Entrada en vigor de aranceles",
		},
		`(${borderCharges}) NEAR/15 ("take effect" OR "takes effect" OR "took effect" OR "taking effect" OR "go into effect" OR "goes into effect" OR "went into effect"
		OR "come into force" OR "comes into force" OR "came into force" OR "effective" OR proclamation OR "executive order"
		OR "entrent en vigueur" OR "entre en vigueur" OR "entrée en vigueur" OR décret OR "entran en vigor" OR "entra en vigor" OR "entrada en vigor" OR decreto)`,
	),
	entry(
		"tariff-schedules",
		{
			en: "Changes to the tariff schedules",
			fr: "Modifications des listes tarifaires",
			es: "Cambios en las tarifas arancelarias",
		},
		`("Harmonized Tariff Schedule" OR HTSUS OR HTS OR "Schedule to the Customs Tariff" OR "annexe du Tarif des douanes"
		OR "tariff schedule" OR "tarifa arancelaria" OR TIGIE)
		NEAR/8 (revision* OR revised OR modif* OR amend* OR "change record" OR correction* OR edition OR révis* OR reforma*)`,
	),
	entry(
		"customs-notices",
		{
			en: "Customs notices and CSMS messages",
			fr: "Avis des douanes et messages CSMS",
			es: "Avisos de aduanas y mensajes CSMS",
		},
		`title:("customs notice*" OR CSMS OR "avis des douanes" OR "avis de douane*" OR "customs bulletin*" OR "boletín aduanal" OR "boletines aduanales")`,
	),
	entry(
		"wto",
		{
			en: "World Trade Organization",
			fr: "Organisation mondiale du commerce",
			es: "Organización Mundial del Comercio",
		},
		`"World Trade Organization" OR "World Trade Organisation" OR WTO OR "Organisation mondiale du commerce" OR OMC OR "Organización Mundial del Comercio"`,
	),
];

function withCountry(country: string): string {
	return `(${country}) NEAR/12 (${tradePolicy})`;
}
