import { tariffCalendarCard } from "../cards/tariff-calendar-card.ts";
import type { Command } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { comingDates } from "../tariffs/coming-dates.ts";
import type { TariffTools } from "./tariff.ts";

const usualDays = 120;
const mostDays = 1000;

/** `/calendar [days]`: coming trade dates with their sources. */
export function calendarCommand(tools: Pick<TariffTools, "book">): Command {
	return {
		name: "calendar",
		about: "tariffs.calendarAbout",
		example: "/calendar 90",
		audience: "asker",
		right: "anyone",
		options: [{ name: "days", about: "tariffs.calendarDays", required: false }],
		subcommands: [],
		answer: async ({ options, settings, say, now }) => {
			const days = readDays(options.days);
			const after = new Intl.DateTimeFormat("sv-SE", {
				timeZone: settings.zone,
				dateStyle: "short",
			}).format(now);
			const dates = comingDates(tools.book(), { after, days, say });
			return tariffCalendarCard(dates, { days, say });
		},
	};
}

function readDays(typed: string | undefined): number {
	if (typed === undefined) return usualDays;
	const days = Number(typed);
	if (Number.isInteger(days) && days >= 1 && days <= mostDays) return days;
	throw new Mistake("tariffs.mistake.days", { typed });
}
