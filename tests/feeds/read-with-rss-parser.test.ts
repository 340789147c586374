import fc from "fast-check";
import { expect, test } from "vitest";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";

const words = fc
	.array(fc.constantFrom("Steel", "duty", "25%", "Canada’s", "R&D", "<5"), {
		minLength: 1,
		maxLength: 6,
	})
	.map((chosen) => chosen.join(" "));
const item = fc.record({
	title: words,
	description: words,
	path: fc.nat(9999),
	day: fc.integer({ min: 1, max: 28 }),
	categories: fc.uniqueArray(fc.constantFrom("trade", "steel", "law")),
});
type Item = typeof item extends fc.Arbitrary<infer One> ? One : never;

const escaped = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const twoDigits = (day: number) => String(day).padStart(2, "0");

function rss(items: readonly Item[]): string {
	const inside = items.map(
		({ title, description, path, day, categories }) =>
			`<item><title>${escaped(title)}</title><link>https://wire.example/${path}</link><guid isPermaLink="false">${path}</guid><pubDate>${twoDigits(day)} Nov 2026 10:00:00 GMT</pubDate><description>${escaped(escaped(description))}</description>${categories.map((one) => `<category>${one}</category>`).join("")}</item>`,
	);
	return `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${inside.join("")}</channel></rss>`;
}

function atom(items: readonly Item[]): string {
	const inside = items.map(
		({ title, description, path, day }) =>
			`<entry><title>${escaped(title)}</title><link href="https://wire.example/${path}"/><id>${path}</id><published>2026-11-${twoDigits(day)}T10:00:00Z</published><summary type="html">${escaped(escaped(description))}</summary></entry>`,
	);
	return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><link href="https://wire.example/"/>${inside.join("")}</feed>`;
}

test.each([
	["RSS", rss],
	["Atom", atom],
])("rss-parser and our own reader agree on tidy %s", async (_, write) => {
	await fc.assert(
		fc.asyncProperty(fc.array(item, { maxLength: 5 }), async (items) => {
			const bytes = Buffer.from(write(items));
			const [own, other] = await Promise.all([
				parseFeed(bytes),
				parseFeed(bytes, { reader: "rss-parser" }),
			]);
			expect(own).toEqual(other);
		}),
	);
});

test("what rss-parser cannot read, it says; our own reader reads it", async () => {
	const broken = Buffer.from(
		"<rss version='2.0'><channel><item><title>R&D</title><guid>1</guid></item>",
	);
	const refused = parseFeed(broken, { reader: "rss-parser" });
	await expect(refused).rejects.toThrow(FeedError);
	await expect(refused).rejects.toThrow("rss-parser cannot read it: ");
	const whole = Buffer.concat([broken, Buffer.from("</channel></rss>")]);
	const { items, bozo } = await parseFeed(whole);
	expect({ bozo, title: items[0]?.title }).toEqual({
		bozo: true,
		title: "R&D",
	});
});
