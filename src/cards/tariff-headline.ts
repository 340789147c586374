import { type Block, textBlock } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { ClaimAnswer, TariffAnswer } from "../tariffs/answer-tariff.ts";
import { basisIn } from "../tariffs/basis-in.ts";
import { countryName } from "../tariffs/countries.ts";
import type { Layer } from "../tariffs/layer.ts";
import type { TariffTold } from "./tariff-card.ts";
import { stateOf } from "./tariff-chart.ts";

/** The total, and in the same breath what the agreement that helps most makes of it. */
export function titleOf(told: TariffTold, shown: ClaimAnswer): string {
	const usmca = bestClaim(told.answer);
	return told.say("tariffs.card.title", {
		...names(told),
		state: claimState(shown),
		total: shown.totalPercent,
		printed: shown.totalPrinted ?? "",
		claim: shown.claim,
		by: usmca?.claim ?? "",
		usmca:
			shown === usmca || !usmca || shown.totalPercent === 0
				? "none"
				: usmcaState(shown, usmca),
		with: usmca?.totalPercent ?? null,
	});
}

/** The layer that weighs most, since when and by which act; then what USMCA origin changes. */
export function headline(told: TariffTold, plain: ClaimAnswer): Block {
	const { answer, say } = told;
	const main = mainLayer(plain);
	const usmca = bestClaim(answer);
	const said = [
		main === undefined
			? nothingCharged(answer, say)
			: say(
					main.ratePercent === 0
						? "tariffs.card.mainNone"
						: "tariffs.card.main",
					{
						authority: main.authority,
						rate: main.ratePercent,
						basis: basisIn(main.basis, say),
						since: main.since ?? main.from,
						setBy: main.setBy,
						instrument: main.instrument,
						restated: main.setBy === main.instrument ? "no" : "yes",
					},
				),
		usmca &&
			plain.claim === "none" &&
			plain.totalPercent !== 0 &&
			say("tariffs.card.usmca", {
				state: chargeState(plain, usmca),
				total: usmca.totalPercent,
				printed: usmca.totalPrinted ?? "",
				by: usmca.claim,
			}),
		say("tariffs.card.onDay", { date: answer.on }),
	];
	return textBlock(said.filter((part) => typeof part === "string").join(" "));
}

/** The claim with the least known total; the first of those that are alike. */
function bestClaim({ claims }: TariffAnswer): ClaimAnswer | undefined {
	const [best] = claims
		.filter(({ claim }) => claim !== "none")
		.toSorted((a, b) => weight(a) - weight(b));
	return best;
}

function weight({ totalPercent, complete }: ClaimAnswer): number {
	return totalPercent !== null && complete ? totalPercent : Infinity;
}

/** No duty that day, or a day that the book does not reach back to. */
function nothingCharged({ knownFrom, on }: TariffAnswer, say: Say): string {
	return knownFrom !== null && on < knownFrom
		? say("tariffs.card.before", { date: knownFrom })
		: say("tariffs.card.onlyBase");
}

function mainLayer({ layers }: ClaimAnswer): Layer | undefined {
	// The ordinary duty alone is not dated, whatever kind of rate it is.
	const charging = layers.filter(
		({ status, since }) => status !== "does_not_apply" && since !== null,
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
	if (state === "printed")
		return usmca.totalPrinted === plain.totalPrinted ? "same" : state;
	const isSame =
		usmca.totalPercent === plain.totalPercent &&
		(usmca.complete === plain.complete || !usmca.complete);
	if (isSame) return "same";
	if (state === "partial") return state;
	return usmca.totalPercent === 0 ? "free" : "less";
}

/** What the claim makes of the charge that was named: a freed column 1 rate, not known, is no help against it. */
function chargeState(plain: ClaimAnswer, usmca: ClaimAnswer): string {
	const state = usmcaState(plain, usmca);
	const isKept = usmca.totalPercent === plain.totalPercent;
	return state === "less" && isKept ? "same" : state;
}

/** Which of the sentences about a total fits the claim. */
export function claimState({
	layers,
	totalPercent,
	totalPrinted,
	complete,
}: ClaimAnswer): string {
	if (totalPrinted !== undefined) return "printed";
	const prohibited = layers.some(
		({ kind, status }) => kind === "prohibition" && status === "applies",
	);
	return stateOf({ totalPercent, complete, prohibited });
}

/** The goods and the two countries, as sentences name them. */
export function names({ answer, language }: TariffTold) {
	const { term } = answer.product;
	return {
		goods: term.charAt(0).toUpperCase() + term.slice(1),
		origin: countryName(answer.origin, language),
		importer: countryName(answer.importer, language),
	};
}
