import { expect, test } from "vitest";
import { quietUntil } from "../../src/deliveries/quiet-hours.ts";

const night = { from: "22:00", to: "07:00" };
const lunch = { from: "12:00", to: "13:30" };

test.each([
	["before them", "America/Toronto", night, "2026-10-08T01:59:59Z", null],
	[
		"as they begin",
		"America/Toronto",
		night,
		"2026-10-08T02:00:00Z",
		"2026-10-08T11:00:00Z",
	],
	[
		"after midnight",
		"America/Toronto",
		night,
		"2026-10-08T10:59:59Z",
		"2026-10-08T11:00:00Z",
	],
	["as they end", "America/Toronto", night, "2026-10-08T11:00:00Z", null],
	[
		"within a day",
		"Europe/Paris",
		lunch,
		"2026-10-08T10:30:00Z",
		"2026-10-08T11:30:00Z",
	],
	[
		"half an hour off",
		"America/St_Johns",
		night,
		"2026-10-08T00:45:00Z",
		"2026-10-08T09:30:00Z",
	],
	[
		"the night of spring forward",
		"America/Toronto",
		night,
		"2026-03-08T05:00:00Z",
		"2026-03-08T11:00:00Z",
	],
	[
		"the night of fall back",
		"America/Toronto",
		night,
		"2026-11-01T05:00:00Z",
		"2026-11-01T12:00:00Z",
	],
	[
		"fall back in St John's",
		"America/St_Johns",
		night,
		"2026-11-01T05:00:00Z",
		"2026-11-01T10:30:00Z",
	],
	[
		"spring forward in Paris",
		"Europe/Paris",
		night,
		"2026-03-28T23:00:00Z",
		"2026-03-29T05:00:00Z",
	],
	[
		"ending at a skipped time",
		"America/Toronto",
		{ from: "22:00", to: "02:30" },
		"2026-03-08T06:59:00Z",
		"2026-03-08T07:00:00Z",
	],
	[
		"beginning at a skipped time",
		"America/Toronto",
		{ from: "02:30", to: "05:00" },
		"2026-03-08T07:00:00Z",
		"2026-03-08T09:00:00Z",
	],
	[
		"of no length",
		"America/Toronto",
		{ from: "22:00", to: "22:00" },
		"2026-10-08T02:00:00Z",
		null,
	],
	[
		"when there are none",
		"America/Toronto",
		null,
		"2026-10-08T02:00:00Z",
		null,
	],
] as const)("quiet hours %s, in %s", (_when, zone, quietHours, now, until) => {
	const end = quietUntil({ zone, quietHours }, new Date(now));
	expect(end).toEqual(until === null ? null : new Date(until));
});
