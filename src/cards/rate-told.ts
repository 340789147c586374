import type { Language, Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import { countryName } from "../tariffs/countries.ts";
import type { RateNews } from "../tariffs/rate-news.ts";
import type { ClaimTotal, RateQuestion } from "../tariffs/rate-timeline.ts";
import { stateOf } from "./tariff-chart.ts";

/** A change of a rate, and what its card is made from. */
export interface RateTold {
	/** The goods as the language names them. */
	readonly name: string;
	readonly question: RateQuestion;
	readonly news: RateNews;
	readonly late: boolean;
	/** The whole answers before the change and after it; of a correction, the right one twice. */
	readonly before: TariffAnswer;
	readonly after: TariffAnswer;
	/** Our page of the answer; null where nobody outside can reach it. */
	readonly url: string | null;
	readonly language: Language;
	readonly say: Say;
}

/** The goods and the two countries, as sentences name them. */
export function rateNames({
	name,
	question: { importer, origin },
	language,
}: Pick<RateTold, "name" | "question" | "language">) {
	return {
		goods: name.charAt(0).toUpperCase() + name.slice(1),
		origin: countryName(origin, language),
		importer: countryName(importer, language),
	};
}

/** What a claim comes to: `50%`, `at least 25%`, `import prohibited`. */
export function totalText(total: ClaimTotal | undefined, say: Say): string {
	const state = total ? stateOf(total) : "unknown";
	const percent = total?.totalPercent ?? null;
	return say("tariffs.card.totalValue", { state, total: percent, printed: "" });
}

/** The claims of either side, each once; the plain one first. */
export function claimsIn(
	...sides: readonly (readonly ClaimTotal[])[]
): ClaimTotal["claim"][] {
	return [...new Set(sides.flat().map(({ claim }) => claim))];
}

/** Where an agreement was not in force, a claim under it was none. */
export function totalFor(
	claims: readonly ClaimTotal[],
	claim: ClaimTotal["claim"],
): ClaimTotal | undefined {
	return claims.find((one) => one.claim === claim) ?? claims[0];
}
