import type { Say } from "../phrases/say.ts";
import type { BaseRate } from "./base-rate.ts";
import { bookSentence } from "./book-sentence.ts";
import type { Charge, Status } from "./charge.ts";
import type { Claim } from "./condition.ts";
import { firstSet, sourcesOf } from "./layer-sources.ts";
import { notesOf, whyOf } from "./layer-words.ts";
import type { RateKind, Source } from "./measure.ts";
import { addsPercent, type Shipment, type Tally } from "./tally.ts";

/** A measure as it applies to one question. */
export interface Layer {
	readonly measure: string;
	readonly authority: string;
	readonly instrument: string;
	readonly kind: RateKind;
	readonly ratePercent: number | null;
	/** As the schedule prints it, where it is no plain percentage: `4.4¢/kg + 2.5%`. */
	readonly rate?: string;
	/** Percent of the full value that it adds to the total; null when not known or not counted. */
	readonly addsPercent: number | null;
	readonly basis: string;
	readonly status: Status;
	readonly why: string;
	/** What else is to be known of the charge: conditions, quotas, dates in doubt. */
	readonly notes: readonly string[];
	/** Null for column 1, which the book does not date. */
	readonly from: string | null;
	readonly to: string | null;
	/** Since when the rate has been the same, however often the law restated it. */
	readonly since: string | null;
	/** The instrument that first set that rate. */
	readonly setBy: string;
	/** The day on which a person confirmed it, where the book's own files do not have it yet. */
	readonly confirmedOn?: string;
	readonly sources: readonly Source[];
}

const order: readonly Status[] = [
	"applies",
	"needs_fact",
	"unknown",
	"does_not_apply",
];

/** The layers of a tally: column 1, then what applies, what is open, what does not apply and why. */
export function layersOf(
	{ base, charges, claim }: Tally,
	shipment: Shipment,
	say: Say,
): Layer[] {
	const layers = charges
		.filter((charge) => isWorthTelling(charge, shipment))
		.map((charge) => layerOf(charge, { base, shipment, say }))
		.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
	return base ? [baseLayer(base, { shipment, claim, say }), ...layers] : layers;
}

/** Not the ended programmes, nor charges on a condition that nobody spoke of. */
function isWorthTelling(charge: Charge, { goods, facts }: Shipment): boolean {
	if (charge.version.isEnd) return goods.product?.measures !== undefined;
	const { status, reason } = charge;
	if (reason.kind === "excluded" && !reason.isSure) return false;
	return (
		status !== "does_not_apply" ||
		reason.kind !== "condition" ||
		reason.fact in facts
	);
}

function layerOf(
	charge: Charge,
	{
		base,
		shipment,
		say,
	}: { base: BaseRate | null; shipment: Shipment; say: Say },
): Layer {
	const { measure, version } = charge;
	return {
		measure: measure.id,
		authority: measure.authority,
		instrument:
			shipment.book.instruments.get(version.instrument)?.name ??
			version.instrument,
		kind: charge.kind,
		ratePercent: charge.ratePercent,
		addsPercent: addsPercent(charge, base),
		basis: charge.basis,
		status: charge.status,
		why: whyOf(charge, say),
		notes: notesOf(charge, say),
		from: version.from,
		to: version.to,
		...firstSet(charge, shipment),
		...(version.confirmedOn && { confirmedOn: version.confirmedOn }),
		sources: sourcesOf(charge, shipment),
	};
}

function baseLayer(
	base: BaseRate,
	{ shipment, claim, say }: { shipment: Shipment; claim: Claim; say: Say },
): Layer {
	const { sources, why, printed, heldFrom: from } = base;
	const note = base.note === null ? null : bookSentence(base.note, say);
	const { importer } = shipment;
	const isKnown = base.ratePercent !== null || base.kind === "specific";
	const isColumn2 = why === "column-2" || why === "column-2-held";
	const instrument = why === "not-held" ? "" : (sources[0]?.title ?? "");
	const isClaimed = why === "usmca" || why === "claimed";
	return {
		measure: `${importer.toLowerCase()}-column-1`,
		authority: say("tariffs.base.authority", {
			...{ importer, claim: isClaimed ? claim : "none" },
			column: isColumn2 ? "two" : "one",
		}),
		instrument,
		kind: base.kind,
		ratePercent: base.ratePercent,
		...(printed !== null && { rate: printed }),
		addsPercent: base.addsPercent,
		basis: say("tariffs.base.basis"),
		status: isKnown ? "applies" : "unknown",
		why: note ?? say(`tariffs.base.${why}`, { from, claim, instrument }),
		notes: note === null ? [] : [note],
		from: null,
		to: null,
		since: null,
		setBy: instrument,
		sources,
	};
}
