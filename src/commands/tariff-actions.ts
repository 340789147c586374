import { languageOf, topicName } from "../cards/topic-name.ts";
import type { Action } from "../chat/card.ts";
import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import { countryName } from "../tariffs/countries.ts";
import { shiftDay } from "../tariffs/date-words.ts";
import type { Topic } from "../topics/topic.ts";

/** The two countries of a tariff question, as codes. */
export interface Sides {
	readonly importer: string;
	readonly origin: string;
}

/**
 * What may be asked after an answer to `/tariff`: a year earlier, the
 * neighbour's goods, the other way round; or followed: the duty, the goods' topic. Only what will be
 * answered: `isHeld` tells between which countries, and when, the book has a duty.
 */
export function tariffActions(
	answer: TariffAnswer,
	request: Request,
	more: {
		readonly isHeld: (sides: Sides, on: string) => boolean;
		readonly topic: Topic | undefined;
	},
): Action[] {
	const { say } = request;
	const { topic } = more;
	const follow: Action[] = topic
		? [
				{
					label: say("tariffs.action.follow", { topic: topicName(topic, say) }),
					line: `/subscribe ${topic.id}`,
				},
			]
		: [];
	const { query: tariff, importer, origin } = answer;
	const watch: Action = {
		label: say("rates.watch"),
		line: formatCommandLine("subscribe", null, { tariff, importer, origin }),
	};
	return [
		...tariffLines(answer, request, more.isHeld),
		watch,
		...follow,
		{ label: say("tariffs.action.calendar"), line: "/calendar" },
	];
}

function tariffLines(
	{ importer, origin, on, query, claims }: TariffAnswer,
	{ options, say }: Request,
	isHeld: (sides: Sides, on: string) => boolean,
): Action[] {
	const name = (code: string) => countryName(code, languageOf(say));
	// A day in words (`tomorrow`) would mean another day when it is pressed later.
	const day = options.on === undefined ? {} : { on };
	const asked = { ...options, product: query, importer, origin, ...day };
	const line = (change: Readonly<Record<string, string>>) =>
		formatCommandLine("tariff", null, { ...asked, ...change });
	const earlier = shiftDay(on, { years: -1 });
	const neighbour = { importer, origin: origin === "CA" ? "MX" : "CA" };
	const reverse = { importer: origin, origin: importer };
	const from = say("tariffs.action.origin", { origin: name(neighbour.origin) });
	const into = say("tariffs.action.reverse", {
		origin: name(reverse.origin),
		importer: name(reverse.importer),
	});
	const lastYear = say("tariffs.action.lastYear");
	const isOther = neighbour.origin !== importer && isHeld(neighbour, on);
	const others = claims
		.map(({ claim }) => claim)
		.filter((one) => one !== "none");
	const offered = options.claim === undefined ? others : ["none"];
	return [
		...(others.length === 0 ? [] : offered).map((claim) => ({
			label: say("tariffs.action.claim", { claim }),
			line: line({ claim: claim === "none" ? "" : claim }),
		})),
		...(options.history === undefined
			? [
					{
						label: say("tariffs.action.history"),
						line: line({ history: "yes" }),
					},
				]
			: []),
		...(isHeld({ importer, origin }, earlier)
			? [{ label: lastYear, line: line({ on: earlier }) }]
			: []),
		...(isOther ? [{ label: from, line: line(neighbour) }] : []),
		...(isHeld(reverse, on) ? [{ label: into, line: line(reverse) }] : []),
	];
}
