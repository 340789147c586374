/** How each country or bloc is named, folded: nouns, adjectives and capitals in three languages. */
const names: Readonly<Record<string, string>> = {
	us: "us usa states estados uu american americans americain americaine americains americaines estadounidense estadounidenses washington etats eeuu eua",
	canada:
		"canada canadian canadians canadien canadienne canadiens canadiennes canadiense canadienses ottawa",
	mexico:
		"mexico mexican mexicans mexique mexicain mexicaine mexicains mexicaines mexicano mexicana mexicanos mexicanas",
	china:
		"china chinese chine chinois chinoise chinoises chino china chinos chinas beijing pekin",
	europe:
		"eu ue european europeans europe europeen europeenne europeens europeennes europeo europea europeos europeas europa brussels bruxelles bruselas",
	japan:
		"japan japanese japon japonais japonaise japonaises japones japonesa japoneses tokyo tokio",
	korea:
		"korea korean koreans coree coreen coreenne corea coreano coreana seoul seul",
	india: "india indian indians inde indien indienne indiens indio delhi",
	britain:
		"britain kingdom royaume reino british uk britannique britanniques britanico britanica london londres",
	germany:
		"germany german germans allemagne allemand allemande aleman alemana alemania berlin",
	france:
		"france french paris francais francaise francaises frances francesa francia",
	brazil:
		"brazil brazilian bresil bresilien bresilienne brasil brasileno brasilena brasilia",
	russia:
		"russia russian russians russie russe russes rusia ruso rusa moscow moscou moscu",
	turkey:
		"turkiye turkey turkish turquie turc turque turcs turques turquia turco turca ankara",
	taiwan: "taiwan taiwanese taiwanais taiwanaise taiwanes taiwanesa taipei",
	vietnam: "vietnam vietnamese vietnamien vietnamienne vietnamita hanoi viet",
	thailand: "thailand thai thailande thailandais tailandia bangkok",
	malaysia: "malaysia malaysian malaisie malaisien malasia",
	indonesia: "indonesia indonesian indonesie indonesien indonesio jakarta",
	philippines: "philippines philippine philippin filipinas filipino manila",
	singapore: "singapore singapour singapur",
	cambodia: "cambodia cambodian cambodge camboya",
	bangladesh: "bangladesh bangladeshi dhaka",
	pakistan: "pakistan pakistani islamabad",
	"sri-lanka": "lanka lankan colombo",
	kazakhstan: "kazakhstan kazakh kazajistan",
	ukraine:
		"ukraine ukrainian ukrainien ukrainienne ucrania ucraniano kyiv kiev",
	iran: "iran iranian iranien irani tehran",
	israel: "israel israeli israelien israeli jerusalem",
	"saudi-arabia": "saudi saoudite saudita riyadh",
	emirates: "uae emirates emirati emirats emiratos",
	egypt: "egypt egyptian egypte egyptien egipto egipcio",
	"south-africa":
		"africa african africain sudafrica sudafricano sudafricana pretoria",
	australia: "australia australian australie australien canberra",
	"new-zealand": "zealand zelande zelanda zealander",
	argentina: "argentina argentine argentinian argentin argentino",
	chile: "chile chilean chili chilien chileno santiago",
	colombia: "colombia colombian colombie colombien colombiano bogota",
	peru: "peru peruvian perou peruvien peruano lima",
	ecuador: "ecuador ecuadorian equateur ecuatoriano quito",
	venezuela: "venezuela venezuelan venezuelien venezolano caracas",
	guatemala: "guatemala guatemalan guatemalteco",
	"dominican-republic": "dominican dominicain dominicana dominicano",
	italy: "italy italian italie italien italienne italia italiano italiana rome",
	spain:
		"spain spanish espagne espagnol espagnole espana espanol espanola madrid",
	portugal: "portugal portuguese portugais portugues lisbon",
	netherlands: "netherlands dutch neerlandais holanda holandes hague",
	belgium: "belgium belgian belgique belge belgica belga",
	austria: "austria austrian autriche autrichien",
	switzerland: "switzerland swiss suisse suisses suiza suizo bern",
	sweden: "sweden swedish suede suedois suecia sueco stockholm",
	norway: "norway norwegian norvege norvegien noruega noruego oslo",
	finland: "finland finnish finlande finlandais finlandia helsinki",
	denmark: "denmark danish danemark danois dinamarca danes copenhagen",
	poland: "poland pologne polonais polonia polaco warsaw",
	czechia: "czechia czech tcheque checa checo prague",
	hungary: "hungary hungarian hongrie hongrois hungria hungaro budapest",
	romania: "romania romanian roumanie roumain rumania rumano",
	greece: "greece greek grece grec grecque grecia griego",
	ireland: "ireland irish irlande irlandais irlanda dublin",
	oman: "oman omani",
	qatar: "qatar qatari doha",
	kuwait: "kuwait kuwaiti",
	bahrain: "bahrain bahraini",
	iraq: "iraq iraqi irak baghdad",
	syria: "syria syrian syrie siria damascus",
	morocco: "morocco moroccan maroc marocain marruecos rabat",
	algeria: "algeria algerian algerie argelia",
	tunisia: "tunisia tunisian tunisie tunez",
	nigeria: "nigeria nigerian",
	kenya: "kenya kenyan nairobi",
	lesotho: "lesotho",
	laos: "laos lao laotian",
	myanmar: "myanmar burma burmese birmanie birmania",
	nepal: "nepal nepali nepalese",
	"hong-kong": "hong kong",
	belarus: "belarus belarusian bielorussie bielorrusia minsk",
	bulgaria: "bulgaria bulgarian bulgarie",
	croatia: "croatia croatian croatie croacia",
	serbia: "serbia serbian serbie belgrade",
	slovakia: "slovakia slovak slovaquie eslovaquia",
	slovenia: "slovenia slovenian slovenie eslovenia",
	estonia: "estonia estonian estonie",
	latvia: "latvia latvian lettonie letonia",
	lithuania: "lithuania lithuanian lituanie lituania",
	luxembourg: "luxembourg luxemburgo",
	bolivia: "bolivia bolivian bolivie",
	uruguay: "uruguay uruguayan",
	paraguay: "paraguay paraguayan",
	panama: "panama panamanian",
	honduras: "honduras honduran",
	nicaragua: "nicaragua nicaraguan",
	"el-salvador": "salvador salvadoran",
	"costa-rica": "rica rican",
	cuba: "cuba cuban havana",
	trinidad: "trinidad tobago",
};
const partyOf = new Map(
	Object.entries(names).flatMap(([party, words]) =>
		words.split(" ").map((word) => [word, party]),
	),
);

/**
 * The country or bloc that a word names, or null. `word` is folded; `written`
 * tells `US` from the pronoun, and `É.-U.` from the European Union.
 */
export function partyNamed(word: string, written: string): string | null {
	if (word === "us" && written === written.toLowerCase()) return null;
	if (word === "eu" && written.includes("-")) return "us";
	return partyOf.get(word) ?? null;
}

const pactNames = new Set(["cusma", "usmca", "aceum", "tmec"]);

/** `cusma` for the North American agreement under any of its names, else null; `MEC` is what is left of `T-MEC`. */
export function pactNamed(word: string, written: string): string | null {
	return pactNames.has(word) || written === "MEC" ? "cusma" : null;
}
