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
