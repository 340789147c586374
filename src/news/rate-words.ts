/**
 * Kinds of words by which a sentence ties a rate to goods; one letter each, so
 * that a sentence becomes a short string and its grammar a pattern.
 * T charge · r rate · o on · a to, at · f of · F from · m made in, coming from ·
 * & and · S pays, faces · b is, has, will · v raises, sets, falls ·
 * g goods, imports · j article, adjective · h possessive · x any other.
 */
export type WordKind =
	| "T"
	| "r"
	| "o"
	| "a"
	| "f"
	| "F"
	| "m"
	| "&"
	| "S"
	| "b"
	| "v"
	| "g"
	| "j"
	| "h"
	| "x";

type Lexicon = Readonly<Partial<Record<WordKind, string>>>;

const english: Lexicon = {
	T: "tariff tariffs duty duties levy levies surtax surtaxes surcharge surcharges tax taxes countertariff countertariffs",
	r: "rate rates",
	o: "on against for",
	a: "to at into",
	f: "of",
	F: "from",
	m: "made melted produced coming originating imported sourced entering assembled grown",
	"&": "and or plus such",
	S: "face faces faced facing pay pays paid paying carry carries carried hit hits taxed subject charged charge charges collect collects collected attract attracts incur incurs bear bears got gets draw draws slapped struck avoided avoids dodged escaped",
	b: "is are was were be been being has have had will would could may might must shall should with now already also still currently again by then remain remains remained do does in comply up",
	v: "impose imposes imposed imposing slap slaps set sets setting levy raise raises raised raising hike hikes hiked increase increases increased double doubles doubled doubling triple tripled lower lowers lowered cut cuts reduce reduces reduced rise rises rising rose jump jumps jumped climb climbs climbed drop drops dropped fall falls fell go goes went put puts placed place apply applies applied stay stays stayed stand stands stood keep keeps kept bring brings brought hold holds come comes reach reaches reached return returned restored reinstated announced move moves moved",
	g: "goods imports products exports shipments articles merchandise item items content",
	j: "the a an all most many nearly almost virtually some certain other new additional extra steep higher lower punitive sweeping global blanket universal reciprocal retaliatory import imported foreign ad valorem current existing total combined flat further least about around roughly antidumping anti-dumping countervailing dumping customs basic base baseline separate second both various finished raw section ieepa fentanyl emergency safeguard special added export national security as much up average metal trade least combined-rate late-night any every each these those this that",
	h: "its their his our",
};
const french: Lexicon = {
	T: "tarif tarifs droit droits surtaxe surtaxes taxe taxes prelevement prelevements",
	r: "taux",
	o: "sur contre pour visant",
	a: "a au aux",
	f: "de du des d",
	F: "depuis",
	m: "provenance provenant importe importes importee importees originaire originaires fabrique fabriques fabriquees fondu fondus issus",
	"&": "et ou",
	S: "paie paient paye payent paiera paieront payer subit subissent subiront frappe frappes frappee frappees frappent frappera frapperont vise visee visees vises visent soumis soumise soumises assujetti assujettis passible passibles taxera taxeront taxer taxent taxe taxes taxee taxees touche touchent grevee evite evitent",
	b: "est sont sera seront serait etait etaient a ont avait avaient ete etre maintenant deja aussi encore desormais toujours reste restent demeure demeurent par en",
	v: "impose imposent impose imposes imposee imposees imposer imposera applique appliquent appliquer appliques appliquee appliquees applicable applicables porte porter portent portera passe passent passera passeront passer hausse hausser augmente augmenter augmentent double doubler doubles double releve relever releves fixe fixer fixes fixee maintenu maintient grimpe grimpent grimpera monte montent montera monter atteint atteignent percoit percoivent preleve prelevent reclame abandonne maintiennent a-double ajoute ajoutent instaure instaurent decrete decretent atteindra ramene ramenes ramenee ramenees reduit reduits baisse baissent baissera tombe tombent tombera s applique",
	g: "marchandises produits biens importations exportations articles",
	j: "le la les l un une tous toutes tout certains certaines nouveau nouveaux nouvelle nouvelles autres autre supplementaire supplementaires additionnel additionnels additionnelle douane douaniers douanieres reciproque reciproques antidumping compensateurs compensateur provisoires importations importe importes actuels actuel environ jusqu leur plus total moins",
	h: "ses son sa leurs",
};
const spanish: Lexicon = {
	T: "arancel aranceles gravamen gravamenes impuesto impuestos recargo recargos sobretasa sobretasas cuota cuotas derecho derechos tarifa tarifas",
	r: "tasa tasas",
	o: "sobre contra para",
	a: "a al",
	f: "de del",
	F: "desde",
	m: "procedente procedentes proveniente provenientes importado importados importada importadas originario originarios originarias fabricados hechos fundido",
	"&": "y e o u",
	S: "gravara gravaran gravar grava gravan paga pagan pagara pagaran pagar pagarian enfrenta enfrentan enfrentara enfrentaran sujeto sujetos sujeta sujetas gravado gravados gravada gravadas tributa tributan cobra cobran cobrara cobrar afecta afectan evito evita evitan",
	b: "es son sera seran fue fueron ha han sido esta estan estara estaran estaba era ya ahora aun todavia sigue siguen queda quedara quedaran con por en se",
	v: "impuso impone imponen imponer impondra impondran impuesto impuestos aplica aplican aplicar aplico aplicado aplicados sube suben subir subira subiran subio eleva elevan elevo elevar elevara aumenta aumento aumentar fija fijo fijar pasa pasan pasara pasaran pasar paso mantiene mantienen duplico duplica duplicaron cobraria pondra pondria pone pusieron puso impondria fijara gravara grava gravan establece establecio agrego baja bajo bajar bajaron bajan bajara reduce redujo reducir anuncio llega llegan queda",
	g: "mercancias productos bienes importaciones exportaciones articulos",
	j: "el la los las lo un una unos unas todo todos toda todas nuevo nuevos nueva nuevas otros otras adicional adicionales reciproco reciprocos compensatoria compensatorias antidumping importacion importaciones actual vigente hasta cerca casi total ciertos ciertas general",
	h: "su sus",
};

/** Conflicts go to the first kind in this order. */
const order: readonly WordKind[] = "T r S & a f F o m v g b h j".split(
	" ",
) as WordKind[]; // each is one of the letters above

const kinds: Readonly<Record<string, ReadonlyMap<string, WordKind>>> = {
	en: mapOf(english),
	fr: mapOf(french),
	es: mapOf(spanish),
};

/** The kind of a folded word in a language; English for those that we do not read. */
export function wordKind(word: string, language: string): WordKind {
	return (kinds[language] ?? kinds.en)?.get(word) ?? "x";
}

function mapOf(lexicon: Lexicon): ReadonlyMap<string, WordKind> {
	const map = new Map<string, WordKind>();
	for (const kind of order) {
		for (const word of lexicon[kind]?.split(" ") ?? []) {
			if (!map.has(word)) map.set(word, kind);
		}
	}
	return map;
}
