import type { Block, Span } from "../chat/card.ts";
import type { FactBeside, FactsBeside } from "../news/facts-beside-book.ts";
import type { Say } from "../phrases/say.ts";
import { countryName } from "../tariffs/countries.ts";
import type { Layer } from "../tariffs/layer.ts";
import { languageOf } from "./topic-name.ts";

interface Fact {
	readonly label: string;
	readonly value: readonly Span[];
}

/**
 * The rates that an Article tells with the tariff book's beside them, and the
 * days on which something begins or ends. Nothing where the book cannot tell.
 */
export function factsBlock(found: FactsBeside | undefined, say: Say): Block[] {
	if (!found) return [];
	const { rates, effective, deadline, acts } = found;
	const facts = [
		...rates.flatMap((rate) => rateFacts(rate, say)),
		...dayFact(say("cards.effective"), effective),
		...dayFact(say("cards.deadline"), deadline),
		...actsFact(acts, say),
	];
	return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}

function rateFacts(rate: FactBeside, say: Say): Fact[] {
	const { percent, origin, stance } = rate;
	const goods = rate.goods[languageOf(say)];
	const told = origin
		? say("cards.rateFrom", { percent, goods, origin: nameOf(origin, say) })
		: say("cards.rateOn", { percent, goods });
	return [
		{ label: say("cards.rateTold", { stance }), value: [{ text: told }] },
		{ label: say("cards.book"), value: bookSpans(rate, say) },
	];
}

/** `It differs: 25%, Section 232, since 2025-03-12 (…; checked to 2026-10-07)`. */
function bookSpans({ beside, stance }: FactBeside, say: Say): Span[] {
	const isCompared = stance === "stated" || beside.kind === "same";
	const kind = isCompared ? beside.kind : "today";
	const spans = beside.layers.flatMap((layer, at) => [
		{ text: at > 0 ? " + " : " " },
		layerSpan(layer, say),
	]);
	const foot = say("cards.bookFoot", {
		importer: nameOf(beside.importer, say),
		origin: nameOf(beside.origin, say),
		date: beside.verifiedTo,
		conditional: beside.isConditional ? "yes" : "no",
	});
	const style = kind === "differs" ? ("strong" as const) : undefined;
	return [
		{ text: say("cards.bookKind", { kind }), ...(style && { style }) },
		...spans,
		{ text: foot, style: "soft" },
	];
}

/** Linked to its first source that has an address. */
function layerSpan(layer: Layer, say: Say): Span {
	const { ratePercent, authority, since, sources } = layer;
	const url = sources.find((source) => source.url !== null)?.url;
	const text =
		ratePercent === null
			? authority
			: since === null
				? say("cards.bookLayerUndated", { percent: ratePercent, authority })
				: say("cards.bookLayer", { percent: ratePercent, authority, since });
	return url ? { text, url } : { text };
}

function dayFact(label: string, day: string | null): Fact[] {
	return day === null ? [] : [{ label, value: [{ text: day }] }];
}

function actsFact(acts: FactsBeside["acts"], say: Say): Fact[] {
	if (acts.length === 0) return [];
	const value = acts.flatMap(({ title, url }, at): Span[] => [
		...(at > 0 ? [{ text: ", " }] : []),
		url === null ? { text: title } : { text: title, url },
	]);
	return [{ label: say("cards.acts"), value }];
}

function nameOf(country: string, say: Say): string {
	return countryName(country, languageOf(say));
}
