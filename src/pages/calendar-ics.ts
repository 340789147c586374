import { createHash } from "node:crypto";
import ical from "ical-generator";
import { inertText } from "../chat/inert-text.ts";
import type { Say } from "../phrases/say.ts";
import type { ComingDate } from "../tariffs/coming-dates.ts";

/**
 * Coming trade dates as an iCalendar (RFC 5545) that a calendar can follow:
 * one whole-day event each, with its source. `now` stamps the events.
 */
export function calendarIcs(
	dates: readonly ComingDate[],
	{ say, now }: { readonly say: Say; readonly now: Date },
): string {
	const calendar = ical({
		name: say("pages.calendarName"),
		description: say("pages.calendarAbout"),
		prodId: "//Tradewire//Trade dates//EN",
		ttl: 12 * 60 * 60,
	});
	for (const { date, what, source } of dates) {
		const from =
			source && `${source.title}, ${source.publisher}, ${source.date}`;
		const address = URL.parse(source?.url ?? "")?.href;
		calendar.createEvent({
			// The same date keeps its id, so that calendars do not double it.
			id: createHash("sha256").update(`${date} ${what}`).digest("hex"),
			start: new Date(`${date}T00:00:00Z`),
			allDay: true,
			timezone: "UTC",
			stamp: now,
			// A person may have typed them; a line may hold no controls (3.1).
			summary: inertText(what),
			...(from ? { description: inertText(from) } : {}),
			...(address ? { url: address } : {}),
		});
	}
	return calendar.toString();
}
