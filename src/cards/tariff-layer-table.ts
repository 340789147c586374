import type { Block, Column, Span } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import { amountOf } from "../tariffs/add-money.ts";
import type { ClaimAnswer } from "../tariffs/answer-tariff.ts";
import type { Layer } from "../tariffs/layer.ts";

/** The layers that are charged or may be, one a row, with money when a customs value is given. */
export function tariffLayerTable(
	{ layers }: ClaimAnswer,
	{ value, say }: { value: number | null; say: Say },
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
			.map((layer) => rowOf(layer, { value, say })),
	};
}

function rowOf(
	layer: Layer,
	{ value, say }: { value: number | null; say: Say },
): readonly (readonly Span[])[] {
	const { authority, instrument, status, since, addsPercent } = layer;
	const open = say("tariffs.card.status", { status });
	const name: Span[] = [
		{ text: authority, style: "strong" },
		{ text: ` ${instrument}`, style: "soft" },
		...(open === "" ? [] : [{ text: ` (${open})` }]),
	];
	const row = [name, [{ text: rateText(layer, say) }], [{ text: since ?? "" }]];
	if (value === null) return row;
	const amount = amountOf(addsPercent, value);
	return [...row, [{ text: amount === null ? "" : amount.toFixed(2) }]];
}

function rateText({ kind, ratePercent }: Layer, say: Say): string {
	if (kind === "prohibition") return say("tariffs.card.ban");
	if (ratePercent === null) return say("tariffs.card.noRate");
	return kind === "floor"
		? say("tariffs.card.floor", { rate: ratePercent })
		: `${ratePercent}%`;
}
