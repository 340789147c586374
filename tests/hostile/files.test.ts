import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Feed } from "../../src/feeds/feed.ts";
import { feedFromUrl } from "../../src/feeds/feed-from-url.ts";
import { readOpml, writeOpml } from "../../src/feeds/opml.ts";
import { calendarIcs } from "../../src/pages/calendar-ics.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { fuzz, fuzzTimeoutMs } from "../fuzz/fuzz.ts";
import { hostileText, namedTexts } from "./hostile-texts.ts";

/** What XML 1.0 has no way to hold (its production 2, Char), and half pairs. */
const noXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

describe("a stranger's text in an OPML list", {
	timeout: fuzzTimeoutMs,
}, () => {
	test("comes back as it was written, and is XML", async () => {
		const feeds = fc.array(
			fc.record({ title: hostileText(), path: fc.nat(99) }),
			{ minLength: 1, maxLength: 8 },
		);
		await fuzz(feeds, 300, (given) => expectKept(given.map(feedOf)));
	});

	test.each(namedTexts)("comes back as it was written: %s", (_, title) => {
		expectKept([feedOf({ title, path: 1 }), feedOf({ title: "x", path: 2 })]);
	});
});

describe("a stranger's text in a calendar", { timeout: fuzzTimeoutMs }, () => {
	test.each(namedTexts)("begins and ends nothing: %s", (_, text) => {
		const tier = "summary" as const;
		const told = { title: text, publisher: text, url: text, date: text };
		const source = { ...told, tier };
		const ics = calendarIcs(
			[
				{ date: "2027-01-01", what: text, source },
				{ date: "2027-01-02", what: "Quota opens", source: null },
			],
			{ say: sayIn("en"), now: new Date("2026-10-07T12:00:00Z") },
		);
		const lines = ics.split("\r\n");
		const begun = lines.filter((line) => line.startsWith("BEGIN:"));
		expect(begun).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VEVENT"]);
		expect(ics).not.toMatch(/[^\P{Cc}\r\n\t]|\r(?!\n)|(?<!\r)\n/u);
		const known = /^(?: |[A-Z-]+[;:])/;
		expect(lines.filter((line) => line !== "" && !known.test(line))).toEqual(
			[],
		);
		expect(ics).toContain("SUMMARY:Quota opens");
	});
});

function feedOf({ title, path }: { title: string; path: number }): Feed {
	return feedFromUrl(`https://news.example/${path}?a=1&b=<2>`, title);
}

function expectKept(feeds: readonly Feed[]): void {
	const opml = writeOpml(feeds);
	expect(opml).not.toMatch(noXml);
	expect(opml.isWellFormed()).toBe(true);
	const plain = (title: string) =>
		title.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd");
	expect(readOpml(opml)).toEqual(
		feeds.map((feed) => ({ ...feed, title: plain(feed.title) })),
	);
}
