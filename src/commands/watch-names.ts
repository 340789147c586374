import { rateNames } from "../cards/rate-told.ts";
import { languageOf } from "../cards/topic-name.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { goodsName } from "../tariffs/goods-name.ts";
import type { RateQuestion } from "../tariffs/rate-timeline.ts";
import type { CommandTools } from "./command-tools.ts";

/** The goods and countries of a watch, as the channel's language names them. */
export function namesOf(
	question: RateQuestion,
	{ say }: Pick<Request, "say">,
	{ book }: Pick<CommandTools, "book">,
) {
	const language = languageOf(say);
	const name = goodsName(question.goods, language, book());
	return rateNames({ name, question, language });
}

/** The command line that begins or ends a watch. */
export function watchLine(
	command: "subscribe" | "unsubscribe",
	{ goods, importer, origin }: RateQuestion,
): string {
	return formatCommandLine(command, null, { tariff: goods, importer, origin });
}
