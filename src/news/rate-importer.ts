import { foldInPlace } from "../tariffs/fold-in-place.ts";
import type { Part } from "./rate-sentence.ts";

/** Names that stand for the country that charges; folded. */
const actors: readonly (readonly [string, RegExp])[] = [
	[
		"US",
		/\b(?:trump|washington|white house|maison-blanche|maison blanche|casa blanca|commerce department|ustr|greer|lutnick|u\.s\. customs)\b/g,
	],
	["CA", /\b(?:ottawa|carney|champagne announced|cbsa|asfc)\b/g],
	["CN", /\b(?:beijing|pekin|xi jinping)\b/g],
	["MX", /\b(?:sheinbaum|ebrard)\b/g],
	["EU", /\b(?:brussels|bruxelles|bruselas|von der leyen)\b/g],
];
/** The countries whose governments a text names by their heads or seats. */
export function actorsIn(text: string): ReadonlySet<string> {
	const folded = foldInPlace(text);
	const named = actors.filter(([, names]) => folded.search(names) >= 0);
	return new Set(named.map(([code]) => code));
}

/** `in China`, `aux États-Unis`: where the goods arrive. */
const arrival = /(?:\b(?:in|into|entering|en|aux|au|to)(?: the| la| los)?) $/;

interface Tied {
	readonly from: number;
	readonly to: number;
	readonly origin: string | null;
	/** Ties before this one; the countries in them are their goods'. */
	readonly told: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The country that charges, where the clause names it: the last named before
 * the tie, beside the charge, or where the goods arrive. Never the origin.
 */
export function rateImporter(
	parts: readonly Part[],
	folded: string,
	{ from, to, origin, told }: Tied,
): string | null {
	const end = parts[to - 1]?.end ?? folded.length;
	const named = [
		...parts.flatMap(({ country, start }, at) =>
			country ? [{ code: country.code, start, at }] : [],
		),
		...actors.flatMap(([code, names]) =>
			[...folded.matchAll(names)].map(({ index }) => ({
				code,
				start: index,
				at: -1,
			})),
		),
	]
		.filter(({ code }) => code !== origin)
		.sort((a, b) => a.start - b.start);
	const start = parts[from]?.start ?? 0;
	const isSubject = (at: number) =>
		at < 0 ||
		(told.every((tie) => at < tie.from || at >= tie.to) &&
			!/[Ffmoa]$|C[,&]{1,2}$/.test(lettersBefore(parts, at)));
	const ahead = named.findLast((one) => one.start < start && isSubject(one.at));
	if (ahead) return ahead.code;
	const beside = named.find(
		(one) => one.start < end && (one.at < 0 || isBesideCharge(parts, one.at)),
	);
	if (beside) return beside.code;
	const arrived = named.find((one) => arrival.test(folded.slice(0, one.start)));
	return arrived?.code ?? null;
}

/** What stands before a country, articles aside: `from the United States` is no subject. */
function lettersBefore(parts: readonly Part[], at: number): string {
	const letters = parts.slice(Math.max(0, at - 4), at);
	return letters
		.map(({ letter }) => letter)
		.join("")
		.replace(/j+$/, "");
}

/** `tarifs américains`, `U.S. tariff`. */
function isBesideCharge(parts: readonly Part[], at: number): boolean {
	return parts[at - 1]?.letter === "T" || parts[at + 1]?.letter === "T";
}
