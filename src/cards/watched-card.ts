import { type Action, type Block, type Card, textBlock } from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import { contradicts, type RateStep } from "../tariffs/rate-timeline.ts";
import type { SubscriptionMode } from "../topics/subscription.ts";
import { answerCard } from "./answer-card.ts";
import { dayText } from "./day-text.ts";
import { changeIn } from "./rate-headline.ts";
import { type RateTold, rateNames } from "./rate-told.ts";
import { tariffSources } from "./tariff-sources.ts";
import { tariffTotals } from "./tariff-totals.ts";

/** A watch that has just begun. */
export interface Watched
	extends Pick<RateTold, "name" | "question" | "language" | "say"> {
	readonly mode: SubscriptionMode;
	/** The answer on all days, and on this one. */
	readonly steps: readonly RateStep[];
	readonly answer: TariffAnswer;
	/** `YYYY-MM-DD` where the importer counts. */
	readonly today: string;
	/** The channel has a digest for the lines to stand in. */
	readonly hasDigest: boolean;
}

/** What is charged now, the next change that is known, and how changes will be told. */
export function watchedCard(watched: Watched): Card {
	const { answer, mode, hasDigest, language, say } = watched;
	const told = { answer, language, say, value: null };
	const noDigest = mode !== "live" && !hasDigest ? [say("rates.noDigest")] : [];
	return answerCard(say("rates.watched", rateNames(watched)), {
		tone: "done",
		blocks: [
			tariffTotals({
				...{ ...told, claim: "none", history: false, fees: false },
				actions: [],
			}),
			textBlock(say("tariffs.card.onDay", { date: answer.on })),
			nextBlock(watched),
			...tariffSources(answer, say),
			textBlock([say("rates.comes", { mode }), ...noDigest].join(" ")),
		],
		actions: actionsOf(watched),
		footer: answer.verifiedTo
			? say("tariffs.card.verified", { date: answer.verifiedTo })
			: null,
	});
}

function nextBlock({ steps, today, language, say }: Watched): Block {
	const at = steps.findIndex(
		({ from, claims }, index) =>
			from > today && contradicts(steps[index - 1]?.claims ?? [], claims),
	);
	const next = steps[at];
	if (!next) return textBlock(say("rates.noneAhead"));
	const date = dayText(next.from, language);
	const last = steps[at - 1]?.claims ?? [];
	const { phrase, before, after } = changeIn(last, next.claims, say);
	return textBlock(
		phrase === "rates.changeBasis"
			? say("rates.nextBasis", { date })
			: say("rates.nextAhead", { before, after, date }),
	);
}

function actionsOf({ question, mode, hasDigest, say }: Watched): Action[] {
	const { goods, importer, origin } = question;
	const asked = { product: goods, importer, origin };
	const watched = { tariff: goods, importer, origin };
	const digest =
		mode !== "live" && !hasDigest
			? [{ label: say("commands.setDigestLabel"), line: "/digest at 08:00" }]
			: [];
	return [
		{
			label: say("rates.whole"),
			line: formatCommandLine("tariff", null, asked),
		},
		...digest,
		{
			label: say("rates.stop"),
			line: formatCommandLine("unsubscribe", null, watched),
		},
	];
}
