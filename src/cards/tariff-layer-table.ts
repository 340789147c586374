import type { Block, Column, Span } from "../chat/card.ts";
import type { Language, Say } from "../phrases/say.ts";
import { amountOf } from "../tariffs/add-money.ts";
import type { ClaimAnswer } from "../tariffs/answer-tariff.ts";
import type { Layer } from "../tariffs/layer.ts";
import { moneyText } from "./money-text.ts";

/** What the rows of the table are told with. */
interface RowTools {
	/** Customs value, for the duty in money. */
	readonly value: number | null;
	readonly language: Language;
	readonly say: Say;
}

/** The layers that are charged or may be, one a row, with money when a customs value is given. */
export function tariffLayerTable(
	{ layers }: ClaimAnswer,
	{ value, language, say }: RowTools,
): Block {
	const column = (title: string, align: Column["align"]) => ({ title, align });
	const money =
		value === null ? [] : [column(say("tariffs.card.amount"), "right")];
	return {
		kind: "table",
		columns: [
			column(say("tariffs.card.layer"), "left"),
			column(say("tariffs.card.rate"), "right"),
			column(say("tariffs.card.since"), "left"),
			...money,
		],
		rows: layers
			.filter(({ status }) => status !== "does_not_apply")
			.map((layer) => rowOf(layer, { value, language, say })),
	};
}

function rowOf(
	layer: Layer,
	{ value, language, say }: RowTools,
): readonly (readonly Span[])[] {
	const { authority, instrument, since, addsPercent } = layer;
	const name = nameOf(authority, instrument);
	const row = [name, [{ text: rateText(layer, say) }], [{ text: since ?? "" }]];
	if (value === null) return row;
	const amount = amountOf(addsPercent, value);
	const text = amount === null ? "" : moneyText(amount, language);
	return [...row, [{ text }]];
}

/** The authority and its act; an act that bears the authority's name says it once. */
function nameOf(authority: string, instrument: string): Span[] {
	const act = instrument.startsWith(authority)
		? instrument.slice(authority.length)
		: `, ${instrument}`;
	const strong: Span = { text: authority, style: "strong" };
	return act === "" || act === ", "
		? [strong]
		: [strong, { text: act, style: "soft" }];
}

/** The rate, and on what it hangs while that is open. */
function rateText(
	{ kind, ratePercent, rate: printed, status }: Layer,
	say: Say,
): string {
	const rate =
		kind === "prohibition"
			? say("tariffs.card.ban")
			: ratePercent !== null && kind === "floor"
				? say("tariffs.card.floor", { rate: ratePercent })
				: ratePercent === null
					? printed
					: say("tariffs.card.percent", { rate: ratePercent });
	if (rate === undefined) return say("tariffs.card.noRate");
	return say("tariffs.card.openRate", { status, rate });
}
