import { plainWords } from "./fold-words.ts";

const eu =
	"AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(
		" ",
	);

/**
 * Country groups that scopes and tracks may name. CA-FTA and MX-FTA are the
 * partners whose free trade agreements the steel quotas of SOR/2025-148 and
 * the Mexican decree of 2025-12-29 leave aside.
 */
const groups: Readonly<Record<string, readonly string[]>> = {
	EU: eu,
	"EU-EEA": [...eu, "IS", "LI", "NO"],
	"CA-FTA": [
		...eu,
		..."AU BN CH CL CO CR GB HN IL IS JO JP KR LI MX MY NO NZ PA PE SG UA US VN".split(
			" ",
		),
	],
	"MX-FTA": [
		...eu,
		..."AU BN CA CH CL CO CR GB GT HN IL IS JP LI MY NI NO NZ PA PE SG SV US UY VN".split(
			" ",
		),
	],
};

/** Adjectives and short names that the machine's own country names do not have. */
const adjectives: Readonly<Record<string, string>> = {
	US: "us usa u.s. u.s.a. american americain americaine americaines americains estadounidense estadounidenses eeuu ee.uu. etats-unis united states america",
	CA: "canadian canadien canadienne canadiens canadiennes canadiense canadienses",
	MX: "mexican mexicain mexicaine mexicains mexicaines mexicano mexicana mexicanos mexicanas",
	CN: "chinese chinois chinoise chinoises chino china chinos chinas prc",
	JP: "japanese japonais japonaise japones japonesa japoneses japonesas",
	KR: "korean korea coreen coreenne coreano coreana corea coree south-korean",
	DE: "german allemand allemande aleman alemana alemanes alemanas",
	FR: "french francais francaise frances francesa franceses",
	GB: "uk u.k. british britannique britanico britanica england britain great-britain angleterre inglaterra",
	IT: "italian italien italienne italiano italiana",
	ES: "spanish espagnol espagnole espanol espanola espanoles",
	BR: "brazilian bresilien bresilienne brasileno brasilena",
	IN: "indian indien indienne indio",
	VN: "vietnamese vietnamien vietnamienne vietnamita viet-nam vietnamitas",
	TW: "taiwanese taiwanais",
	TH: "thai thailandais tailandes",
	CH: "swiss suisse suizo suiza",
	RU: "russian russe ruso rusa",
	TR: "turkish turc turque turco turquia turkey turquie",
	UA: "ukrainian ukrainien",
	ID: "indonesian indonesien",
	MY: "malaysian",
	AU: "australian australien australiano",
	NZ: "new-zealander",
	BD: "bangladeshi",
	PK: "pakistani",
	IE: "irish irlandais irlandes",
	NL: "dutch neerlandais holandes holland",
	SE: "swedish suedois sueco",
	NO: "norwegian norvegien noruego",
	PL: "polish polonais polaco",
	ZA: "south-african",
	AR: "argentine argentinian argentino argentin",
	CL: "chilean chilien chileno",
	CO: "colombian colombien colombiano",
	PE: "peruvian",
	PH: "philippine filipino",
	HK: "hong-kong hongkong",
	EU: "eu ue eu-members eu-member-states eu-countries eu-member-countries eu-member-state members-of-the-eu pays-de-l-ue etats-membres-de-l-ue paises-de-la-ue european europeen europeenne europeens europeo europea european-union union-europeenne union-europea europe",
};

/** Codes that ICU names but that are no country of origin of their own, or no longer. */
const retired = new Set(
	"DD FX SU YU CS TP ZR BU AN NT YD VD RH NH HV DY XA XB ZZ UN EZ QO UK".split(
		" ",
	),
);

const words = namedCountries();

/** Finds a country or `EU` by ISO code, name or adjective in English, French or Spanish. */
export function findCountry(text: string): string | null {
	const asked = plainWords(text).join(" ");
	return words.get(asked.replaceAll(".", "")) ?? words.get(asked) ?? null;
}

/** Is this ISO code, or `EU`, one of the origins or in one of the groups named? */
export function isAmong(country: string, origins: readonly string[]): boolean {
	return origins.some(
		(one) =>
			one === "*" ||
			one === country ||
			(groups[one]?.includes(country) ?? false),
	);
}

/** All the country codes that answer to a name. */
export function countryCodes(): readonly string[] {
	return [...new Set(words.values())];
}

/** Countries whose English names take an article within a sentence. */
const withArticle = new Set(
	"AE BS CF CZ DO EU GB GM KM MV NL PH US".split(" "),
);

/** The country's name as it stands in a sentence of a language, or the code itself. */
export function countryName(code: string, language: string): string {
	const name = namesIn(language).of(code) ?? code;
	return language === "en" && withArticle.has(code) ? `the ${name}` : name;
}

const spoken = new Map<string, Intl.DisplayNames>();
function namesIn(language: string): Intl.DisplayNames {
	const known = spoken.get(language);
	if (known) return known;
	const made = new Intl.DisplayNames(language, { type: "region" });
	spoken.set(language, made);
	return made;
}

function namedCountries(): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
	const codes = letters.flatMap((a) => letters.map((b) => a + b));
	for (const language of ["en", "fr", "es"]) {
		const names = new Intl.DisplayNames(language, {
			type: "region",
			fallback: "none",
		});
		for (const code of codes) {
			const name = names.of(code);
			if (name === undefined || retired.has(code)) continue;
			found.set(plainWords(name).join(" "), code);
			if (!found.has(code.toLowerCase())) found.set(code.toLowerCase(), code);
		}
	}
	for (const [code, list] of Object.entries(adjectives)) {
		for (const word of list.split(" ")) {
			const plain = plainWords(word).join(" ");
			const bare = plain.replaceAll(".", "");
			found.set(bare, code);
			if (bare.length > 4 && !found.has(`${bare}s`))
				found.set(`${bare}s`, code);
		}
	}
	return found.set("uk", "GB").set("united states", "US");
}
