import { tariffCard } from "../cards/tariff-card.ts";
import { languageOf } from "../cards/topic-name.ts";
import type { Card } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { answerTariff, type TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Book } from "../tariffs/book.ts";
import { countryName } from "../tariffs/countries.ts";
import type { Goods } from "../tariffs/find-product.ts";
import type { ScheduleMemory } from "../tariffs/tariff-line.ts";
import type { Topic } from "../topics/topic.ts";
import { goodsMeant } from "./goods-meant.ts";
import { specialHeading } from "./special-heading.ts";
import { type Sides, tariffActions } from "./tariff-actions.ts";
import { tariffAddress } from "./tariff-address.ts";
import { tariffCode } from "./tariff-code.ts";
import { dayOf } from "./tariff-day.ts";
import { tariffLine } from "./tariff-line.ts";
import {
	amountTyped,
	factsOf,
	readClaim,
	readYes,
	tariffOptions,
} from "./tariff-options.ts";
import { tariffRoute } from "./tariff-route.ts";
import {
	refuseUnknownCode,
	scheduleLines,
	surtaxLists,
} from "./tariff-schedule-lines.ts";
import { sidesOf } from "./tariff-sides.ts";
import { onlyTopic } from "./topics-here.ts";

/** What `/tariff` and `/calendar` work with. */
export interface TariffTools {
	/** The book as it stands now. */
	book(): Book;
	/** Imported tariff schedules, asked anew at every question. */
	readonly schedules: Pick<ScheduleMemory, "findLines" | "findLists">;
	/** The topics that anyone may follow. */
	readonly catalogue: readonly Topic[];
	/** Where our pages are for those who read us, without a slash at its end; null when it is not set. */
	readonly publicUrl: string | null;
}

/** `/tariff <product> [importer] [origin] [on] [value] [facts]`: the whole duty, with its sources. */
export function tariffCommand(tools: TariffTools): Command {
	return {
		name: "tariff",
		about: "tariffs.about",
		example: "/tariff steel origin:MX on:2025-06-04",
		audience: "channel",
		right: "anyone",
		options: tariffOptions(tools.book()),
		subcommands: [],
		answer: async (request) => {
			const { named = [] } = request;
			const options = tariffCode(request.options, named);
			const route = tariffRoute(options, named);
			const isRead = route !== options;
			// What `to` or `from` stood before is as good as named.
			const known = isRead ? [...named, ...Object.keys(route)] : named;
			return tellDuty({ ...request, options: route, named: known }, tools);
		},
	};
}

async function tellDuty(request: Request, tools: TariffTools): Promise<Card> {
	const { catalogue, publicUrl, schedules } = tools;
	const heading = await specialHeading(request, schedules);
	if (heading) return heading;
	const book = tools.book();
	const { options, say, now } = request;
	const language = languageOf(say);
	const query = options.product ?? "";
	const goods = goodsMeant(query, book, (product) =>
		tariffLine(request, { product }),
	);
	const value = options.value === undefined ? null : amountTyped(options.value);
	const lines = await scheduleLines(goods, schedules);
	const lists = await surtaxLists(goods, schedules);
	const asked = {
		...{ query, value, lines, lists, say },
		on: dayOf(request),
		facts: factsOf(options.facts),
	};
	const answerFor = (sides: Sides, on = asked.on) =>
		answerTariff({ ...asked, ...sides, on }, book, now);
	const isHeld = (sides: Sides, on?: string) =>
		answerFor(sides, on).claims.length > 0;
	const answer = answerFor(sidesOf(request, goods.origin, isHeld));
	refuseEmpty(answer, request);
	refuseUnknownCode(goods, lines, { answer, request });
	const topic = topicOf(goods, catalogue);
	const claim = readClaim(options.claim, book);
	const history = readYes(options.history);
	const actions = tariffActions(answer, request, { isHeld, topic });
	const card = tariffCard({
		...{ answer, value, claim, history, actions, language, say },
		fees: readYes(options.fees),
	});
	const { importer, origin, on } = answer;
	const page = tariffAddress({ ...options, importer, origin, on });
	return publicUrl === null ? card : { ...card, url: `${publicUrl}${page}` };
}

/** The topic that is about these goods, by any of their English names; a plural's `s` does not count. */
function topicOf(
	{ product }: Goods,
	catalogue: readonly Topic[],
): Topic | undefined {
	for (const name of product?.en ?? []) {
		const topic =
			onlyTopic(name, catalogue) ??
			onlyTopic(name.replace(/s$/, ""), catalogue);
		if (topic) return topic;
	}
	return undefined;
}

function refuseEmpty(answer: TariffAnswer, { say }: Request): void {
	if (answer.claims.length > 0) return;
	const { knownFrom, on } = answer;
	if (knownFrom !== null && on < knownFrom) {
		throw new Mistake("tariffs.mistake.before", {
			importer: countryName(answer.importer, languageOf(say)),
			origin: countryName(answer.origin, languageOf(say)),
			date: knownFrom,
		});
	}
	throw new Mistake("tariffs.mistake.nothingHeld", {
		importer: countryName(answer.importer, languageOf(say)),
		origin: countryName(answer.origin, languageOf(say)),
	});
}
