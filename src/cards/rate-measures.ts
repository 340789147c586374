import type { Block, Span } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Layer } from "../tariffs/layer.ts";
import type { ChargedMeasure, ClaimTotal } from "../tariffs/rate-timeline.ts";
import { claimsIn, type RateTold } from "./rate-told.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";

/** Most measures that a card names. */
const mostMeasures = 6;
const mostSources = 2;

/** The measures whose charge changes, each with its act and where it was read. */
export function rateMeasures(told: RateTold): Block[] {
	const facts = changes(told)
		.slice(0, mostMeasures)
		.map(({ layer, text }) => ({
			label: layer.authority,
			value: [
				{ text, style: "strong" } as const,
				...sourcesOf(layer, told),
				...confirmed(layer, told),
			],
		}));
	if (facts.length === 0) return [];
	const text = told.say("rates.charged");
	const heading: Span = { text, style: "strong" };
	return [
		{ kind: "text", spans: [heading] },
		{ kind: "facts", facts },
	];
}

/** Where the headline's figure comes from, in one line: the act and its first source; empty where nothing is held. */
export function rateSource(told: RateTold): string {
	const [change] = changes(told);
	const [source] = change?.layer.sources ?? [];
	if (!change || !source) return "";
	const { publisher, date, tier } = source;
	const by = told.say("tariffs.card.source", { publisher, date, tier });
	return `${change.layer.instrument}, ${by}`;
}

interface LayerChange {
	readonly layer: Layer;
	readonly text: string;
}

/** Where no measure changes, the ordinary duty does. */
function changes(told: RateTold): LayerChange[] {
	const { after, say } = told;
	const found = changedIn(told).flatMap((one) => changeOf(one, told) ?? []);
	if (found.length > 0) return found;
	const bases = after.claims.flatMap(({ layers }) =>
		layers.filter(({ kind, sources }) => kind === "base" && sources.length > 0),
	);
	const base = bases.at(-1);
	if (!base) return [];
	const { ratePercent, status, instrument } = base;
	const now = rateText({ ratePercent, status }, base, say);
	const values = { change: "same", before: now, after: now, instrument };
	return [{ layer: base, text: say("rates.measure", values) }];
}

interface Changed {
	readonly measure: string;
	readonly before: ChargedMeasure | undefined;
	readonly after: ChargedMeasure | undefined;
}

/** Of a correction, the latest days. */
function changedIn({ news }: RateTold): Changed[] {
	if (news.kind !== "correction") return changed(news.before, news.after);
	const last = news.days.at(-1);
	return last ? changed(last.said, last.right) : [];
}

/** Under any claim; the plain one speaks first. */
function changed(
	before: readonly ClaimTotal[],
	after: readonly ClaimTotal[],
): Changed[] {
	const found = new Map<string, Changed>();
	for (const claim of claimsIn(before, after)) {
		const was = chargedUnder(before, claim);
		const is = chargedUnder(after, claim);
		for (const measure of new Set([...is.keys(), ...was.keys()])) {
			const one = { measure, before: was.get(measure), after: is.get(measure) };
			const isSame = JSON.stringify(one.before) === JSON.stringify(one.after);
			if (!isSame && !found.has(measure)) found.set(measure, one);
		}
	}
	return [...found.values()];
}

function chargedUnder(
	claims: readonly ClaimTotal[],
	claim: ClaimTotal["claim"],
) {
	const charged = claims.find((one) => one.claim === claim)?.charged ?? [];
	return new Map(charged.map((one) => [one.measure, one]));
}

/** The measure as the answer after the change has it, or before it where it ends. */
function changeOf(
	{ measure, before, after }: Changed,
	{ before: until, after: from, say }: RateTold,
): LayerChange | null {
	const layer = layerIn(from, measure) ?? layerIn(until, measure);
	if (!layer) return null;
	const text = say("rates.measure", {
		change: !before ? "new" : !after ? "ended" : "other",
		before: before ? rateText(before, layer, say) : "",
		after: after ? rateText(after, layer, say) : "",
		instrument: layer.instrument,
	});
	return { layer, text };
}

function layerIn({ claims }: TariffAnswer, measure: string): Layer | undefined {
	const own = claims
		.flatMap(({ layers }) => layers)
		.filter((layer) => layer.measure === measure);
	return own.find(({ status }) => status !== "does_not_apply") ?? own[0];
}

function sourcesOf({ sources }: Layer, { say }: RateTold): Span[] {
	return sources
		.slice(0, mostSources)
		.flatMap((source) => [{ text: "; " }, ...tariffSourceLink(source, say)]);
}

function confirmed({ confirmedOn: date }: Layer, { say }: RateTold): Span[] {
	if (date === undefined) return [];
	return [{ text: `; ${say("rates.confirmedOn", { date })}`, style: "soft" }];
}

function rateText(
	{ ratePercent, status }: Pick<ChargedMeasure, "ratePercent" | "status">,
	{ kind }: Layer,
	say: Say,
): string {
	const rate =
		kind === "prohibition"
			? say("tariffs.card.ban")
			: ratePercent === null
				? say("tariffs.card.noRate")
				: kind === "floor"
					? say("tariffs.card.floor", { rate: ratePercent })
					: `${ratePercent}%`;
	return say("tariffs.card.openRate", { status, rate });
}
