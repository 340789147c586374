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
	const url = URL.parse(written, base ?? undefined);
	if (url?.protocol !== "http:" && url?.protocol !== "https:") return null;
	return plainAddress.test(written) ? written : url.href;
}
