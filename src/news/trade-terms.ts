import { stemOf } from "./story-terms.ts";
import { wordGroups } from "./word-groups.ts";

/** Other words that trade titles put in each other's place, folded: a term, then its words. */
const terms: Readonly<Record<string, string>> = {
	tariff:
		"tariff tariffs duty duties surtax surtaxes levy levies surtaxe surtaxes droits tarif tarifs arancel aranceles cuota",
	talk: "talk talks negotiation negotiations negotiating negociation negociations pourparlers negociacion negociaciones dialogo",
	deal: "deal agreement pact accord entente acuerdo",
	review: "review revision examen reexamen",
	court: "court judge judges tribunal cour juge corte juez",
	import:
		"import imports imported importation importations importacion importaciones",
	export:
		"export exports exported exportation exportations exportacion exportaciones",
};
const termsNamed = wordGroups(terms);

/** Kinds and stages of a proceeding: one notice is of one of them. */
const proceedings: Readonly<Record<string, string>> = {
	preliminary: "preliminary preliminarily preliminaire preliminar",
	final: "final definitive definitif definitivo",
	antidumping: "antidumping",
	countervailing: "countervailing antisubsidy compensatoires compensatorias",
	sunset: "sunset five-year expiry",
	circumvention: "circumvention anticircumvention elusion",
};
const proceedingsNamed = wordGroups(proceedings);

/** The one term for a folded word and its synonyms, or null. */
export function tradeTerm(word: string): string | null {
	return termsNamed(word)[0] ?? null;
}

/** The kind or stage of proceeding that a folded word names, or null. */
export function proceedingNamed(word: string): string | null {
	return proceedingsNamed(word)[0] ?? null;
}

/** Words, and their stems, with which every notice is written. */
export const ritualWords = withStems(
	"notice determination administrative preliminary preliminarily antidumping countervailing countervailable investigation section initiation producer exporter importer merchandise subsidy subsidies pursuant certain commerce federal register schedule harmonized respondent enforcement compliance commission representative affirmative negative circumstances scope rescission revocation",
);

/** More of them that name nothing in a notice's title, though other news may be about them. */
export const noticeWords = withStems(
	"final review result results determine investigate begin act order value sale sales less fair normal subject period part intent comment party parties interest law court decision title united amend amended hearing request public continuation circumvention changed applicable rule ruling proclamation presidential president executive modify modification modifying adjust adjusting imports product products republic south north people",
);

function withStems(words: string): ReadonlySet<string> {
	return new Set(words.split(" ").flatMap((word) => [word, stemOf(word)]));
}
