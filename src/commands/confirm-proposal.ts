import { randomUUID } from "node:crypto";
import { confirmedCard } from "../cards/confirmed-card.ts";
import type { Card } from "../chat/card.ts";
import type { OptionSpec, Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Proposal } from "../news/proposal.ts";
import { likeliest } from "../news/propose.ts";
import { amendBook, isInBook } from "../tariffs/amend-book.ts";
import {
	type Amendment,
	type AmendmentChange,
	amendmentSchema,
} from "../tariffs/amendment.ts";
import { findCountry } from "../tariffs/countries.ts";
import { daysMeant, shiftDay } from "../tariffs/date-words.ts";
import { presentRate } from "../tariffs/present-rate.ts";
import type { CommandTools } from "./command-tools.ts";
import { proposalMeant, requireBookChannel } from "./proposal-meant.ts";

const mostChoices = 25;

/** What a person says that the act says. */
export function confirmOptions({
	book,
}: Pick<CommandTools, "book">): OptionSpec[] {
	return [
		{
			name: "measure",
			about: "proposals.measureOption",
			required: false,
			suggest: async (typed) =>
				book()
					.measures.filter(({ id }) => id.includes(typed.toLowerCase()))
					.slice(0, mostChoices)
					.map(({ id, authority }) => ({
						value: id,
						label: `${id} (${authority})`,
					})),
		},
		{ name: "rate", about: "proposals.rateOption", required: false },
		{ name: "from", about: "proposals.fromOption", required: false },
		{ name: "to", about: "proposals.toOption", required: false },
		{ name: "origin", about: "proposals.originOption", required: false },
		{
			name: "act",
			about: "proposals.actOption",
			required: false,
			greedy: true,
		},
	];
}

/** `/proposals confirm <id> measure:… rate:… from:…`: the book charges what a person says that the act says. */
export async function confirmProposal(
	request: Request,
	tools: CommandTools,
): Promise<Card> {
	requireBookChannel(request, tools);
	const proposal = await proposalMeant(request, tools);
	const amendment = amendmentOf(proposal, request, tools);
	const { measure, ratePercent, from, origin } = amendment;
	if (isInBook(tools.book(), amendment)) {
		const values = { measure, rate: ratePercent, from };
		throw new Mistake("proposals.already", values);
	}
	const { refused } = amendBook(tools.book(), [amendment]);
	const [fault] = refused;
	if (fault) throw new Mistake("proposals.refused", { why: fault.why });
	const on = shiftDay(from, { days: -1 });
	const before = presentRate(measure, { origin, on }, tools.book());
	if (!(await tools.bookChanges.confirm(amendment))) {
		const { id, state } = proposal;
		const nearest = [`/proposals undo ${id}`];
		throw new Mistake("proposals.decided", { state }, { nearest });
	}
	await tools.bookChanged();
	return confirmedCard(amendment, before, request.say);
}

function amendmentOf(
	proposal: Proposal,
	request: Request,
	tools: CommandTools,
): Amendment {
	const { options, asker, now } = request;
	const { measure, rate, from, to, origin } = options;
	if (!measure || !rate || !from) throw needsMore(proposal, request);
	const { id, title, outlet, url, day, reading } = proposal;
	const change: AmendmentChange = {
		measure: measureOf(measure, request, tools),
		origin: origin === undefined ? null : countryOf(origin),
		ratePercent: rateOf(rate),
		from: dayOf(from, request),
		to: to === undefined ? null : dayOf(to, request),
		act: options.act ?? reading.act,
		source: { title, publisher: outlet, url, date: day, tier: "primary" },
	};
	const read = amendmentSchema.safeParse(change);
	if (!read.success) {
		const why = read.error.issues[0]?.message ?? "";
		throw new Mistake("proposals.refused", { why });
	}
	return {
		...read.data,
		id: `${id}-${randomUUID().slice(0, 6)}`,
		proposalId: id,
		confirmedBy: asker.name,
		confirmedAt: now,
		withdrawn: null,
	};
}

function needsMore(proposal: Proposal, { options }: Request): Mistake {
	const guess = likeliest(proposal);
	if (!guess) return new Mistake("proposals.needs");
	const { measure, rate, from } = guess;
	const given = { measure, rate: String(rate), from, ...options };
	const line = formatCommandLine("proposals", "confirm", {
		...{ id: proposal.id, ...given },
	});
	return new Mistake("proposals.needs", {}, { nearest: [line] });
}

function measureOf(
	typed: string,
	{ options }: Request,
	{ book }: CommandTools,
): string {
	const wanted = typed.toLowerCase();
	const { measures } = book();
	if (measures.some(({ id }) => id === wanted)) return wanted;
	const nearest = measures
		.filter(({ id }) => id.includes(wanted) || wanted.includes(id))
		.slice(0, 5)
		.map(({ id: measure }) =>
			formatCommandLine("proposals", "confirm", { ...options, measure }),
		);
	throw new Mistake("proposals.measureUnknown", { typed }, { nearest });
}

function rateOf(typed: string): number {
	const plain = typed.replace(/\s*%$/, "").replace(",", ".");
	const rate = Number(plain);
	const isRate = /^\d{1,4}(\.\d{1,3})?$/.test(plain);
	if (!isRate) throw new Mistake("proposals.rateUnknown", { typed });
	return rate;
}

function dayOf(typed: string, { now }: Request): string {
	const [day, other] = daysMeant(typed, now.toISOString().slice(0, 10));
	if (day === undefined || other !== undefined) {
		throw new Mistake("proposals.dayUnknown", { typed });
	}
	return day;
}

function countryOf(typed: string): string {
	const country = findCountry(typed);
	if (country === null) throw new Mistake("tariffs.mistake.country", { typed });
	return country;
}
