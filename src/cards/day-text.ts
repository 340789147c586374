import type { Language } from "../phrases/say.ts";

const locales: Readonly<Record<Language, string>> = {
	en: "en-GB",
	fr: "fr",
	es: "es",
};

/** A day, `YYYY-MM-DD`, in words: `4 June 2025`, `4 juin 2025`, `4 de junio de 2025`. */
export function dayText(day: string, language: Language): string {
	const format = new Intl.DateTimeFormat(locales[language], {
		dateStyle: "long",
		timeZone: "UTC",
	});
	return format.format(new Date(`${day}T00:00:00Z`));
}
