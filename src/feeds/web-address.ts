/** An address that can be kept letter by letter: nothing in it needs escaping. */
const plainAddress = /^https?:\/\/[^\s"'<>\\^`{|}\p{Cf}]+$/iu;

/**
 * A link out of a feed as an absolute http or https address, relative ones
 * resolved against `base`; absolute ones stay as written. Null when it leads
 * anywhere else.
 */
export function webAddress(
	link: string | null,
	base: string | null,
): string | null {
	const given = link?.trim() ?? "";
	if (given === "") return null;
	const isEscaped = given.includes("&") && given.search(escapedAnd) >= 0;
	if (!isEscaped && isSettledAddress(given)) return given;
	const written = withoutSlips(given);
	const address = hostFirst.test(written) ? `//${written}` : written;
	const isSchemeless = base === null && address.startsWith("//");
	const url = URL.parse(
		isSchemeless ? `https:${address}` : address,
		base ?? undefined,
	);
	if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
	if (!hostShape.test(url.hostname)) return null;
	return plainAddress.test(written) ? written : url.href;
}

/** The standard lets a quotation mark and the like stand in a host; no host has them. */
const hostShape = /^[\w.:[\]-]+$/;

/** What copying leaves in addresses: line breaks with what indents the next line, an `&` escaped twice, letters that nobody sees at the ends. */
function withoutSlips(link: string): string {
	const lines = link.split(/[\r\n]+/).map((line) => line.trim());
	return lines
		.join("")
		.replace(/^[\p{Cf}\s]+|(?<![\p{Cf}\s])[\p{Cf}\s]+$/gu, "")
		.replace(escapedAnd, "&");
}

const escapedAnd = /&(?:amp|#0*38|#x26);/gi;

/** A host without what stands before it, as people write it: no path begins so. */
const hostFirst = /^www\.[a-z\d-]+\.[a-z\d.-]*[a-z](?::\d+)?(?:[/?#]|$)/i;

const settledAddress =
	/^https?:\/\/[a-z\d]+(?:[.-][a-z\d]+)*\.[a-z]{2,}\/[\w~./=&?+%,;:@#-]*$/;

/**
 * Whether parsing would hand an address back letter by letter: nothing to
 * escape, no dot segments, no names in other scripts (their `xn--` does not
 * fit the shape of a host). Most are like that, and
 * parsing is slow.
 */
export function isSettledAddress(address: string): boolean {
	if (!settledAddress.test(address) || address.includes("/.")) return false;
	return !address.includes("%") || !/%2e/i.test(address);
}
