import type { Language } from "../../phrases/say.ts";

/** What a concept is; `sector:` takes sectors, `country:` countries. */
export type ConceptKind =
	| "agreement"
	| "body"
	| "measure"
	| "product"
	| "sector"
	| "country"
	| "person";

/** One thing of the trade world with all its names: what `@cusma` stands for in a query. */
export interface Concept {
	/** Folded letters and digits: `cusma`, `section232`. */
	readonly id: string;
	readonly kind: ConceptKind;
	/** As shown to people. */
	readonly names: Readonly<Record<Language, string>>;
	/** How the press writes it, by language; a star stands for any ending. */
	readonly forms: Readonly<Record<Language, readonly string[]>>;
	/** Phrases that hold a form and mean something else: `nerves of steel`. */
	readonly not: readonly string[];
	/** ISO 3166 code of a country; null for everything else. */
	readonly code: string | null;
	/** Ids of concepts that this one takes in, as a sector does its products. */
	readonly of: readonly string[];
}

/** A concept as it is written down: forms of one language apart by `|`. */
interface Written {
	readonly names: Readonly<Record<Language, string>>;
	readonly en: string;
	readonly fr: string;
	readonly es: string;
	readonly not?: string;
	readonly code?: string;
	readonly of?: string;
}

/** Reads a concept as written in the dictionary's files. */
export function concept(
	id: string,
	kind: ConceptKind,
	{ names, en, fr, es, not = "", code, of = "" }: Written,
): Concept {
	return {
		id,
		kind,
		names,
		forms: { en: listed(en), fr: listed(fr), es: listed(es) },
		not: listed(not),
		code: code ?? null,
		of: of.split(" ").filter((other) => other !== ""),
	};
}

function listed(text: string): string[] {
	return text
		.split("|")
		.map((form) => form.replace(/\s+/gu, " ").trim())
		.filter((form) => form !== "");
}
