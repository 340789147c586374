import { wordGroups } from "./word-groups.ts";

/** Other words that trade titles put in each other's place, folded: a term, then its words. */
const terms: Readonly<Record<string, string>> = {
	tariff:
		"tariff tariffs duty duties surtax surtaxes levy levies surtaxe surtaxes droits tarif tarifs arancel aranceles cuota",
	cusma: "cusma usmca aceum tmec mec",
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

/** Stems of the words with which every notice is written, whatever its case. */
export const ritualWords: ReadonlySet<string> = new Set(
	"notice notic determination administrat administrative administrativ preliminar preliminary preliminarily antidump antidumping countervail countervailing countervailable investigation section initiation producer exporter importer merchandis merchandise subsid subsidy subsidie pursuant certain commerce federal register schedul harmoniz respondent enforcement complianc compliance commission representativ affirmativ circumstanc scop rescission revocation".split(
		" ",
	),
);
