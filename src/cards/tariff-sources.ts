import type { Block, Span } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Layer } from "../tariffs/layer.ts";
import type { Source } from "../tariffs/measure.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";

/** Most sources told of one layer; how many more there are is said. */
const mostSources = 3;

const tiers: readonly Source["tier"][] = ["primary", "summary", "secondary"];

/**
 * The sources of each layer that is charged or may be, one layer a row: the
 * governing instrument first, then what else proves it, the law before the
 * press. What charges comes first, the ordinary rate last.
 */
export function tariffSources({ claims }: TariffAnswer, say: Say): Block[] {
	const layers = told(claims.flatMap((claim) => claim.layers));
	if (layers.length === 0) return [];
	const heading: Span = { text: say("tariffs.card.sources"), style: "strong" };
	return [
		{ kind: "text", spans: [heading] },
		{
			kind: "facts",
			facts: layers.map((layer) => ({
				label: layer.authority,
				value: sourcesOf(layer, say),
			})),
		},
	];
}

/** Each law and instrument once, under whichever claim it was met. */
function told(layers: readonly Layer[]): Layer[] {
	const charged = layers.filter(({ status }) => status !== "does_not_apply");
	const isBase = ({ kind }: Layer) => kind === "base";
	const inOrder = [
		...charged.filter((layer) => !isBase(layer)),
		...charged.filter(isBase),
	];
	const name = ({ authority, instrument }: Layer) =>
		`${authority}\n${instrument}`;
	return [
		...new Map(inOrder.map((layer) => [name(layer), layer])).values(),
	].filter(({ sources }) => sources.length > 0);
}

function sourcesOf({ sources }: Layer, say: Say): Span[] {
	const [governing, ...others] = sources;
	if (!governing) return [];
	const rest = others.toSorted(
		(a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier),
	);
	const shown = [governing, ...rest.slice(0, mostSources - 1)];
	const left = sources.length - shown.length;
	const more: Span[] =
		left > 0
			? [
					{
						text: `; ${say("tariffs.card.moreSources", { count: left })}`,
						style: "soft",
					},
				]
			: [];
	return [
		...shown.flatMap((source, at) => [
			...(at === 0 ? [] : [{ text: "; " }]),
			...tariffSourceLink(source, say),
		]),
		...more,
	];
}
