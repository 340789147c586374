import { answerCard } from "../cards/answer-card.ts";
import { tariffSchedule } from "../cards/tariff-schedule.ts";
import type { Card } from "../chat/card.ts";
import { textBlock } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import { findCountry } from "../tariffs/countries.ts";
import type { Goods } from "../tariffs/find-product.ts";
import { codeIn } from "../tariffs/goods-of-code.ts";
import { tellSchedule } from "../tariffs/schedule-told.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import { dayOf } from "./tariff-day.ts";
import { refuseUnknownCode } from "./tariff-schedule-lines.ts";

/**
 * What the imported schedule says of a heading of chapters 98 and 99, such as
 * those that footnotes name: they are no goods, and have no duty to add up.
 * Null for any other question, and where no revision speaks of the day.
 */
export async function specialHeading(
	request: Request,
	schedules: Pick<ScheduleMemory, "findLines">,
): Promise<Card | null> {
	const { options, settings, say } = request;
	const code = codeIn(options.product ?? "");
	const importer = findCountry(options.importer ?? settings.importer);
	if (!code || !/^9[89]\d\d/.test(code.digits) || importer !== "US")
		return null;
	const goods: Goods = {
		...{ product: null, code: code.digits, term: code.typed },
		...{ origin: null, meant: [] },
	};
	const lines = await schedules.findLines(importer, [code.digits]);
	const on = dayOf(request);
	refuseUnknownCode(goods, lines, { answer: { importer, on }, request });
	const schedule = tellSchedule({ goods, importer, lines }, on);
	if (schedule === null) return null;
	const { code: named, source } = schedule;
	return answerCard(
		say("tariffs.card.heading", { code: named, revision: source.title }),
		{
			blocks: [
				textBlock(say("tariffs.card.headingIs")),
				...tariffSchedule({ schedule }, say),
			],
		},
	);
}
