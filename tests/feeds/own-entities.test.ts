import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

const rss = (doctype: string, description: string) =>
	Buffer.from(
		`<!DOCTYPE rss [${doctype}]><rss><channel><item><title>News</title><description>${description}</description></item></channel></rss>`,
	);

async function read(doctype: string, words: string) {
	const { bozo, items } = await parseFeed(rss(doctype, words));
	return { bozo, summary: items[0]?.summary };
}

test("puts in what a feed's own entities mean", async () => {
	const doctype = `<!ENTITY wto "World Trade Organization"><!ENTITY who 'Ms. Roy'>`;
	expect(await read(doctype, "&who; of the &wto;")).toEqual({
		...{ bozo: false, summary: "Ms. Roy of the World Trade Organization" },
	});
});

test("leaves CDATA as it is, and XML's own entities theirs", async () => {
	const doctype = '<!ENTITY a "b"><!ENTITY lt "less">';
	const { summary } = await read(doctype, "<![CDATA[R&a;D]]> &lt; &a;");
	expect(summary).toBe("R&amp;a;D &lt; b");
});

test.each([
	["entities of entities", '<!ENTITY a "&b;&b;"><!ENTITY b "x">', "&amp;a;"],
	["files", '<!ENTITY a SYSTEM "file:///etc/passwd">', "&amp;a;"],
	["markup", '<!ENTITY a "<script>x</script>">', "&amp;a;"],
])("reads no %s", async (_, doctype, summary) => {
	expect((await read(doctype, "&a;")).summary).toBe(summary);
});

test("lets entities add no more than many thousand letters", async () => {
	const doctype = `<!ENTITY a "${"a".repeat(200)}">`;
	const { summary } = await read(doctype, "&a; ".repeat(50_000));
	expect(summary?.length).toBeLessThan(600_000);
	expect(summary).toContain("&amp;a;");
});
