import type { Choice, OptionSpec } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Book } from "../tariffs/book.ts";
import type { Claim } from "../tariffs/condition.ts";
import { findCountry } from "../tariffs/countries.ts";
import { foldWords } from "../tariffs/fold-words.ts";

/** The options of `/tariff`. */
export function tariffOptions(book: Book): OptionSpec[] {
	const importers = new Set(book.measures.map(({ importer }) => importer));
	return [
		{
			name: "product",
			about: "tariffs.productOption",
			required: true,
			greedy: true,
			suggest: async (typed) => suggestGoods(typed, book),
		},
		{
			name: "importer",
			about: "tariffs.importerOption",
			required: false,
			fits: (word) => importers.has(findCountry(word) ?? ""),
		},
		{
			name: "origin",
			about: "tariffs.originOption",
			required: false,
			fits: (word) => findCountry(word) !== null,
		},
		{
			name: "on",
			about: "tariffs.onOption",
			required: false,
			fits: (word) =>
				/^(?:\d{4}([-/])\d{1,2}\1\d{1,2}|\d{1,2}([-/])\d{1,2}\2\d{4})$/.test(
					word,
				) || ["today", "yesterday", "tomorrow"].includes(word.toLowerCase()),
		},
		{
			name: "value",
			about: "tariffs.valueOption",
			required: false,
			fits: (word) => readAmount(word) !== null,
		},
		choiceOption("fees", "tariffs.feesOption", ["yes"]),
		choiceOption("claim", "tariffs.claimOption", [
			...new Set([...["USMCA", "none"], ...claimable(book)]),
		]),
		choiceOption("history", "tariffs.historyOption", ["yes"]),
		{
			name: "facts",
			about: "tariffs.factsOption",
			required: false,
			greedy: true,
			fits: (word) => factPattern.test(word),
		},
	];
}

/** An option of few values, given by its name alone. */
function choiceOption(
	name: string,
	about: OptionSpec["about"],
	values: readonly string[],
): OptionSpec {
	const choices = values.map((value) => ({ value, label: value }));
	const suggest = async () => choices;
	return { name, about, required: false, fits: () => false, suggest };
}

const factPattern = /^([a-z_]+)=(.+)$/i;

/** `yes` in any of our languages; left out, it is no. */
export function readYes(typed: string | undefined): boolean {
	if (typed === undefined || /^(?:no|non)$/i.test(typed)) return false;
	if (/^(?:y|yes|oui|s[ií])$/i.test(typed)) return true;
	throw new Mistake("tariffs.mistake.yesNo", { typed });
}

/** The agreements and programs that can be claimed under, by their names. */
function claimable({ preferences }: Book): string[] {
	return preferences
		.filter(({ ratesHeld, symbols }) => ratesHeld || symbols.length > 0)
		.map(({ name }) => name);
}

/** The claim whose layers are to be shown; none at all when it is left out. */
export function readClaim(typed: string | undefined, book: Book): Claim {
	if (
		typed === undefined ||
		/^(?:no(?:ne)?|mfn|aucune|ninguna)$/i.test(typed)
	) {
		return "none";
	}
	if (/^(?:usmca|cusma|aceum|t-?mec)$/i.test(typed)) return "USMCA";
	const folded = foldWords(typed);
	const named = claimable(book).find((name) => foldWords(name) === folded);
	if (named) return named;
	throw new Mistake("tariffs.mistake.claim", { typed });
}

/** Throws Mistake when it is no amount. */
export function amountTyped(typed: string): number {
	const amount = readAmount(typed);
	if (amount === null) throw new Mistake("tariffs.mistake.value", { typed });
	return amount;
}

/** `25000`, `25,000.50`, `$25000`; a bare year or code is not told apart, so it needs its place. */
function readAmount(typed: string): number | null {
	const plain = typed.replace(/^(?:us\$|c\$|\$|usd|cad)\s*/i, "");
	if (!/^\d{1,3}(,?\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$/.test(plain))
		return null;
	return Number(plain.replaceAll(",", ""));
}

/** `us_content=40 company=West Fraser` by name. */
export function factsOf(typed: string | undefined): Record<string, string> {
	if (typed === undefined) return {};
	// A value may hold spaces: `company=West Fraser melted_poured=US`.
	const pieces = typed.split(/\s+(?=[a-z_]+=)/i);
	return Object.fromEntries(
		pieces.map((piece) => {
			const [, name, value] = factPattern.exec(piece.trim()) ?? [];
			if (!name || !value)
				throw new Mistake("tariffs.mistake.fact", { typed: piece });
			return [name.toLowerCase(), value.trim()];
		}),
	);
}

/** Goods whose words begin as typed, the closest word first, as many as platforms show at once. */
export async function suggestGoods(
	typed: string,
	book: Book,
): Promise<Choice[]> {
	const folded = foldWords(typed);
	const all = [...book.products.values()].flatMap(({ en, fr, es }) => {
		const words = [...en, ...fr, ...es];
		const found = words.find((word) => foldWords(word).startsWith(folded));
		return found === undefined ? [] : [{ value: found, label: found }];
	});
	if (folded === "") return all.slice(0, 25);
	return all.toSorted((a, b) => a.value.length - b.value.length).slice(0, 25);
}
