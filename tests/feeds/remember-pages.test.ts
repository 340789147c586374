import { expect, test } from "vitest";
import { htmlFeed, itemAt } from "../../src/feeds/html-feed.ts";
import type { ReadPage } from "../../src/feeds/open-page.ts";
import { rememberPages } from "../../src/feeds/remember-pages.ts";

/** A reader of pages of ten letters that remembers so many; what it asked for is listed. */
function remembering(most: number) {
	const asked: string[] = [];
	const readPage: ReadPage = async ({ url }) => {
		asked.push(url);
		if (url === "none") return null;
		const item = { ...itemAt(url), content: "x".repeat(10) };
		return htmlFeed({ url, title: "", language: null }, [item]);
	};
	const read = rememberPages(readPage, most);
	return {
		asked,
		read: (url: string, version: string | null) =>
			read({ url, reader: "document", version }),
	};
}

test("a page is asked for once for each of its versions", async () => {
	const { asked, read } = remembering(1000);
	const first = await read("a", "1");
	expect(await read("a", "1")).toBe(first);
	await read("a", "2");
	expect(asked).toEqual(["a", "a"]);
});

test("what has no version, or cannot be read, is asked for each time", async () => {
	const { asked, read } = remembering(1000);
	for (const version of [null, null]) await read("a", version);
	for (const version of ["1", "1"]) await read("none", version);
	expect(asked).toEqual(["a", "a", "none", "none"]);
});

test("what was not asked for longest is forgotten first", async () => {
	const { asked, read } = remembering(30);
	for (const url of ["a", "b", "c", "a", "d"]) await read(url, "1");
	asked.length = 0;
	for (const url of ["a", "c", "d", "b"]) await read(url, "1");
	expect(asked).toEqual(["b"]);
});
