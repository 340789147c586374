import { Temporal } from "temporal-polyfill";
import type { ClockTime } from "../chat/channel.ts";
import { localDate, localInstant } from "./local-instant.ts";

/** What the law does by the calendar is told at this hour of the channel's clock. */
const morning: ClockTime = "08:00";

/** The two calendars that meet in a watch, as IANA zones. */
export interface Calendars {
	/** Where the day begins by law. */
	readonly law: string;
	/** The channel's. */
	readonly channel: string;
}

/**
 * The first morning in the channel at or after a day has begun where the law
 * counts it: never before the day is there, and within 24 hours of it.
 */
export function morningOf(day: string, { law, channel }: Calendars): Date {
	const date = Temporal.PlainDate.from(day);
	const begins = localInstant(date, "00:00", law);
	const here = localDate(begins, channel);
	const first = localInstant(here, morning, channel);
	return first >= begins
		? first
		: localInstant(here.add({ days: 1 }), morning, channel);
}

/** The last day, `YYYY-MM-DD` where the law counts, whose morning has come in the channel. */
export function morningDay(now: Date, calendars: Calendars): string {
	let date = localDate(now, calendars.law);
	while (morningOf(date.toString(), calendars) > now) {
		date = date.subtract({ days: 1 });
	}
	return date.toString();
}
