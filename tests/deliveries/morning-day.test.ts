import { expect, test } from "vitest";
import { morningDay, morningOf } from "../../src/deliveries/morning-day.ts";

const washington = "America/New_York";

test.each([
	["America/Toronto", "2025-06-04", "2025-06-04T12:00:00.000Z"],
	["America/Vancouver", "2025-06-04", "2025-06-04T15:00:00.000Z"],
	// Midnight in Washington is noon in Beijing and one in the afternoon in Tokyo.
	["Asia/Shanghai", "2025-06-04", "2025-06-05T00:00:00.000Z"],
	["Asia/Tokyo", "2025-06-04", "2025-06-04T23:00:00.000Z"],
	["Europe/London", "2025-06-04", "2025-06-04T07:00:00.000Z"],
	// The clocks go forward, and back.
	["America/Toronto", "2026-03-08", "2026-03-08T12:00:00.000Z"],
	["America/Toronto", "2026-11-01", "2026-11-01T13:00:00.000Z"],
])("in %s the morning of %s is %s", (channel, day, instant) => {
	const calendars = { law: washington, channel };
	expect(morningOf(day, calendars).toISOString()).toBe(instant);
	const at = new Date(instant);
	expect(morningDay(at, calendars)).toBe(day);
	expect(morningDay(new Date(at.getTime() - 1), calendars) < day).toBe(true);
});

test("a Canadian day is counted in Ottawa, wherever the channel is", () => {
	const calendars = { law: "America/Toronto", channel: "Pacific/Kiritimati" };
	const morning = morningOf("2025-06-04", calendars);
	expect(morning.getTime()).toBeGreaterThanOrEqual(
		Date.parse("2025-06-04T04:00:00Z"),
	);
	expect(morning.getTime()).toBeLessThan(Date.parse("2025-06-05T04:00:00Z"));
});
