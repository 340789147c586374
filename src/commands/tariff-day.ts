import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { daysMeant } from "../tariffs/date-words.ts";
import { tariffLine } from "./tariff-line.ts";

/** The day of entry that is asked for, `YYYY-MM-DD`: today in the channel's zone where none is. */
export function dayOf(request: Request): string {
	const { options, settings, now } = request;
	const today = new Intl.DateTimeFormat("sv-SE", {
		timeZone: settings.zone,
		dateStyle: "short",
	}).format(now);
	if (options.on === undefined) return today;
	const [day, other] = daysMeant(options.on, today);
	const typed = options.on;
	if (day === undefined) throw new Mistake("tariffs.mistake.date", { typed });
	if (other === undefined) return day;
	const nearest = [day, other].map((on) => tariffLine(request, { on }));
	throw new Mistake(
		"tariffs.mistake.twoDates",
		{ typed, day, other },
		{ nearest },
	);
}
