import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

/** A feed of two titles, the second `B` and some bytes that break it. */
function feedOf(title: Buffer, encoding: string, breaking = ""): Buffer {
	return Buffer.concat([
		Buffer.from(`<?xml version="1.0" encoding=${encoding}?>`),
		Buffer.from("<rss><channel><item><title>"),
		title,
		Buffer.from("</title></item><item><title>B"),
		Buffer.from(breaking, "hex"),
		Buffer.from("...</title></item></channel></rss>"),
	]);
}

async function titlesOf(bytes: Uint8Array, contentType: string | null = null) {
	const { items, bozo } = await parseFeed(bytes, { contentType });
	return { titles: items.map(({ title }) => title), bozo };
}

const duties = "Пошлины на сталь";
const dutiesIn1251 = Buffer.from("cfeef8ebe8edfb20ede020f1f2e0ebfc", "hex");

test.each([
	["Shift_JIS", "9353 8d7c 8ad6 90c5 82aa 8fe3 8fb8", "鉄鋼関税が上昇", "93"],
	["EUC-JP", "c5b4 b9dd b4d8 c0c7 a4ac bee5 beba", "鉄鋼関税が上昇", "b0"],
	[
		"GB18030",
		"b8d6 ccfa b9d8 cbb0 c9cf d5c7 d6d0 b9fa",
		"钢铁关税上涨中国",
		"ff",
	],
	[
		"EUC-KR",
		"c3b6 b0ad b0fc bcbc c0ce bbf3 c1a4 bace",
		"철강관세인상정부",
		"ff",
	],
])(
	"reads %s of which one letter is broken",
	async (encoding, hex, title, breaking) => {
		const letters = Buffer.from(hex.replaceAll(" ", ""), "hex");
		const { titles, bozo } = await titlesOf(
			feedOf(letters, `"${encoding}"`, breaking),
		);
		expect(titles[0]).toBe(title);
		expect(titles[1]).toMatch(/^B.*\.\.\.$/);
		expect(bozo).toBe(true);
	},
);

test.each([
	["with an odd byte behind it", [0x0a]],
	["with half a pair", [0x00, 0xd8]],
])("reads UTF-16 %s", async (_, more) => {
	const text = `<rss><channel><item><title>${duties}</title></item></channel></rss>`;
	const bytes = Buffer.concat([
		Buffer.from(`\ufeff${text}`, "utf16le"),
		Buffer.from(more),
	]);
	expect((await titlesOf(bytes)).titles).toEqual([duties]);
});

test("UTF-16 shows itself where it begins, whatever is said", async () => {
	const text = `\n<rss><channel><item><title>${duties}</title></item></channel></rss>`;
	const wide = Buffer.from(text, "utf16le");
	expect((await titlesOf(wide)).titles).toEqual([duties]);
	expect((await titlesOf(wide.swap16())).titles).toEqual([duties]);
	const utf8 = Buffer.from(text);
	const said = await titlesOf(utf8, "text/xml; charset=utf-16");
	expect(said.titles).toEqual([duties]);
	const nul = Buffer.concat([Buffer.from([0]), utf8.subarray(1)]);
	expect((await titlesOf(nul)).titles).toEqual([duties]);
});

test.each([
	["unquoted", "windows-1251"],
	["with blanks", '" windows-1251 "'],
])("reads an encoding that is declared %s", async (_, encoding) => {
	const { titles } = await titlesOf(feedOf(dutiesIn1251, encoding));
	expect(titles[0]).toBe(duties);
});

test.each(["iso-8859-1", "us-ascii"])(
	"a declared encoding is believed before the %s that servers say by habit",
	async (habit) => {
		const { titles, bozo } = await titlesOf(
			feedOf(dutiesIn1251, '"windows-1251"'),
			`text/xml; charset=${habit}`,
		);
		expect(titles[0]).toBe(duties);
		expect(bozo).toBe(true);
	},
);

test("valid UTF-8 is UTF-8, whatever is said", async () => {
	const bytes = feedOf(Buffer.from(duties), '"windows-1251"');
	expect((await titlesOf(bytes)).titles[0]).toBe(duties);
});

const french = Buffer.from("Zölle für");

test.each([
	["accents", "20 43 61 66 e9 20 64 e9 6d 6f 64 e9", "B Café démodé..."],
	["quotation marks", "20 93 41 94 20 92 42 92", "B “A” ’B’..."],
	["two slips side by side for many characters", "20 e9 94", "B é”..."],
])("reads windows-1252 in UTF-8: %s", async (_, hex, second) => {
	const breaking = hex.replaceAll(" ", "");
	for (const contentType of [null, "text/xml; charset=iso-8859-1"]) {
		const bytes = feedOf(french, '"utf-8"', breaking);
		const { titles } = await titlesOf(bytes, contentType);
		expect(titles).toEqual(["Zölle für", second]);
	}
});

test("leaves out a letter of another script that was cut", async () => {
	const cyrillic = feedOf(Buffer.from(duties), '"utf-8"', "20d0");
	expect((await titlesOf(cyrillic)).titles).toEqual([duties, "B ..."]);
	const japanese = feedOf(Buffer.from("鉄鋼関税"), '"utf-8"', "20e989");
	expect((await titlesOf(japanese)).titles).toEqual(["鉄鋼関税", "B ..."]);
});

test("windows-1252 in which a letter and a sign make one of UTF-8 by chance stays what it is", async () => {
	const text = "«CAFÉ» – thé glacé à côté, déjà élevé, mêlé, frappé";
	const bytes = feedOf(
		Buffer.from(text.replace("–", "\x96"), "latin1"),
		'"utf-8"',
	);
	expect((await titlesOf(bytes)).titles[0]).toBe(text);
});
