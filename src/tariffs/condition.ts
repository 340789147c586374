import { isAmong } from "./countries.ts";
import type { Condition } from "./measure.ts";

/** `none`, or the short name of the agreement or program that is claimed at entry: `USMCA`, `KORUS`. */
export type Claim = string;

/** What is known of one shipment. */
export interface Circumstances {
	readonly origin: string;
	readonly claim: Claim;
	/** The product asked about and the wider ones it is part of. */
	readonly products: readonly string[];
	/** The tariff code asked for, without dots; null where words were. */
	readonly code: string | null;
	/** Facts by name: `us_content` → `40`. */
	readonly facts: Readonly<Partial<Record<string, string>>>;
}

/** Does the condition hold? `open`: it turns on a fact that was not given. */
export function judge(
	condition: Condition,
	known: Circumstances,
): "yes" | "no" | "open" {
	if (condition.claim && condition.claim !== known.claim) return "no";
	if (condition.origins && !isAmong(known.origin, condition.origins))
		return "no";
	const { products, fact } = condition;
	if (products && !products.some((id) => known.products.includes(id)))
		return "no";
	if (condition.hts && !beginsWithOne(known.code, condition.hts)) return "no";
	if (condition.exceptHts && beginsWithOne(known.code, condition.exceptHts))
		return "no";
	if (!fact) return "yes";
	const given = known.facts[fact.name];
	if (given === undefined) return "open";
	return factHolds(fact, given) ? "yes" : "no";
}

function beginsWithOne(
	code: string | null,
	prefixes: readonly string[],
): boolean {
	return prefixes.some((prefix) => code?.startsWith(prefix));
}

function factHolds(
	fact: NonNullable<Condition["fact"]>,
	given: string,
): boolean {
	const text = given.trim().toLowerCase();
	if (fact.isNot) {
		return !fact.isNot.some((one) => one.toLowerCase() === text);
	}
	if (fact.is) return fact.is.some((one) => one.toLowerCase() === text);
	if (typeof fact.below === "string") return text < fact.below;
	const number = Number(text.replace("%", ""));
	if (Number.isNaN(number)) return false;
	if (fact.atLeast !== undefined && number < fact.atLeast) return false;
	return fact.below === undefined || number < fact.below;
}
