import type { Say } from "../phrases/say.ts";
import type { ClaimTotal } from "../tariffs/rate-timeline.ts";
import { dayText } from "./day-text.ts";
import {
	claimsIn,
	type RateTold,
	rateNames,
	totalFor,
	totalText,
} from "./rate-told.ts";

/** A change in one line, the figures first: `Steel from Canada into the United States: 25% → 50% from 4 June 2025`. */
export function rateHeadline(told: RateTold): string {
	const { news, language, say } = told;
	const names = rateNames(told);
	if (news.kind === "correction") return correction(told);
	const date = dayText(news.date, language);
	if (news.kind === "called-off") {
		const before = totalText(news.before[0], say);
		return say("rates.calledOff", { ...names, date, before });
	}
	const { phrase, ...change } = changeIn(news.before, news.after, say);
	return say(phrase, { ...names, ...change, date });
}

/** The claim whose total moves; the plain one where both do. */
export function changeIn(
	before: readonly ClaimTotal[],
	after: readonly ClaimTotal[],
	say: Say,
) {
	const sides = claimsIn(before, after).map((claim) => ({
		claim,
		before: totalText(totalFor(before, claim), say),
		after: totalText(totalFor(after, claim), say),
	}));
	const moved = sides.find((side) => side.before !== side.after);
	const shown = moved ?? sides[0];
	const phrase = !moved
		? "rates.changeBasis"
		: moved.claim === "none"
			? "rates.change"
			: "rates.changeClaim";
	const { claim = "none", before: was = "", after: is = "" } = shown ?? {};
	return { phrase, claim, before: was, after: is } as const;
}

/** The latest days that were told wrong stand for all. */
function correction(told: RateTold): string {
	const { news, language, say } = told;
	const last = news.kind === "correction" ? news.days.at(-1) : undefined;
	if (!last) throw new Error("a correction of no days");
	const { before, after } = changeIn(last.said, last.right, say);
	return say("rates.corrected", {
		...rateNames(told),
		...{ before, after },
		open: last.to === null ? "yes" : "no",
		from: dayText(last.from, language),
		to: last.to === null ? "" : dayText(last.to, language),
	});
}
