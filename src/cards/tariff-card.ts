import type { Action, Block, Card, Span } from "../chat/card.ts";
import { textBlock } from "../chat/card.ts";
import type { Language, Say } from "../phrases/say.ts";
import { amountOf } from "../tariffs/add-money.ts";
import type { ClaimAnswer, TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Claim } from "../tariffs/condition.ts";
import { countryName } from "../tariffs/countries.ts";
import type { Layer } from "../tariffs/layer.ts";
import { answerCard } from "./answer-card.ts";
import { moneyText } from "./money-text.ts";
import {
	hasLowerBound,
	stateOf,
	stepsInWords,
	tariffChart,
} from "./tariff-chart.ts";
import { tariffFees } from "./tariff-fees.ts";
import { tariffHistory } from "./tariff-history.ts";
import { tariffLayerTable } from "./tariff-layer-table.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";
import { tariffSources } from "./tariff-sources.ts";

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
			totals(told),
			...(told.fees ? tariffFees(told) : []),
			...notCharged(shown, say),
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

/** The total, and in the same breath what USMCA origin makes of it. */
function titleOf(told: TariffTold, shown: ClaimAnswer): string {
	const usmca = told.answer.claims.find(({ claim }) => claim === "USMCA");
	return told.say("tariffs.card.title", {
		...names(told),
		state: claimState(shown),
		total: shown.totalPercent,
		claim: shown.claim,
		usmca:
			shown === usmca || !usmca || shown.totalPercent === 0
				? "none"
				: usmcaState(shown, usmca),
		with: usmca?.totalPercent ?? null,
	});
}

/** The layer that weighs most, since when and by which act; then what USMCA origin changes. */
function headline(told: TariffTold, plain: ClaimAnswer): Block {
	const { answer, say } = told;
	const main = mainLayer(plain);
	const usmca = answer.claims.find(({ claim }) => claim === "USMCA");
	const said = [
		main === undefined
			? nothingCharged(answer, say)
			: say("tariffs.card.main", {
					authority: main.authority,
					rate: main.ratePercent,
					basis: main.basis,
					since: main.since ?? main.from,
					setBy: main.setBy,
					instrument: main.instrument,
					restated: main.setBy === main.instrument ? "no" : "yes",
				}),
		usmca &&
			plain.claim === "none" &&
			plain.totalPercent !== 0 &&
			say("tariffs.card.usmca", {
				state: usmcaState(plain, usmca),
				total: usmca.totalPercent,
			}),
		say("tariffs.card.onDay", { date: answer.on }),
	];
	return textBlock(said.filter((part) => typeof part === "string").join(" "));
}

/** No duty that day, or a day that the book does not reach back to. */
function nothingCharged({ knownFrom, on }: TariffAnswer, say: Say): string {
	return knownFrom !== null && on < knownFrom
		? say("tariffs.card.before", { date: knownFrom })
		: say("tariffs.card.onlyBase");
}

function mainLayer({ layers }: ClaimAnswer): Layer | undefined {
	const charging = layers.filter(
		({ status, kind }) => status !== "does_not_apply" && kind !== "base",
	);
	const ban = charging.find(({ kind }) => kind === "prohibition");
	const heaviest = [...charging].sort(
		(a, b) => (b.addsPercent ?? -1) - (a.addsPercent ?? -1),
	)[0];
	return ban ?? heaviest;
}

function usmcaState(plain: ClaimAnswer, usmca: ClaimAnswer): string {
	const state = claimState(usmca);
	if (state === "prohibited" || state === "unknown") return state;
	if (usmca.totalPercent === plain.totalPercent) return "same";
	if (state === "partial") return state;
	return usmca.totalPercent === 0 ? "free" : "less";
}

function claimState({ layers, totalPercent, complete }: ClaimAnswer): string {
	const prohibited = layers.some(
		({ kind, status }) => kind === "prohibition" && status === "applies",
	);
	return stateOf({ totalPercent, complete, prohibited });
}

function totals({ answer, value, language, say }: TariffTold): Block {
	const isAlone = answer.claims.length === 1;
	return {
		kind: "facts",
		facts: answer.claims.map((claim) => {
			const total = say("tariffs.card.totalValue", {
				state: claimState(claim),
				total: claim.totalPercent,
			});
			const amount =
				value === null ? null : amountOf(claim.totalPercent, value);
			const text =
				amount === null || value === null
					? total
					: say("tariffs.card.totalMoney", {
							total,
							amount: moneyText(amount, language),
							value: moneyText(value, language),
						});
			const label = isAlone
				? say("tariffs.card.total")
				: say(`tariffs.card.total${claim.claim === "none" ? "None" : "USMCA"}`);
			return { label, value: [{ text, style: "strong" }] };
		}),
	};
}

function notCharged({ layers }: ClaimAnswer, say: Say): Block[] {
	return listed(
		say("tariffs.card.notCharged"),
		layers
			.filter(({ status }) => status === "does_not_apply")
			.map(({ authority, why }) => `${authority}: ${why}`),
	);
}

/** What is open; what only a USMCA claim leaves open is told as such. */
function missing({ answer, say }: TariffTold, plain: ClaimAnswer): string[] {
	const more = answer.claims
		.flatMap((claim) => claim.missing)
		.filter((what) => !plain.missing.includes(what))
		.map((what) => say("tariffs.card.missingUSMCA", { what }));
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

function names({ answer, language }: TariffTold) {
	const { term } = answer.product;
	return {
		goods: term.charAt(0).toUpperCase() + term.slice(1),
		origin: countryName(answer.origin, language),
		importer: countryName(answer.importer, language),
	};
}
