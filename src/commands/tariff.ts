import { tariffCard } from "../cards/tariff-card.ts";
import { languageOf } from "../cards/topic-name.ts";
import type { Card } from "../chat/card.ts";
import type { Command, Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import {
	answerTariff,
	finderOf,
	type TariffAnswer,
} from "../tariffs/answer-tariff.ts";
import type { Book } from "../tariffs/book.ts";
import { countryName, findCountry } from "../tariffs/countries.ts";
import { daysMeant } from "../tariffs/date-words.ts";
import type { Goods } from "../tariffs/find-product.ts";
import type { Topic } from "../topics/topic.ts";
import { type Sides, tariffActions } from "./tariff-actions.ts";
import { tariffAddress } from "./tariff-address.ts";
import { tariffCode } from "./tariff-code.ts";
import {
	amountTyped,
	factsOf,
	readClaim,
	readYes,
	tariffOptions,
} from "./tariff-options.ts";
import { tariffRoute } from "./tariff-route.ts";
import { onlyTopic } from "./topics-here.ts";

/** What `/tariff` and `/calendar` work with. */
export interface TariffTools {
	readonly book: Book;
	/** The topics that anyone may follow. */
	readonly catalogue: readonly Topic[];
	/** Where our pages are for those who read us, without a slash at its end; null when it is not set. */
	readonly publicUrl: string | null;
}

/** `/tariff <product> [importer] [origin] [on] [value] [facts]`: the whole duty, with its sources. */
export function tariffCommand(tools: TariffTools): Command {
	const { book } = tools;
	return {
		name: "tariff",
		about: "tariffs.about",
		example: "/tariff steel origin:MX on:2025-06-04",
		audience: "channel",
		right: "anyone",
		options: tariffOptions(book),
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

function tellDuty(request: Request, tools: TariffTools): Card {
	const { book, catalogue, publicUrl } = tools;
	const { options, say, now } = request;
	const language = languageOf(say);
	const query = options.product ?? "";
	const goods = goodsMeant(query, request, book);
	const asked = {
		query,
		on: dayOf(request),
		facts: factsOf(options.facts),
		say,
	};
	const answerFor = (sides: Sides, on = asked.on) =>
		answerTariff({ ...asked, ...sides, on }, book, now);
	const isHeld = (sides: Sides, on?: string) =>
		answerFor(sides, on).claims.length > 0;
	const answer = answerFor(sidesOf(request, goods.origin, isHeld));
	refuseEmpty(answer, request);
	const value = options.value === undefined ? null : amountTyped(options.value);
	const topic = topicOf(goods, catalogue);
	const claim = readClaim(options.claim);
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

function goodsMeant(query: string, request: Request, book: Book): Goods {
	const { goods, didYouMean } = finderOf(book)(query);
	if (!goods) {
		const nearest = didYouMean.map((product) => lineFor(request, { product }));
		throw new Mistake("tariffs.mistake.product", { query }, { nearest });
	}
	if (goods.meant.length === 1 || goods.meant.length === 0) return goods;
	const nearest = goods.meant.map(({ en }) =>
		lineFor(request, { product: en[0] ?? "" }),
	);
	throw new Mistake("tariffs.mistake.meant", { word: goods.term }, { nearest });
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

function lineFor(
	{ options }: Request,
	change: Readonly<Record<string, string>>,
): string {
	return formatCommandLine("tariff", null, { ...options, ...change });
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

/**
 * The importer and the origin. One country typed by place fills the importer's
 * place; where that country cannot be the importer of these goods (`/tariff
 * steel MX`: the book has no Mexican duty on Canadian steel) it is the origin.
 */
function sidesOf(
	{ options, settings, named, say }: Request,
	country: string | null,
	isHeld: (sides: Sides) => boolean,
): Sides {
	const importer = countryOf(options.importer ?? settings.importer);
	const origin = countryOf(options.origin ?? country ?? settings.origin);
	const isOneTyped =
		options.importer !== undefined &&
		!named?.includes("importer") &&
		!(options.origin ?? country);
	const turned = { importer: settings.importer, origin: importer };
	const isTurned =
		isOneTyped &&
		importer !== settings.importer &&
		(importer === origin || !isHeld({ importer, origin }));
	const sides = isTurned ? turned : { importer, origin };
	if (sides.importer !== sides.origin) return sides;
	throw new Mistake("tariffs.mistake.same", {
		country: countryName(sides.origin, languageOf(say)),
	});
}

function countryOf(typed: string): string {
	const country = findCountry(typed);
	if (country === null) throw new Mistake("tariffs.mistake.country", { typed });
	return country;
}

function dayOf(request: Request): string {
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
	const nearest = [day, other].map((on) => lineFor(request, { on }));
	throw new Mistake(
		"tariffs.mistake.twoDates",
		{ typed, day, other },
		{ nearest },
	);
}
