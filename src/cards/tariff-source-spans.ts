import type { Span } from "../chat/card.ts";
import type { Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import type { Layer } from "../tariffs/layer.ts";
import type { Source } from "../tariffs/measure.ts";

/** Most sources on one card. */
const mostSources = 8;

const tiers: readonly Source["tier"][] = ["primary", "summary", "secondary"];

/** The sources of what is charged, then of what is open, each once, as links with their dates. */
export function sourceSpans({ claims }: TariffAnswer, say: Say): Span[] {
	const layers = claims.flatMap((claim) => claim.layers);
	const of = (status: Layer["status"]) =>
		layers
			.filter((layer) => layer.status === status)
			.flatMap(({ sources }) => sources)
			.sort((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier));
	const found = [...of("applies"), ...of("needs_fact"), ...of("unknown")];
	const sources = [...new Set(found)].slice(0, mostSources);
	return [
		{ text: say("tariffs.card.sources"), style: "strong" },
		...sources.flatMap((source, at) => [
			{ text: at === 0 ? " " : "; " },
			...linkSpans(source),
		]),
	];
}

/** One coming change: its date, its words, its source. */
export function changeSpans({
	date,
	change,
	source,
}: {
	readonly date: string;
	readonly change: string;
	readonly source: Source | null;
}): Span[] {
	const words: Span = { text: ` ${date}: ${change}` };
	return source
		? [words, { text: " (" }, ...linkSpans(source), { text: ")" }]
		: [words];
}

function linkSpans({ title, publisher, url, date }: Source): Span[] {
	const link: Span = url === null ? { text: title } : { text: title, url };
	return [link, { text: `, ${publisher}, ${date}`, style: "soft" }];
}
