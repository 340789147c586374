/** An address that can be kept letter by letter: nothing in it needs escaping. */
const plainAddress = /^https?:\/\/[^\s"'<>\\^`{|}]+$/i;

/**
 * A link out of a feed as an absolute http or https address, relative ones
 * resolved against `base`; absolute ones stay as written. Null when it leads
 * anywhere else.
 */
export function webAddress(
	link: string | null,
	base: string | null,
): string | null {
	const written = link?.trim() ?? "";
	if (written === "") return null;
	if (isSettledAddress(written)) return written;
	const url = URL.parse(written, base ?? undefined);
	if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
	return plainAddress.test(written) ? written : url.href;
}

const settledAddress =
	/^https?:\/\/(?!\S*(?:xn--|\/\.|%2[Ee]))[a-z\d]+(?:[.-][a-z\d]+)*\.[a-z]{2,}\/[\w~./=&?+%,;:@#-]*$/;

/**
 * Whether parsing would hand an address back letter by letter: nothing to
 * escape, no dot segments, no names in other scripts. Most are like that, and
 * parsing is slow.
 */
export function isSettledAddress(address: string): boolean {
	return settledAddress.test(address);
}
