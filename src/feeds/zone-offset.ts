import type { Temporal } from "temporal-polyfill";

/** Hours east of UTC. Zones that feeds name; of two with one name North America's, Europe's, India's. */
const namedZones: Readonly<Record<string, number>> = {
	// Canada's zones in French: heure normale de l'Est, heure avancée de l'Est.
	HNT: -3.5,
	HAT: -2.5,
	HNA: -4,
	HAA: -3,
	HNE: -5,
	HAE: -4,
	HNC: -6,
	HAC: -5,
	HNR: -7,
	HAR: -6,
	HNP: -8,
	HAP: -7,
	NST: -3.5,
	NDT: -2.5,
	AST: -4,
	ADT: -3,
	EST: -5,
	EDT: -4,
	CST: -6,
	CDT: -5,
	MST: -7,
	MDT: -6,
	PST: -8,
	PDT: -7,
	AKST: -9,
	AKDT: -8,
	HST: -10,
	BRT: -3,
	ART: -3,
	CLT: -4,
	CLST: -3,
	COT: -5,
	PET: -5,
	WET: 0,
	WEST: 1,
	BST: 1,
	CET: 1,
	CEST: 2,
	MEZ: 1,
	MESZ: 2,
	MET: 1,
	MEST: 2,
	EET: 2,
	EEST: 3,
	WAT: 1,
	CAT: 2,
	SAST: 2,
	EAT: 3,
	IDT: 3,
	TRT: 3,
	MSK: 3,
	GST: 4,
	PKT: 5,
	IST: 5.5,
	ICT: 7,
	WIB: 7,
	SGT: 8,
	HKT: 8,
	PHT: 8,
	AWST: 8,
	JST: 9,
	KST: 9,
	ACST: 9.5,
	ACDT: 10.5,
	AEST: 10,
	AEDT: 11,
	NZST: 12,
	NZDT: 13,
};

/** Names that mean summer or winter time as the day has it. */
const seasonalZones: Readonly<Record<string, string>> = {
	NT: "America/St_Johns",
	AT: "America/Halifax",
	ET: "America/New_York",
	CT: "America/Chicago",
	MT: "America/Denver",
	PT: "America/Los_Angeles",
};

/** The farthest clock, Kiribati's, is 14 hours from UTC. */
const tooFar = 15 * 3_600_000;

/**
 * Milliseconds east of UTC that a zone has at a day's time, `ms` after its
 * midnight; 0 for no zone and for zones nobody can name, null for an offset
 * that no place on earth has.
 */
export function zoneOffset(
	zone: string,
	date: Temporal.PlainDate,
	ms: number,
): number | null {
	const numeric = /^(?:GMT|UTC?|Z)?\s?([+-])\s?(\d{1,2}):?(\d\d)?(?!\d)/i.exec(
		zone,
	);
	if (numeric !== null) {
		const [, sign, hours, minutes] = numeric;
		const size = (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
		if (size >= tooFar) return null;
		return sign === "-" ? -size : size;
	}
	const name =
		shortName(zone) ?? /^[a-z]+/i.exec(zone)?.[0].toUpperCase() ?? "";
	const place = /^\[?([A-Z][a-z]+\/[\w/+-]+)/.exec(zone)?.[1];
	const season = seasonalZones[name] ?? place;
	if (season === undefined) return (namedZones[name] ?? 0) * 3_600_000;
	return offsetIn(season, date, ms);
}

/** `EST` for "Eastern Standard Time", `ET` for "Eastern Time"; null for what has no such name. */
function shortName(zone: string): string | null {
	const shape =
		/^(eastern|central(?: european)?|mountain|pacific|atlantic) (?:(standard|daylight|summer) )?time\b/i;
	const [, region, season = ""] = shape.exec(zone) ?? [];
	if (region === undefined) return null;
	return [...region.split(" "), season, "time"]
		.map((word) => word.charAt(0).toUpperCase())
		.join("");
}

function offsetIn(place: string, date: Temporal.PlainDate, ms: number): number {
	const then = date.toPlainDateTime().add({ milliseconds: ms });
	try {
		return then.toZonedDateTime(place).offsetNanoseconds / 1e6;
	} catch (error) {
		// A place that nobody knows.
		if (error instanceof RangeError) return 0;
		throw error;
	}
}
