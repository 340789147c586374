import type { Action, Block, Card, Span } from "../chat/card.ts";
import { textBlock } from "../chat/card.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";
import type { Language, Say } from "../phrases/say.ts";
import { amountOf } from "../tariffs/add-money.ts";
import type { ClaimAnswer, TariffAnswer } from "../tariffs/answer-tariff.ts";
import { countryName } from "../tariffs/countries.ts";
import { shiftDay } from "../tariffs/date-words.ts";
import type { Layer } from "../tariffs/layer.ts";
import { answerCard } from "./answer-card.ts";
import { stateOf, stepsInWords, tariffChart } from "./tariff-chart.ts";
import { tariffLayerTable } from "./tariff-layer-table.ts";
import { changeSpans, sourceSpans } from "./tariff-source-spans.ts";

/** How an answer is to be told. */
export interface TariffTold {
	readonly answer: TariffAnswer;
	/** Customs value, for the duty in money. */
	readonly value: number | null;
	/** The line's options as they were typed, for the buttons. */
	readonly options: Readonly<Partial<Record<string, string>>>;
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
	return answerCard(titleOf(told, plain), {
		tone: answer.warnings.length > 0 ? "warning" : "answer",
		blocks: [
			headline(told, plain),
			tariffLayerTable(plain, told),
			totals(told),
			...notCharged(plain, say),
			...listed(say("tariffs.card.missing"), plain.missing),
			...changes(told),
			chart(told),
			{ kind: "text", spans: sourceSpans(answer, say) },
			...listed(say("tariffs.card.warning"), answer.warnings),
		],
		actions: buttons(told),
		footer: answer.verifiedTo
			? say("tariffs.card.verified", { date: answer.verifiedTo })
			: null,
	});
}

function titleOf(told: TariffTold, claim: ClaimAnswer): string {
	return told.say("tariffs.card.title", {
		...names(told),
		state: claimState(claim),
		total: claim.totalPercent,
	});
}

/** The layer that weighs most, since when and by which act; then what USMCA origin changes. */
function headline(told: TariffTold, plain: ClaimAnswer): Block {
	const { answer, say } = told;
	const main = mainLayer(plain);
	const usmca = answer.claims.find(({ claim }) => claim === "USMCA");
	const said = [
		main &&
			say("tariffs.card.main", {
				authority: main.authority,
				rate: main.ratePercent,
				basis: main.basis,
				since: main.since ?? main.from,
				setBy: main.setBy,
				instrument: main.instrument,
				restated: main.setBy === main.instrument ? "no" : "yes",
			}),
		usmca &&
			say("tariffs.card.usmca", {
				state: usmcaState(plain, usmca),
				total: usmca.totalPercent,
			}),
		say("tariffs.card.onDay", { date: answer.on }),
	];
	return textBlock(said.filter((part) => part !== undefined).join(" "));
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

function totals({ answer, value, say }: TariffTold): Block {
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
				amount === null
					? total
					: say("tariffs.card.totalMoney", { total, amount });
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
			.map(({ authority, why }) => `${authority}. ${why}`),
	);
}

/** A heading and its sentences, or nothing. */
function listed(heading: string, sentences: readonly string[]): Block[] {
	if (sentences.length === 0) return [];
	const spans: Span[] = [{ text: heading, style: "strong" }];
	return [
		{
			kind: "text",
			spans: [...spans, ...sentences.map((text) => ({ text: ` ${text}` }))],
		},
	];
}

function changes({ answer, say }: TariffTold): Block[] {
	const next = answer.next.slice(0, mostChanges);
	if (next.length === 0) return [];
	const heading = { text: say("tariffs.card.next"), style: "strong" } as const;
	return [{ kind: "text", spans: [heading, ...next.flatMap(changeSpans)] }];
}

function chart(told: TariffTold): Block {
	const { answer, say } = told;
	const segments = answer.history.filter(({ claim }) => claim === "none");
	const story = stepsInWords(segments, say);
	return {
		kind: "picture",
		svg: tariffChart({
			segments,
			on: answer.on,
			title: say("tariffs.chart.title", names(told)),
		}),
		alt: say("tariffs.chart.alt", { ...names(told), story }),
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

function buttons({ answer, options, language, say }: TariffTold): Action[] {
	const { importer, origin, on, query } = answer;
	const asked = { ...options, product: query, importer, origin };
	const line = (change: Readonly<Record<string, string>>) =>
		formatCommandLine("tariff", null, { ...asked, ...change });
	const other = origin === "CA" ? "MX" : "CA";
	const another =
		importer === other
			? []
			: [
					{
						label: say("tariffs.action.origin", {
							origin: countryName(other, language),
						}),
						line: line({ origin: other }),
					},
				];
	const goods = answer.product.term;
	return [
		{
			label: say("tariffs.action.lastYear"),
			line: line({ on: shiftDay(on, { years: -1 }) }),
		},
		...another,
		{
			label: say("tariffs.action.reverse", {
				origin: countryName(importer, language),
				importer: countryName(origin, language),
			}),
			line: line({ importer: origin, origin: importer, on }),
		},
		{
			label: say("tariffs.action.follow", { goods }),
			line: formatCommandLine("subscribe", null, { topic: goods }),
		},
		{ label: say("tariffs.action.calendar"), line: "/calendar" },
	];
}
