import { Temporal } from "temporal-polyfill";
import type { ClockTime } from "../chat/channel.ts";

/**
 * The instant at which a clock in `zone` shows this date and time. A time that
 * the change to summer skips is the instant of the change; one that the change
 * to winter doubles is its first.
 * @throws RangeError for a zone or time that does not exist.
 */
export function localInstant(
	date: Temporal.PlainDate,
	time: ClockTime,
	zone: string,
): Date {
	const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
	const found = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
	const isSkipped = !found.toPlainDateTime().equals(wanted);
	const valid = isSkipped ? found.getTimeZoneTransition("next") : found;
	return new Date((valid ?? found).epochMilliseconds);
}

/** The date that a calendar in `zone` shows at `now`. */
export function localDate(now: Date, zone: string): Temporal.PlainDate {
	return Temporal.Instant.fromEpochMilliseconds(now.getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDate();
}
