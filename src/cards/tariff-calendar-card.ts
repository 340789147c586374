import { type Block, type Card, textBlock } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { ComingDate } from "../tariffs/coming-dates.ts";
import { answerCard } from "./answer-card.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";

/** The coming dates, soonest first, each with its source. */
export function tariffCalendarCard(
	dates: readonly ComingDate[],
	{ days, say }: { days: number; say: Say },
): Card {
	const title = say("tariffs.calendar.title", { days });
	if (dates.length === 0) {
		return answerCard(title, {
			blocks: [textBlock(say("tariffs.calendar.empty"))],
		});
	}
	return answerCard(title, { blocks: [tableOf(dates, say)] });
}

function tableOf(dates: readonly ComingDate[], say: Say): Block {
	return {
		kind: "table",
		columns: [
			{ title: say("tariffs.calendar.when"), align: "left" },
			{ title: say("tariffs.calendar.what"), align: "left" },
		],
		rows: dates.map(({ date, what, source }) => {
			const words = [{ text: what }];
			if (!source) return [[{ text: date }], words];
			return [
				[{ text: date }],
				[...words, { text: " " }, ...tariffSourceLink(source, say)],
			];
		}),
	};
}
