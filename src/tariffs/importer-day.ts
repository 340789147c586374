/** Where the customs of an importer keep their calendar. */
const zones: Readonly<Partial<Record<string, string>>> = {
	US: "America/New_York",
	CA: "America/Toronto",
	MX: "America/Mexico_City",
	EU: "Europe/Brussels",
	GB: "Europe/London",
	CN: "Asia/Shanghai",
};

/** The IANA zone in which an importer's days of entry are counted; Washington's where it is not known. */
export function importerZone(importer: string): string {
	return zones[importer] ?? "America/New_York";
}

/** The day of entry at an instant, `YYYY-MM-DD`. */
export function importerDay(at: Date, importer: string): string {
	const timeZone = importerZone(importer);
	// Swedish writes dates as ISO 8601 does.
	const format = new Intl.DateTimeFormat("sv-SE", {
		timeZone,
		dateStyle: "short",
	});
	return format.format(at);
}
