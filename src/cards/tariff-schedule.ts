import { type Block, type Span, textBlock } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";

/** What the imported schedule says of the code itself: its place, its columns as printed, its own footnotes. */
export function tariffSchedule(
	{ schedule }: Pick<TariffAnswer, "schedule">,
	say: Say,
): Block[] {
	if (!schedule) return [];
	const { code, path, units, notes, source } = schedule;
	const fact = (label: string, text: string) => ({
		label,
		value: [{ text }],
	});
	const column = (text: string | null) =>
		text === null
			? say("tariffs.card.differs")
			: text || say("tariffs.card.noColumn");
	const place: Span[] = [
		{ text: say("tariffs.card.schedule"), style: "strong" },
		{ text: " " },
		...tariffSourceLink(source, say),
		{ text: `\n${code}`, style: "strong" },
		{ text: ` ${path.join(" › ")}` },
	];
	return [
		textBlock(...place),
		{
			kind: "facts",
			facts: [
				fact(say("tariffs.card.column1"), column(schedule.general)),
				...(/^9[89]/.test(code)
					? []
					: [fact(say("tariffs.card.columnUSMCA"), column(schedule.usmca))]),
				fact(say("tariffs.card.columnSpecial"), column(schedule.special)),
				fact(say("tariffs.card.column2"), column(schedule.other)),
				...(units.length > 0
					? [fact(say("tariffs.card.units"), units.join(", "))]
					: []),
				...(notes.length > 0
					? [fact(say("tariffs.card.notes"), notes.join(" "))]
					: []),
			],
		},
	];
}
