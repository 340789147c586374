import type { ReadPage } from "./open-page.ts";
import type { ParsedFeed } from "./parsed-feed.ts";

/** Some hundred notices, or one long order and its annexes. */
const mostLetters = 4_000_000;

/**
 * The same reader, which asks for a page once for each version of it: a list is
 * opened anew whenever it changes, and most of what it leads to has not. What
 * was not asked for longest is forgotten first.
 */
export function rememberPages(
	readPage: ReadPage,
	most: number = mostLetters,
): ReadPage {
	const known = new Map<string, ParsedFeed>();
	let letters = 0;

	function forget(key: string): void {
		letters -= lengthOf(known.get(key));
		known.delete(key);
	}

	function note(key: string, page: ParsedFeed): void {
		forget(key);
		known.set(key, page);
		letters += lengthOf(page);
		for (const oldest of known.keys()) {
			if (letters <= most) return;
			forget(oldest);
		}
	}

	return async (wanted) => {
		const { url, reader, version } = wanted;
		if (version === null) return readPage(wanted);
		const key = [reader, version, url].join(" ");
		const page = known.get(key) ?? (await readPage(wanted));
		if (page !== null) note(key, page);
		return page;
	};
}

function lengthOf(page: ParsedFeed | undefined): number {
	const texts = page?.items.map(({ content }) => content?.length ?? 0) ?? [];
	return texts.reduce((sum, length) => sum + length, 0);
}
