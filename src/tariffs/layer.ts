import type { Say } from "../phrases/say.ts";
import type { BaseRate } from "./base-rate.ts";
import { basisIn } from "./basis-in.ts";
import type { Charge, Status } from "./charge.ts";
import type { Claim } from "./condition.ts";
import { readRate } from "./duty-rate.ts";
import type { RateKind, Source } from "./measure.ts";
import { factFor } from "./quantity.ts";
import type { SurtaxFound } from "./surtax-list.ts";
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
	/** What else is to be known of the charge: conditions, quotas, dates in doubt; English, as the book has it. */
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

/** What would have to be known for the total to be complete, in plain sentences. */
export function missingOf(
	{ base, charges, beginsLater }: Tally,
	{ goods }: Shipment,
	say: Say,
): string[] {
	if (
		charges.some(
			({ kind, status }) => kind === "prohibition" && status === "applies",
		)
	)
		return [];
	const missing = charges.flatMap((charge) => missingFrom(charge, say));
	const isProgramme = goods.product?.measures !== undefined;
	if (base?.addsPercent == null && !isProgramme) {
		missing.unshift(missingBase(base, say));
	}
	if (beginsLater !== null) {
		missing.push(say("tariffs.missing.before", { date: beginsLater }));
	}
	return [...new Set(missing)];
}

function missingBase(base: BaseRate | null, say: Say): string {
	if (base?.printed != null) {
		const { printed: rate, kind } = base;
		const fact = factFor(readRate(rate));
		return say("tariffs.missing.printed", { rate, kind, fact });
	}
	return base?.why === "not-held"
		? say("tariffs.missing.column1Then", { from: base.heldFrom })
		: say("tariffs.missing.column1");
}

function missingFrom(charge: Charge, say: Say): string[] {
	const { measure, status, openFacts } = charge;
	if (status === "unknown") {
		return [say("tariffs.missing.list", { authority: measure.authority })];
	}
	if (status === "needs_fact") {
		return openFacts.slice(-1).map((fact) =>
			say("tariffs.missing.fact", {
				fact,
				authority: measure.authority,
				why: askFor(fact, say),
			}),
		);
	}
	return status === "applies" &&
		charge.ratePercent === null &&
		charge.kind !== "prohibition"
		? [say("tariffs.missing.rate", { authority: measure.authority })]
		: [];
}

/** A fact's question in words, with how to type it. */
function askFor(fact: string, say: Say): string {
	return say("tariffs.fact", { fact });
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
		notes: notesOf(charge),
		from: version.from,
		to: version.to,
		...firstSet(charge, shipment),
		...(version.confirmedOn && { confirmedOn: version.confirmedOn }),
		sources: sourcesOf(charge, shipment),
	};
}

function notesOf({ measure, version, reason, status }: Charge): string[] {
	if (status === "does_not_apply" || status === "unknown") return [];
	const instead = reason.kind === "instead" ? reason.why : undefined;
	const { note, disagreement } = measure;
	return [instead, version.note, note, disagreement].filter(
		(part) => part !== undefined,
	);
}

function whyOf(charge: Charge, say: Say): string {
	const { measure, version, status, list } = charge;
	const reason = reasonOf(charge, say);
	if (status === "does_not_apply") return reason;
	const listed = list && say("tariffs.why.listed", listWords(list));
	return [
		reason,
		listed ?? undefined,
		measure.preference,
		version.note,
		measure.note,
	]
		.filter((part) => part !== undefined)
		.join(" ");
}

function listWords({ instrument, schedule, from }: SurtaxFound) {
	return { instrument, schedule, from };
}

function reasonOf(
	{ reason, kind, ratePercent, basis }: Charge,
	say: Say,
): string {
	switch (reason.kind) {
		case "charged":
			return say("tariffs.why.charged", {
				kind,
				rate: ratePercent,
				basis: basisIn(basis, say),
			});
		case "not-listed":
			return say("tariffs.why.notListed", listWords(reason.list));
		case "list-unknown":
			return say("tariffs.why.listUnknown", { rate: ratePercent });
		case "exempt":
		case "instead":
			return reason.why;
		case "excluded":
			return reason.why;
		case "condition":
			return say("tariffs.why.condition", {
				fact: reason.fact,
				ask: askFor(reason.fact, say),
			});
	}
}

/** Goes back over the versions that kept the rate. */
function firstSet(
	{ measure, version }: Charge,
	{ candidates, book }: Shipment,
): Pick<Layer, "since" | "setBy"> {
	const versions =
		candidates.find((one) => one.measure === measure)?.track.versions ?? [];
	const before = versions.slice(0, versions.indexOf(version)).reverse();
	const change = before.findIndex(
		({ ratePercent, kind }) =>
			ratePercent !== version.ratePercent || kind !== version.kind,
	);
	const same = change < 0 ? before : before.slice(0, change);
	const { from, instrument } = same.at(-1) ?? version;
	const setBy = book.instruments.get(instrument)?.name ?? instrument;
	return { since: from, setBy };
}

/** The source of the reason first, then the instrument's, the version's own and the measure's; each once. */
function sourcesOf(
	{ measure, version, reasonAct, list }: Charge,
	{ book }: Shipment,
): Source[] {
	const acts = [reasonAct, version.instrument];
	const keys = [
		...acts.map((act) => book.instruments.get(act ?? "")?.source ?? ""),
		...version.sources,
		...measure.sources,
	];
	const held = [...new Set(keys)].flatMap((key) => book.sources.get(key) ?? []);
	const [governing, ...others] = held;
	// What covers the goods comes right after the act itself.
	const covering = list ? [list.source] : [];
	return governing ? [governing, ...covering, ...others] : covering;
}

function baseLayer(
	base: BaseRate,
	{ shipment, claim, say }: { shipment: Shipment; claim: Claim; say: Say },
): Layer {
	const { sources, why, printed, heldFrom: from } = base;
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
		why: base.note ?? say(`tariffs.base.${why}`, { from, claim, instrument }),
		notes: base.note === null ? [] : [base.note],
		from: null,
		to: null,
		since: null,
		setBy: instrument,
		sources,
	};
}
