// Groups of words, in three languages, from which the catalogue's queries are
// built. A star stands for any ending; accents and case do not matter.

/** The agreement, by all its names. */
export const cusma = `CUSMA OR USMCA OR "T-MEC" OR TMEC OR ACEUM
	OR "Canada-U.S.-Mexico Agreement" OR "Canada-United States-Mexico Agreement"
	OR "U.S.-Mexico-Canada Agreement" OR "United States-Mexico-Canada Agreement"
	OR AEUMC OR "Accord Canada-États-Unis-Mexique" OR "Tratado México-Estados Unidos-Canadá"
	OR "Tratado entre México, Estados Unidos y Canadá"
	OR "North American trade pact" OR "North American trade deal" OR "North American trade agreement"
	OR "North American free trade" OR "new NAFTA" OR "NAFTA 2.0"`;

/** Charges at a border, in words that mean nothing else beside a product. */
const clearCharges = `tarif* OR arancel* OR surtax* OR "section 232" OR "sección 232" OR "article 232"
	OR "import tax*" OR "customs duty" OR "customs duties" OR "import duty" OR "import duties" OR "duties on"
	OR "droits de douane" OR "droits compensateurs" OR "droits additionnels" OR "taxe douanière" OR "taxes douanières"
	OR antidump* OR "anti-dumping" OR countervailing OR "cuotas compensatorias"
	OR "import quota*" OR "tariff-rate quota*"`;

/**
 * The same with words that need the product close by. "Duty" alone is left out
 * (heavy-duty, on duty), and "droits" alone (human rights); `tarif*` covers
 * tariff, tarifs, tarifaire and also the rates of hotels and power companies.
 */
const charges = `${clearCharges} OR duties OR levy OR levies OR gravamen* OR "duty rate*" OR "duty on" OR "duty-free"
	OR "droits sur" OR "sur les importations" OR contingent*`;

/** Charges in words that cannot mean a hotel's or a power company's rates. */
export const borderCharges = `"tariffs on" OR "tariff on" OR "import tariff*" OR "trade tariff*"
	OR "U.S. tariff*" OR "American tariff*" OR "Canadian tariff*" OR "Mexican tariff*" OR "Chinese tariff*"
	OR "Trump tariff*" OR "retaliatory tariff*" OR "reciprocal tariff*" OR "steep tariff*"
	OR "per cent tariff*" OR "percent tariff*" OR "% tariff*" OR "global tariff*" OR "sectoral tariff*"
	OR "customs duties" OR "import duties" OR "import surcharge" OR surtax*
	OR "droits de douane" OR "tarifs douaniers" OR "tarifs américains" OR "tarifs canadiens"
	OR "barrières tarifaires" OR "tarifs de" OR "tarifs sur" OR "tarifs imposés"
	OR arancel*`;

/** Talk of trade policy between countries; "trade" alone may be hockey's. */
export const tradePolicy = `"trade deal*" OR "trade agreement*" OR "trade pact*" OR "trade talks" OR "trade negotiat*"
	OR "trade war" OR "trade deficit" OR "trade surplus" OR "trade policy" OR "trade minister" OR "trade representative"
	OR "trade framework" OR "trade dispute*" OR "trade tensions" OR "trade barrier*" OR "free trade"
	OR "accord commercial" OR "accords commerciaux" OR "guerre commerciale" OR "libre-échange"
	OR "négociations commerciales" OR "échanges commerciaux" OR "différend commercial" OR "tensions commerciales"
	OR "acuerdo comercial" OR "guerra comercial" OR "libre comercio" OR "negociaciones comerciales"
	OR "relación comercial" OR "tratado comercial" OR "déficit comercial"
	OR ${borderCharges}`;

/** What someone who speaks on trade speaks of, when the whole article need not be about it. */
export const tradeTalk = `trade OR trading OR tarif* OR arancel* OR duties OR exports OR exporters OR imports OR importers
	OR "supply management" OR commerce OR exportations OR importations OR "gestion de l'offre"
	OR "accord commercial" OR "guerre commerciale" OR "négociations commerciales" OR "libre-échange" OR surtax*
	OR comerci* OR exportaciones OR importaciones OR "droits de douane" OR ${cusma}`;

/** A query for charges on a product: the two close together, or the product in the title. */
export function chargesOn(product: string): string {
	return `(${product}) NEAR/25 (${charges}) OR title:(${product}) (${clearCharges})`;
}

/** A query for a statute's section, which other laws number too: words of trade must stand in the text. */
export function sectionOf(number: number): string {
	return `("section ${number}" OR "sec. ${number}" OR "article ${number}" OR "sección ${number}")
		(${clearCharges} OR duties OR trade OR commerce OR comerci*)`;
}
