import { isWholeDay } from "../news/whole-day.ts";

/** An instant as people of every language read it: `2026-06-04 14:05`, on the clock of an IANA zone. */
export function dateTimeText(at: Date, zone: string): string {
	return format(zone, { dateStyle: "short", timeStyle: "short" }).format(at);
}

/** When something was published, on the clock of a zone; a day without an hour is that day on every clock. */
export function publishedText(at: Date, zone: string): string {
	return isWholeDay(at) ? dateText(at, "UTC") : dateTimeText(at, zone);
}

/** The same as a Headline bears it: an ISO instant, or a day. */
export function publishedTime(at: Date): string {
	return isWholeDay(at) ? dateText(at, "UTC") : at.toISOString();
}

/** The local date, `2026-06-04`. */
export function dateText(at: Date, zone: string): string {
	return format(zone, { dateStyle: "short" }).format(at);
}

/** Swedish writes dates and times as ISO 8601 does. */
function format(zone: string, style: Intl.DateTimeFormatOptions) {
	return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, ...style });
}
