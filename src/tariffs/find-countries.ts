import { findCountry } from "./countries.ts";

/** A country, or the EU, as a text names it or its people. Offsets are UTF-16 units. */
export interface CountryFound {
	readonly start: number;
	readonly end: number;
	/** ISO code, or `EU`. */
	readonly code: string;
}

const word = /(?:\p{L}\.-?){2,}|\p{L}[\p{L}\p{M}]*(?:['’](?!s\b)\p{L}+)?/gu;
const elision = /^(?:[dlDL]|[Qq]u)['’]/;
const longestName = 4;
/** Places that begin or end with a country's name and are none. */
const places =
	/^(?:British Columbia|New Mexico|New England|South Carolina|Mexico City|Indian Ocean|American Samoa|Gulf of Mexico|Golfo de México|golfe du Mexique|Nouveau-Mexique|Nuevo México|Ciudad de México)/;
/** Words of a name that stand in lower case. */
const small = /^(?:of|the|and|du|de|des|la|le|les|et|del|los|y)$/;

/**
 * The countries of a text in English, French and Spanish, in its order. Names
 * are capitalised; adjectives may be small in French and Spanish (`canadien`).
 * Codes count in capitals only: `us` is a pronoun, `US` a country.
 */
export function findCountries(text: string): CountryFound[] {
	const words = [...text.matchAll(word)].map(({ 0: written, index }) => {
		const cut = elision.exec(written)?.[0].length ?? 0;
		return { start: index + cut, end: index + written.length };
	});
	const found: CountryFound[] = [];
	for (let at = 0; at < words.length; at++) {
		const passed = placeAt(at);
		const size = passed > 0 ? 0 : nameAt(at);
		const [first, last] = [words[at], words[at + size - 1]];
		if (first && last && size > 0) {
			const { start } = first;
			const { end } = last;
			const code = codeOf(text.slice(start, end));
			if (code !== null) found.push({ start, end, code });
		}
		at += Math.max(passed, size, 1) - 1;
	}
	return found;

	function placeAt(at: number): number {
		const start = words[at]?.start ?? text.length;
		const place = places.exec(text.slice(start, start + 30))?.[0];
		return place === undefined ? 0 : place.split(/[ -]/).length;
	}

	function nameAt(at: number): number {
		const first = words[at];
		if (!first || small.test(text.slice(first.start, first.end))) return 0;
		for (let size = longestName; size > 0; size--) {
			const last = words[at + size - 1];
			if (last && codeOf(text.slice(first.start, last.end)) !== null)
				return size;
		}
		return 0;
	}
}

function codeOf(written: string): string | null {
	if (/[,;:()\n]/.test(written)) return null;
	const isCapital = /^\p{Lu}/u.test(written);
	const bare = written.replace(/[.’'-]/g, "");
	if (bare.length <= 3 && !/^\p{Lu}{2,3}$/u.test(bare)) return null;
	// Two capitals that are no usual code are initials of something else.
	if (bare.length === 2 && !/^(?:US|UK|EU|UE|EE|GB|UA)$/.test(bare))
		return null;
	const code =
		findCountry(written.replaceAll("-", " ")) ?? findCountry(written);
	if (code === null) return null;
	return isCapital || isAdjective(written) ? code : null;
}

/** Short ones by name, long ones by their ends; `turkey`, `china` and `chili` in small letters are goods. */
const adjective =
	/^(?:russes?|rus[oa]s?|tur(?:c|cs|que|ques|co|ca|cos|cas)|indi(?:en|enne|ens|o|os)|chin(?:o|os|as)|sui(?:sse|sses|zo|za|zos|zas)|brit[aá]nic[oa]s?|noruegu?[oa]s?|suec[oa]s?|polac[oa]s?|grieg[oa]s?|grec(?:que)?s?|belg[ae]s?|.{3,}(?:ain|aine|ien|ienne|[aeo]is|[aeo]ise|ano|ana|ense|[eé]no|[eé]na|eño|eña|és|es|esa|ino|ina|éen|éenne|ol|ole|ique|mand|mande|emán|emana|p?éen|péenne|peo|pea|mita|ité?|io|ia)s?)$/u;

function isAdjective(written: string): boolean {
	return adjective.test(written.toLowerCase());
}
