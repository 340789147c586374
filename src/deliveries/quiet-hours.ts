import type { ChannelSettings } from "../chat/channel.ts";
import { localDate, localInstant } from "./local-instant.ts";

/**
 * When the quiet hours that `now` falls in are over; null outside of them.
 * They run from `from` until just before `to` on the channel's clock, and may
 * pass midnight; `from` equal to `to` means none.
 */
export function quietUntil(
	settings: Pick<ChannelSettings, "quietHours" | "zone">,
	now: Date,
): Date | null {
	const { quietHours, zone } = settings;
	if (quietHours === null || quietHours.from === quietHours.to) return null;
	const { from, to } = quietHours;
	const today = localDate(now, zone);
	// The hours that hold now began today or, past midnight, yesterday.
	for (const date of [today, today.subtract({ days: 1 })]) {
		const endDate = to > from ? date : date.add({ days: 1 });
		const end = localInstant(endDate, to, zone);
		if (localInstant(date, from, zone) <= now && now < end) return end;
	}
	return null;
}
