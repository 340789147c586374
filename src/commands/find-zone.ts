import { closestMatch } from "leven";
import { fold } from "../text/fold.ts";

/** What people call a zone that is not the last word of its IANA name. */
const common: Readonly<Record<string, string>> = {
	utc: "UTC",
	gmt: "UTC",
	z: "UTC",
	...named(
		"America/Toronto",
		"eastern",
		"et",
		"est",
		"edt",
		"montreal",
		"ottawa",
		"quebec",
		"quebec city",
		"kitchener",
		"hamilton",
		"windsor",
	),
	...named(
		"America/New_York",
		"washington",
		"washington dc",
		"dc",
		"boston",
		"philadelphia",
		"atlanta",
		"miami",
	),
	...named(
		"America/Chicago",
		"central",
		"ct",
		"cst",
		"cdt",
		"houston",
		"dallas",
	),
	...named("America/Denver", "mountain", "mt", "mst", "mdt"),
	...named("America/Edmonton", "calgary"),
	...named("America/Vancouver", "pacific", "pt", "pst", "pdt", "victoria"),
	...named("America/Los_Angeles", "san francisco", "seattle", "san diego"),
	...named("America/Halifax", "atlantic", "ast", "adt"),
	...named("America/St_Johns", "newfoundland", "nst", "ndt", "st john's"),
	...named(
		"America/Mexico_City",
		"mexico",
		"cdmx",
		"ciudad de mexico",
		"df",
		"guadalajara",
	),
	...named("Europe/Zurich", "geneva", "geneve", "ginebra"),
	...named("Europe/London", "uk", "londres"),
	...named("Europe/Paris", "cet", "cest"),
	...named("Europe/Brussels", "bruxelles", "bruselas"),
	...named("Asia/Shanghai", "beijing", "pekin"),
	...named("Asia/Kolkata", "delhi", "new delhi", "mumbai", "india"),
};

function named(zone: string, ...names: readonly string[]) {
	return Object.fromEntries(names.map((name) => [name, zone]));
}

const zones: readonly string[] = [
	"UTC",
	...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"),
];
const called = new Map<string, string>([
	...zones.map((zone) => [plain(cityOf(zone)), zone] as const),
	...zones.map((zone) => [plain(zone), zone] as const),
	...Object.entries(common),
]);

/** The IANA zone meant by its own name, a city or a common name (`Eastern`, `Montréal`); null when none is. */
export function findZone(words: string): string | null {
	const known = called.get(plain(words));
	if (known) return known;
	// Older names of zones, `US/Eastern`, are not listed but understood.
	return /^[A-Za-z]+(\/[A-Za-z_+-]+)+$/.test(words) ? canonical(words) : null;
}

/** The zone whose name is nearest to a misspelt one; null when none is near. */
export function closestZone(words: string): string | null {
	const typed = plain(words);
	const maxDistance = Math.min(3, Math.floor(typed.length / 3));
	const name = closestMatch(typed, [...called.keys()], { maxDistance });
	return name === undefined ? null : (called.get(name) ?? null);
}

/** Zones whose city or name begins with or holds what was typed, those of North America's trade first. */
export function suggestZones(typed: string): readonly string[] {
	const words = plain(typed);
	const names = [...called].filter(([name]) => name.startsWith(words));
	const inside = [...called].filter(([name]) => name.includes(words));
	const usual = Object.values(common).filter(() => words === "");
	const found = [...usual, ...names.map(second), ...inside.map(second)];
	return [...new Set(found)].slice(0, 25);
}

function second([, zone]: readonly [string, string]): string {
	return zone;
}

function cityOf(zone: string): string {
	return zone.slice(zone.lastIndexOf("/") + 1);
}

function plain(words: string): string {
	return fold(words)
		.replace(/[_\s.]+/g, " ")
		.replace(/ (standard |daylight )?time$/, "")
		.trim();
}

function canonical(zone: string): string | null {
	try {
		const format = new Intl.DateTimeFormat("en", { timeZone: zone });
		return format.resolvedOptions().timeZone;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
