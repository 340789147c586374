import { type Action, type Block, type Card, textBlock } from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { RateNews } from "../tariffs/rate-news.ts";
import { dayText } from "./day-text.ts";
import { rateHeadline } from "./rate-headline.ts";
import { rateMeasures } from "./rate-measures.ts";
import { claimsIn, type RateTold, totalFor, totalText } from "./rate-told.ts";

/** Most stretches of days that a correction lists; the latest. */
const mostDays = 5;

/** A change of a watched rate: the figures first, then each claim, the measures that change, their acts and sources. */
export function rateCard(told: RateTold): Card {
	const { news, after, late, url, say } = told;
	const lateness = late
		? [textBlock({ text: say("rates.late"), style: "soft" })]
		: [];
	return {
		title: rateHeadline(told),
		url,
		tone: news.kind === "correction" ? "warning" : "news",
		blocks: [
			textBlock(sentence(told)),
			...lateness,
			news.kind === "correction"
				? correctedTable(news.days, told)
				: changeTable(news, told),
			...rateMeasures(told),
		],
		actions: actionsOf(told),
		footer: after.verifiedTo
			? say("tariffs.card.verified", { date: after.verifiedTo })
			: null,
	};
}

function sentence({ news, language, say }: RateTold): string {
	if (news.kind === "correction") return say("rates.correctedText");
	const date = dayText(news.date, language);
	switch (news.kind) {
		case "in-force":
			return say("rates.inForce", { date });
		case "ahead":
			return say("rates.ahead", { date, days: news.days });
		case "scheduled": {
			const dates = news.instead
				.map((day) => dayText(day, language))
				.join(", ");
			const instead = dates === "" ? [] : [say("rates.instead", { dates })];
			return [say("rates.scheduled", { date }), ...instead].join(" ");
		}
		case "called-off":
			return say("rates.calledOffText", {
				after: totalText(news.after[0], say),
				date,
			});
	}
}

type Change = Exclude<RateNews, { kind: "correction" }>;
type Days = Extract<RateNews, { kind: "correction" }>["days"];

/** A row for each claim, before and after. */
function changeTable(
	{ date, before, after }: Change,
	{ language, say }: RateTold,
): Block {
	return {
		kind: "table",
		columns: [
			{ title: say("rates.claim"), align: "left" },
			{ title: say("rates.before"), align: "right" },
			{
				title: say("rates.from", { date: dayText(date, language) }),
				align: "right",
			},
		],
		rows: claimsIn(before, after).map((claim) => [
			[{ text: say("rates.claimOf", { claim }) }],
			[{ text: totalText(totalFor(before, claim), say) }],
			[{ text: totalText(totalFor(after, claim), say) }],
		]),
	};
}

/** A row for each claim in each stretch of days, what was said and what is right. */
function correctedTable(days: Days, { say }: RateTold): Block {
	const title = (key: "days" | "claim" | "said" | "right") =>
		say(`rates.${key}`);
	return {
		kind: "table",
		columns: [
			{ title: title("days"), align: "left" },
			{ title: title("claim"), align: "left" },
			{ title: title("said"), align: "right" },
			{ title: title("right"), align: "right" },
		],
		rows: days.slice(-mostDays).flatMap(({ from, to, said, right }) =>
			claimsIn(said, right).map((claim) => [
				[
					{
						text: say("rates.daysOf", {
							open: to === null ? "yes" : "no",
							...{ from, to },
						}),
					},
				],
				[{ text: say("rates.claimOf", { claim }) }],
				[{ text: totalText(totalFor(said, claim), say) }],
				[{ text: totalText(totalFor(right, claim), say) }],
			]),
		),
	};
}

function actionsOf({ question, after, say }: RateTold): Action[] {
	const { goods, importer, origin } = question;
	const asked = { product: goods, importer, origin };
	const watched = { tariff: goods, importer, origin };
	return [
		{
			label: say("rates.whole"),
			line: formatCommandLine("tariff", null, { ...asked, on: after.on }),
		},
		{
			label: say("tariffs.action.history"),
			line: formatCommandLine("tariff", null, { ...asked, history: "yes" }),
		},
		{
			label: say("rates.stop"),
			line: formatCommandLine("unsubscribe", null, watched),
		},
	];
}
