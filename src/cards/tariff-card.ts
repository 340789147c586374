import type { Action, Block, Card, Span } from "../chat/card.ts";
import type { Language, Say } from "../phrases/say.ts";
import type { ClaimAnswer, TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Claim } from "../tariffs/condition.ts";
import { answerCard } from "./answer-card.ts";
import { hasLowerBound, stepsInWords, tariffChart } from "./tariff-chart.ts";
import { tariffFees } from "./tariff-fees.ts";
import { headline, names, titleOf } from "./tariff-headline.ts";
import { tariffHistory } from "./tariff-history.ts";
import { tariffLayerTable } from "./tariff-layer-table.ts";
import { tariffSchedule } from "./tariff-schedule.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";
import { tariffSources } from "./tariff-sources.ts";
import { tariffTotals } from "./tariff-totals.ts";

/** How an answer is to be told. */
export interface TariffTold {
	readonly answer: TariffAnswer;
	/** Customs value, for the duty in money. */
	readonly value: number | null;
	/** Whose layers are shown. */
	readonly claim: Claim;
	/** List every rate there has been, beside the chart. */
	readonly history: boolean;
	/** Tell the fees due at entry too. */
	readonly fees: boolean;
	/** What may be asked next. */
	readonly actions: readonly Action[];
	readonly language: Language;
	readonly say: Say;
}

/** Most changes and list entries that a card tells; the rest stands in the calendar. */
const mostChanges = 4;

/** The answer to `/tariff`: the duty first, then its layers, what is open, what comes, its sources. */
export function tariffCard(told: TariffTold): Card {
	const { answer, say } = told;
	const plain = answer.claims.find(({ claim }) => claim === "none");
	if (!plain) throw new Error(`no claim in the answer to ${answer.query}`);
	const shown =
		answer.claims.find(({ claim }) => claim === told.claim) ?? plain;
	return answerCard(titleOf(told, shown), {
		tone: answer.warnings.length > 0 ? "warning" : "answer",
		blocks: [
			headline(told, shown),
			tariffLayerTable(shown, told),
			tariffTotals(told),
			...tariffSchedule(answer, say),
			...(told.fees ? tariffFees(told) : []),
			...notCharged(shown, say),
			...listed(say("tariffs.card.toKnow"), notes(shown)),
			...listed(say("tariffs.card.missing"), missing(told, plain)),
			...changes(told),
			chart(told, shown),
			...(told.history ? [tariffHistory(answer, shown.claim, say)] : []),
			...tariffSources(answer, say),
			...listed(say("tariffs.card.warning"), answer.warnings),
		],
		actions: told.actions,
		footer: answer.verifiedTo
			? say("tariffs.card.verified", { date: answer.verifiedTo })
			: null,
	});
}

function notCharged({ layers }: ClaimAnswer, say: Say): Block[] {
	return listed(
		say("tariffs.card.notCharged"),
		layers
			.filter(({ status }) => status === "does_not_apply")
			.map(({ authority, why }) => `${authority}: ${why}`),
	);
}

/** What is to be known beside the rates, each sentence once. */
function notes({ layers }: ClaimAnswer): string[] {
	const all = layers.flatMap((layer) =>
		layer.notes.map((note) => ({ note, authority: layer.authority })),
	);
	const once = new Map(all.map((one) => [one.note, one]));
	return [...once.values()].map(
		({ note, authority }) => `${authority}: ${note}`,
	);
}

/** What is open; what only the claim of an agreement leaves open is told as such. */
function missing({ answer, say }: TariffTold, plain: ClaimAnswer): string[] {
	const more = answer.claims.flatMap(({ claim, missing }) =>
		missing
			.filter((what) => !plain.missing.includes(what))
			.map((what) => say("tariffs.card.missingClaim", { claim, what })),
	);
	return [...plain.missing, ...more];
}

/** A heading and its sentences, a line each when there are several; or nothing. */
function listed(heading: string, sentences: readonly string[]): Block[] {
	if (sentences.length === 0) return [];
	const before = sentences.length === 1 ? " " : "\n• ";
	const lines = sentences.map((text): Span => ({ text: `${before}${text}` }));
	return [
		{ kind: "text", spans: [{ text: heading, style: "strong" }, ...lines] },
	];
}

function changes({ answer, say }: TariffTold): Block[] {
	const next = answer.next.slice(0, mostChanges);
	if (next.length === 0) return [];
	const heading: Span = { text: say("tariffs.card.next"), style: "strong" };
	const lines = next.flatMap(({ date, change, source }): Span[] => [
		{ text: `\n• ${date}: ${change}` },
		...(source ? [{ text: " " }, ...tariffSourceLink(source, say)] : []),
	]);
	return [{ kind: "text", spans: [heading, ...lines] }];
}

function chart(told: TariffTold, shown: ClaimAnswer): Block {
	const { answer, say } = told;
	const segments = answer.history.filter(({ claim }) => claim === shown.claim);
	const story = stepsInWords(segments, say);
	return {
		kind: "picture",
		svg: tariffChart({
			segments,
			on: answer.on,
			title: say("tariffs.chart.title", names(told)),
			say,
		}),
		alt: say("tariffs.chart.alt", {
			...names(told),
			story,
			dashed: hasLowerBound(segments) ? "yes" : "no",
		}),
	};
}
