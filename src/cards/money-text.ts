import type { Language } from "../phrases/say.ts";

/** An amount with two decimals as the language writes it. No currency: it is that of the customs value. */
export function moneyText(amount: number, language: Language): string {
	return new Intl.NumberFormat(language, {
		minimumFractionDigits: 2,
		maximumFractionDigits: 2,
	}).format(amount);
}
