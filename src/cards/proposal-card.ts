import {
	type Action,
	type Block,
	type Card,
	type Span,
	textBlock,
} from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { Proposal } from "../news/proposal.ts";
import { likeliest } from "../news/propose.ts";
import type { PhraseKey, Say } from "../phrases/say.ts";
import type { PresentRate } from "../tariffs/present-rate.ts";
import { dottedCode } from "../tariffs/tariff-line.ts";

/** A proposal beside what the book charges now under the measures that it seems to touch. */
export interface ProposalTold {
	readonly proposal: Proposal;
	readonly present: readonly PresentRate[];
	readonly say: Say;
}

/** What was read in an act, what the book has, what cannot be told, and what a person may do. */
export function proposalCard(told: ProposalTold): Card {
	const { proposal, say } = told;
	const { title, url, reading, state } = proposal;
	const { rates, days } = reading;
	return {
		title: state === "open" ? say("proposals.noticeTitle", { title }) : title,
		url,
		tone: "answer",
		blocks: [
			...(state === "open" ? [textBlock(say("proposals.noticeText"))] : []),
			{ kind: "facts", facts: facts(told) },
			...listed(
				"proposals.rates",
				say,
				rates.map(({ percent, words }) => [
					{ text: `${percent}%`, style: "strong" },
					{ text: `: ${words}` },
				]),
			),
			...listed(
				"proposals.days",
				say,
				days.map(({ day, role, words }) => [
					{ text: say("proposals.dayIs", { day, role }), style: "strong" },
					{ text: `: ${words}` },
				]),
			),
			...present(told),
			textBlock(notTold(told).join(" ")),
		],
		actions: actionsOf(told),
		footer: null,
	};
}

function facts({ proposal, say }: ProposalTold) {
	const { outlet, day, reading, state, decided } = proposal;
	const { act, provisions, codes, countries } = reading;
	const by = decided?.by ?? "";
	const date = decided?.at.toISOString().slice(0, 10) ?? "";
	const fact = (label: PhraseKey, text: string) => ({
		label: say(label),
		value: [{ text }],
	});
	const list = (label: PhraseKey, all: readonly string[]) =>
		all.length > 0 ? [fact(label, all.map(dottedIfCode).join(", "))] : [];
	return [
		fact("proposals.source", `${outlet}, ${day}`),
		fact("proposals.act", act),
		fact("proposals.state", say("proposals.stateIs", { state, by, date })),
		...list("proposals.provisions", provisions),
		...list("proposals.codes", codes),
		...list("proposals.countries", countries),
	];
}

function dottedIfCode(text: string): string {
	return /^\d+$/.test(text) ? dottedCode(text) : text;
}

function present({ present, say }: ProposalTold): Block[] {
	if (present.length === 0) return [];
	return [
		textBlock({ text: say("proposals.now"), style: "strong" }),
		{
			kind: "facts",
			facts: present.map((one) => ({
				label: `${one.measure} (${one.authority})`,
				value: [{ text: presentText(one, say) }],
			})),
		},
	];
}

/** What a measure charges now, since when and by which act. */
export function presentText(
	{ version, act, apart }: PresentRate,
	say: Say,
): string {
	return say("proposals.nowIs", {
		rate: version?.ratePercent ?? null,
		from: version?.from ?? "",
		act: act || "none",
		apart: apart.join(", ") || "none",
	});
}

function notTold({ proposal: { reading }, say }: ProposalTold): string[] {
	const { rates, days, measures } = reading;
	const isDated = days.some(({ role }) => role === "effective");
	return [
		...(rates.length === 0 ? [say("proposals.noRate")] : []),
		...(isDated ? [] : [say("proposals.noDay")]),
		...(measures.length === 0 ? [say("proposals.noMeasure")] : []),
		say("proposals.cannotTell"),
	];
}

function listed(
	heading: PhraseKey,
	say: Say,
	lines: readonly (readonly Span[])[],
): Block[] {
	if (lines.length === 0) return [];
	const spans = lines.flatMap((line) => [{ text: "\n• " }, ...line]);
	return [
		{
			kind: "text",
			spans: [{ text: say(heading), style: "strong" }, ...spans],
		},
	];
}

function actionsOf({ proposal, say }: ProposalTold): Action[] {
	const { id, state } = proposal;
	const list = { label: say("proposals.listLabel"), line: "/proposals list" };
	const undo = {
		label: say("proposals.undoLabel"),
		line: `/proposals undo ${id}`,
	};
	if (state === "rejected") return [undo, list];
	const reject = {
		label: say("proposals.rejectLabel"),
		line: `/proposals reject ${id}`,
	};
	const after = state === "open" ? reject : undo;
	const guess = likeliest(proposal);
	if (!guess) return [after, list];
	const { measure, from } = guess;
	const rate = String(guess.rate);
	const given = { id, measure, rate, from };
	return [
		{
			label: say("proposals.confirmLabel", { ...guess }),
			line: formatCommandLine("proposals", "confirm", given),
		},
		after,
		list,
	];
}
