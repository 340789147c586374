import type { Charge } from "./charge.ts";
import type { Layer } from "./layer.ts";
import type { Source } from "./measure.ts";
import type { Shipment } from "./tally.ts";

/** Goes back over the versions that kept the rate. */
export function firstSet(
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
export function sourcesOf(
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
