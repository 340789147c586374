import type { Temporal } from "temporal-polyfill";
import type { DigestTimes, Weekday } from "../chat/channel.ts";
import { localDate, localInstant } from "./local-instant.ts";

/** A digest to make now. */
export interface DueDigest {
	/** Local date that it is for, `YYYY-MM-DD`: one digest a date. */
	readonly date: string;
	readonly scheduledAt: Date;
	/** It comes more than 15 minutes after its time. */
	readonly late: boolean;
}

const lateAfterMs = 15 * 60 * 1000;

/**
 * The digest due at `now`, if any: the latest scheduled time up to now, unless
 * it lies before the digest was asked for, or its date (or a later one, in
 * another zone) was made already. After downtime only the latest is due.
 */
export function dueDigest(
	times: DigestTimes,
	last: { readonly date: string } | null,
	now: Date,
): DueDigest | null {
	const latest = latestOccurrence(times, now);
	if (latest === null || latest.at < times.since) return null;
	const date = latest.date.toString();
	if (last !== null && date <= last.date) return null;
	const late = now.getTime() - latest.at.getTime() > lateAfterMs;
	return { date, scheduledAt: latest.at, late };
}

function latestOccurrence(
	{ at, zone, days }: DigestTimes,
	now: Date,
): { date: Temporal.PlainDate; at: Date } | null {
	const today = localDate(now, zone);
	// Seven days back reach every weekday, today's own when it is still to come.
	for (let back = 0; back <= 7; back++) {
		const date = today.subtract({ days: back });
		if (!days.includes(weekdayOf(date))) continue;
		const instant = localInstant(date, at, zone);
		if (instant <= now) return { date, at: instant };
	}
	return null;
}

function weekdayOf(date: Temporal.PlainDate): Weekday {
	return ([1, 2, 3, 4, 5, 6, 7] as const)[date.dayOfWeek - 1] ?? 1;
}
