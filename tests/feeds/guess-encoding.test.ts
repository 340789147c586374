import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

/** A feed of one title that says nothing of its encoding; the title in hexadecimal. */
function titled(hex: string): Buffer {
	const around = (text: string) => Buffer.from(text);
	return Buffer.concat([
		around("<rss><channel><item><title>"),
		Buffer.from(hex, "hex"),
		around(
			"</title><link>https://example.com/news/trade/one-article</link></item></channel></rss>",
		),
	]);
}

const titles = [
	[
		"Cyrillic in KOI8-R",
		"f0d2c1d7c9d4c5ccd8d3d4d7cf20d7d7c5cccf20d0cfdbccc9ced920cec120d3d4c1ccd8",
		"Правительство ввело пошлины на сталь",
	],
	[
		"Japanese in EUC-JP",
		"c0afc9dca4cfc5b4b9ddc0bdc9caa4cbc2d0a4b9a4ebb4d8c0c7a4f2b0faa4adbee5a4b2a4eb",
		"政府は鉄鋼製品に対する関税を引き上げる",
	],
	[
		"Chinese in GB 18030",
		"c9cccef1b2bfd0fbb2bcb6d4bdf8bfdab8d6ccfab2fac6b7d5f7cad5b7b4c7e3cffacbb0",
		"商务部宣布对进口钢铁产品征收反倾销税",
	],
	[
		"Hebrew in windows-1255",
		"e4eeeef9ece420e4e8e9ece420eeebf1e9ed20f2ec20e9e1e5e020f4ece3e420eef1e9ef",
		"הממשלה הטילה מכסים על יבוא פלדה מסין",
	],
	[
		"French in windows-1252",
		Buffer.from("Été : l\x92acier est taxé à 25 %", "latin1").toString("hex"),
		"Été : l’acier est taxé à 25 %",
	],
	[
		"a name in windows-1252",
		Buffer.from("Açaí", "latin1").toString("hex"),
		"Açaí",
	],
] as const;

test.each(titles)("reads %s that nobody declared", async (_, hex, title) => {
	const { items } = await parseFeed(titled(hex), { contentType: null });
	expect(items[0]?.title).toBe(title);
});
