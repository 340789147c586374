import { tariffCard } from "../cards/tariff-card.ts";
import type { Card } from "../chat/card.ts";
import type { Choice, Command, OptionSpec, Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import {
	answerTariff,
	finderOf,
	type TariffAnswer,
} from "../tariffs/answer-tariff.ts";
import type { Book } from "../tariffs/book.ts";
import { countryName, findCountry } from "../tariffs/countries.ts";
import { readDay } from "../tariffs/date-words.ts";
import { foldWords } from "../tariffs/fold-words.ts";

/** What `/tariff` and `/calendar` work with. */
export interface TariffTools {
	readonly book: Book;
}

/** `/tariff <product> [importer] [origin] [on] [value] [facts]`: the whole duty, with its sources. */
export function tariffCommand({ book }: TariffTools): Command {
	return {
		name: "tariff",
		about: "tariffs.about",
		example: "/tariff steel origin:MX on:2025-06-04",
		audience: "channel",
		right: "anyone",
		options: tariffOptions(book),
		subcommands: [],
		answer: async (request) => tellDuty(request, book),
	};
}

function tariffOptions(book: Book): OptionSpec[] {
	const isCountry = (word: string) => findCountry(word) !== null;
	return [
		{
			name: "product",
			about: "tariffs.productOption",
			required: true,
			greedy: true,
			suggest: async (typed) => suggestGoods(typed, book),
		},
		{
			name: "importer",
			about: "tariffs.importerOption",
			required: false,
			fits: isCountry,
		},
		{
			name: "origin",
			about: "tariffs.originOption",
			required: false,
			fits: isCountry,
		},
		{
			name: "on",
			about: "tariffs.onOption",
			required: false,
			fits: (word) =>
				/\d{4}-\d{2}-\d{2}/.test(word) ||
				["today", "yesterday", "tomorrow"].includes(word.toLowerCase()),
		},
		{
			name: "value",
			about: "tariffs.valueOption",
			required: false,
			fits: (word) => readAmount(word) !== null,
		},
		{
			name: "facts",
			about: "tariffs.factsOption",
			required: false,
			greedy: true,
			fits: (word) => factPattern.test(word),
		},
	];
}

const factPattern = /^([a-z_]+)=(.+)$/i;

function tellDuty(request: Request, book: Book): Card {
	const { options, settings, say, now } = request;
	const query = options.product ?? "";
	const { goods, didYouMean } = finderOf(book)(query);
	if (!goods) {
		const nearest = didYouMean.map((product) => lineFor(request, { product }));
		throw new Mistake("tariffs.mistake.product", { query }, { nearest });
	}
	if (goods.meant.length > 1) {
		const nearest = goods.meant.map(({ en }) =>
			lineFor(request, { product: en[0] ?? "" }),
		);
		const values = { word: goods.term };
		throw new Mistake("tariffs.mistake.meant", values, { nearest });
	}
	const asked = {
		query,
		on: dayOf(request),
		facts: factsOf(options.facts),
		say,
	};
	const answerFor = (sides: Sides) =>
		answerTariff({ ...asked, ...sides }, book, now);
	const sides = sidesOf(
		request,
		goods.origin,
		(one) => answerFor(one).claims.length > 0,
	);
	const answer = answerFor(sides);
	refuseEmpty(answer, request);
	const value = options.value === undefined ? null : amountOf(options.value);
	const { language } = settings;
	return tariffCard({ answer, value, options, language, say });
}

function lineFor(
	{ options }: Request,
	change: Readonly<Record<string, string>>,
): string {
	return formatCommandLine("tariff", null, { ...options, ...change });
}

function refuseEmpty(answer: TariffAnswer, { settings }: Request): void {
	if (answer.claims.length > 0) return;
	throw new Mistake("tariffs.mistake.nothingHeld", {
		importer: countryName(answer.importer, settings.language),
		origin: countryName(answer.origin, settings.language),
	});
}

interface Sides {
	readonly importer: string;
	readonly origin: string;
}

/**
 * The importer and the origin. One country typed by place fills the importer's
 * place; where that country cannot be the importer of these goods (`/tariff
 * steel MX`: the book has no Mexican duty on Canadian steel) it is the origin.
 */
function sidesOf(
	{ options, settings }: Request,
	named: string | null,
	isHeld: (sides: Sides) => boolean,
): Sides {
	const importer = countryOf(options.importer ?? settings.importer);
	const origin = countryOf(options.origin ?? named ?? settings.origin);
	const isOneTyped =
		options.importer !== undefined && !options.origin && !named;
	const turned = { importer: settings.importer, origin: importer };
	const isTurned =
		isOneTyped &&
		importer !== settings.importer &&
		(importer === origin || !isHeld({ importer, origin }));
	const sides = isTurned ? turned : { importer, origin };
	if (sides.importer !== sides.origin) return sides;
	const country = countryName(sides.origin, settings.language);
	throw new Mistake("tariffs.mistake.same", { country });
}

function countryOf(typed: string): string {
	const country = findCountry(typed);
	if (country === null) throw new Mistake("tariffs.mistake.country", { typed });
	return country;
}

function dayOf({ options, settings, now }: Request): string {
	const today = new Intl.DateTimeFormat("sv-SE", {
		timeZone: settings.zone,
		dateStyle: "short",
	}).format(now);
	if (options.on === undefined) return today;
	const day = readDay(options.on, today);
	if (day === null) {
		throw new Mistake("tariffs.mistake.date", { typed: options.on });
	}
	return day;
}

function amountOf(typed: string): number {
	const amount = readAmount(typed);
	if (amount === null) throw new Mistake("tariffs.mistake.value", { typed });
	return amount;
}

/** `25000`, `25,000.50`, `$25000`; a bare year or code is not told apart, so it needs its place. */
function readAmount(typed: string): number | null {
	const plain = typed.replace(/^(?:us\$|c\$|\$|usd|cad)\s*/i, "");
	if (!/^\d{1,3}(,?\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$/.test(plain))
		return null;
	return Number(plain.replaceAll(",", ""));
}

function factsOf(typed: string | undefined): Record<string, string> {
	if (typed === undefined) return {};
	// A value may hold spaces: `company=West Fraser melted_poured=US`.
	const pieces = typed.split(/\s+(?=[a-z_]+=)/i);
	return Object.fromEntries(
		pieces.map((piece) => {
			const [, name, value] = factPattern.exec(piece.trim()) ?? [];
			if (!name || !value)
				throw new Mistake("tariffs.mistake.fact", { typed: piece });
			return [name.toLowerCase(), value.trim()];
		}),
	);
}

async function suggestGoods(typed: string, book: Book): Promise<Choice[]> {
	const folded = foldWords(typed);
	const all = [...book.products.values()].flatMap(({ en, fr, es }) => {
		const words = [...en, ...fr, ...es];
		const found = words.find((word) => foldWords(word).startsWith(folded));
		return found === undefined ? [] : [{ value: found, label: found }];
	});
	return all.slice(0, 25);
}
