const names: Readonly<Record<string, readonly string[]>> = {
	monday: ["monday", "lundi", "lunes"],
	tuesday: ["tuesday", "mardi", "martes"],
	wednesday: ["wednesday", "mercredi", "miercoles"],
	thursday: ["thursday", "jeudi", "jueves"],
	friday: ["friday", "vendredi", "viernes"],
	saturday: ["saturday", "samedi", "sabado"],
	sunday: ["sunday", "dimanche", "domingo"],
};
const dayOf = new Map(
	Object.entries(names).flatMap(([day, words]) =>
		words.map((word) => [word, day] as const),
	),
);

/** The English name of the day of the week that a folded word is, or null. */
export function weekdayNamed(word: string): string | null {
	return dayOf.get(word) ?? null;
}
