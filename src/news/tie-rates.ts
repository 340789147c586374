import type { CountryFound } from "../tariffs/find-countries.ts";
import type { GoodsFound } from "../tariffs/find-goods.ts";
import type { RateFound } from "../tariffs/find-rates.ts";
import type { Part, RateSentence } from "./rate-sentence.ts";

/** A rate that a sentence ties to goods, to a country, or to both. */
export interface TiedRate {
	/** Null where a country's goods at large are charged. */
	readonly goods: GoodsFound | null;
	readonly rate: RateFound;
	readonly origin: CountryFound | null;
	/** First and one after the last of the sentence's parts that say so. */
	readonly from: number;
	readonly to: number;
	/** The sentence tells a former rate beside it: `from 25% to 50%`. */
	readonly isChange: boolean;
}

const country = "(?:[jg]*C[jg]*)";
const one = `[jhgm]*(?:${country}f?)?(?:gf[jh]*${country}?)?PC?g?C?`;
const goods = `(?<goods>${one}(?:(?:,|,?&)[oaf]?${one})*)`;
const origin =
	"(?:(?:b?mb?[fF]|mb|mbf|F|bf|f)[jhg]*C(?:(?:,|,?&)[jh]*C)*|[fF]j?x{1,3}(?=b))?";
const places = "[jhg]*(?:g[fF]j*)?(?<origin>C(?:(?:,|,?&)[oa]?j*C)*)(?!x)";
const change = "(?:[Ff]?[j]*R[a]j*)";
const rate = "(?<rate>R)";
/** `droits de douane` are one charge. */
const duty = "T(?:fj)?";
const charge = `[jhCn]*${duty}C?`;

/** Each on the letters of a sentence; `goods` and `rate` are what is tied. */
const ties: readonly RegExp[] = [
	// 50% tariff on steel · 25 % de droits imposés sur l'acier
	`${rate}f?${charge}[jbvxhC]{0,3}[oa]${goods}${origin}`,
	// tariffs of 50% on steel · droits de 25 % frappant l'acier · from 25 to 50% on
	`${duty}[jC]*[bvjC]{0,3}${change}?[fab]{0,3}j*${rate}[jvbxC]{0,3}[oaS]${goods}${origin}`,
	// tariffs on steel (rise from 25) to 50% · droits sur l'acier de 50 %
	`(?:${duty}|r)[jC]*[oaf]${goods}${origin}[bvxja,]{0,4}(?:${change}|[faFbv]j*)${rate}`,
	// the 50% steel tariff
	`${rate}[jn]*${goods}T`,
	// steel tariffs rose to 50% · steel tariff: 50%
	`${goods}T[bvxj:]{0,5}${change}?[fa]?j*${rate}`,
	// steel faces a 50% tariff · l'acier est frappé de droits de 50 %
	`${goods}${origin}(?:[bjxv]{0,4}S[bjafC]*|b{1,3}j*)(?:${rate}f?[jC]*T|${duty}[jCx]{0,2}[fa]?j*${rate})`,
	// heavy trucks pay 25%
	`${goods}${origin}[bjx]{0,3}S[aj]*${rate}(?:[fa]?[jC]*T)?`,
	// charges 35% on softwood lumber
	`[Sv][jhab]*${rate}[oa]${goods}${origin}`,
	// taxera à 25 % le soja · gravará con 25% la soya
	`S[jhab]*${rate}${goods}${origin}`,
].map((tie) => named(tie));

/** After a charge was named: `25% on cars, 10% on energy`; after goods that pay: `and chips 15%`. */
const more: readonly RegExp[] = [
	`(?<=[,:&;]j?)${rate}[oa]${goods}${origin}`,
	`(?<=R)[,&]{1,2}${goods}${origin}a?${rate}`,
].map((tie) => named(tie));

/** No goods named: whatever comes from there. */
const ofCountry: readonly RegExp[] = [
	`${rate}f?${charge}[jbvxh]{0,3}[oa]${places}`,
	`${duty}[jC]*[bvj]{0,3}[fa]?j*${rate}[jvbx]{0,3}[oa]${places}`,
	`${duty}[j]*[oa]${places}g?[bvxj]{0,4}(?:${change}|[faFbv]j*)${rate}`,
	`(?<![aoFfm]j?)(?<origin>C)[bj]{0,3}S[bjaf]*(?:${rate}f?[jC]*T|T[jC]*[fa]?j*${rate})`,
	`${rate}f?${charge}[jbvxh]{0,3}[oa][jf]*h(?<own>g)`,
	`gF(?<origin>C)[bj]{0,3}S[aj]*${rate}`,
].map((tie) => named(tie));

/** A share of something is no duty: `25% of its sales`, `25% more`. */
const share =
	/^ (?:of|more|less|fewer|higher|lower|off|de (?:ses|leurs?|sa|son|la|l'|sus?|los|las|plus|moins)|du|des|del|plus|moins|mas|menos)\b/;

function named(tie: string): RegExp {
	return new RegExp(tie, "dg");
}

/** The rates that a sentence ties to goods; failing goods, to countries. */
export function tieRates(sentence: RateSentence): TiedRate[] {
	const { letters, parts, folded } = sentence;
	const tied: TiedRate[] = [];
	const used = new Set<Part>();
	for (const tie of ties) collect(tie);
	if (letters.includes("T") || tied.length > 0) {
		for (const tie of more) collect(tie);
	}
	if (tied.length === 0) for (const tie of ofCountry) collect(tie);
	return tied.sort((a, b) => a.rate.start - b.rate.start);

	function collect(tie: RegExp): void {
		for (const match of letters.matchAll(tie)) {
			const found = tiedBy(match, parts);
			const end = match.index + match[0].length;
			const within = parts.slice(match.index, end).filter(isFigureOrGoods);
			if (within.some((part) => used.has(part))) continue;
			const last = parts[end - 1];
			if (last?.rate && share.test(folded.slice(last.end))) continue;
			for (const part of within) used.add(part);
			tied.push(...found);
		}
	}
}

function isFigureOrGoods({ letter }: Part): boolean {
	return letter === "R" || letter === "P";
}

function tiedBy(match: RegExpExecArray, parts: readonly Part[]): TiedRate[] {
	const groups = match.indices?.groups ?? {};
	const [rateAt] = groups.rate ?? [];
	const part = rateAt === undefined ? undefined : parts[rateAt];
	if (!part?.rate) return [];
	const { rate: found } = part;
	const from = match.index;
	const to = from + match[0].length;
	const within = parts.slice(from, to);
	const isChange = within.filter(({ letter }) => letter === "R").length > 1;
	const frame = { rate: found, from, to, isChange };
	if (groups.origin) {
		return parts
			.slice(...groups.origin)
			.flatMap(({ country: one }) =>
				one ? [{ ...frame, goods: null, origin: one }] : [],
			);
	}
	if (groups.own) {
		const owner = parts.slice(0, from).findLast(({ letter }) => letter === "C");
		return owner?.country
			? [{ ...frame, goods: null, origin: owner.country }]
			: [];
	}
	const [first = from, last = to] = groups.goods ?? [];
	const beside = parts.slice(last, to).find(({ letter }) => letter === "C");
	return parts.slice(first, last).flatMap((one, at) => {
		if (!one.goods) return [];
		const near =
			originOf(parts.slice(first, last), at) ??
			beside?.country ??
			ownerOf(parts, first, first + at);
		return [{ ...frame, goods: one.goods, origin: near ?? null }];
	});
}

/** The country beside these goods, or the one that heads or ends their list. */
function originOf(list: readonly Part[], at: number): CountryFound | null {
	const before = list.slice(0, at).findLast(({ letter }) => letter === "C");
	const after = list.slice(at + 1);
	const next = after.findIndex(({ letter }) => letter === "P");
	const behind = after
		.slice(0, next < 0 ? undefined : next)
		.find(({ letter }) => letter === "C");
	const last =
		next < 0 ? undefined : after.findLast(({ letter }) => letter === "C");
	return behind?.country ?? before?.country ?? last?.country ?? null;
}

/** `Vietnam agreed to a tariff on its shoes`: whose they are was named before. */
function ownerOf(
	parts: readonly Part[],
	first: number,
	at: number,
): CountryFound | undefined {
	const isOn = /[oa]/.test(parts[first - 1]?.letter ?? "");
	const isOwned = parts.slice(first, at).some(({ letter }) => letter === "h");
	if (!isOn || !isOwned) return undefined;
	return parts.slice(0, first).findLast(({ letter }) => letter === "C")
		?.country;
}
