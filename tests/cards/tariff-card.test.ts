import { expect, test } from "vitest";
import { tariffCalendarCard } from "../../src/cards/tariff-calendar-card.ts";
import { tariffCard } from "../../src/cards/tariff-card.ts";
import { stepsInWords, tariffChart } from "../../src/cards/tariff-chart.ts";
import { cardText } from "../../src/chat/card-text.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { comingDates } from "../../src/tariffs/coming-dates.ts";
import type { Claim } from "../../src/tariffs/condition.ts";

const book = readBook();
const say = sayIn("en");
const now = new Date("2026-11-22T12:00:00Z");

function cardFor(
	line: string,
	value: number | null = null,
	fees = false,
	claim: Claim = "none",
) {
	const [query = "", importer = "", origin = "", on = ""] = line.split(" | ");
	const answer = answerTariff({ query, importer, origin, on }, book, now);
	return tariffCard({
		answer,
		value,
		fees,
		claim,
		history: true,
		actions: [],
		language: "en",
		say,
	});
}

test("the card on steel says rate, law, instrument, date, preference, source and check", () => {
	const text = cardText(cardFor("steel | US | CA | 2025-06-04")).replace(
		/\s+/g,
		" ",
	);
	for (const part of [
		"Steel from Canada into the United States: at least 50%",
		"Section 232: 50% on full value, in force since 2025-06-04 under Proc. 10947.",
		"USMCA origin does not exempt it.",
		"HTSUS column 1 general not known",
		"The ordinary (column 1) rate of that day: the schedule held here begins on 2026-01-01",
		"https://www.whitehouse.gov/presidential-actions/2025/06/adjusting-imports-of-aluminum-and-steel-into-the-united-states/",
		"Verified to 2026-10-07",
	]) {
		expect(text).toContain(part);
	}
});

test.each([
	["steel | US | CA | 2026-11-22", "at least 50%"],
	["whisky | US | CA | 2026-11-22", "import prohibited"],
	["steel | CA | KR | 2026-02-01", "not known from these facts"],
	["lumber | US | CA | 2026-05-01", "45.16%"],
])("the title of %s says “%s”", (line, words) => {
	expect(cardFor(line).title).toContain(words);
});

test("a value gives money for each layer and in all", () => {
	const text = cardText(cardFor("lumber | US | CA | 2026-05-01", 20_000));
	expect(text).toContain("2,000.00");
	expect(text).toContain("7,032.00");
	expect(text).toContain("45.16% = 9,032.00 on 20,000.00");
});

test("names the source and date of every layer, the governing instrument first", () => {
	const { blocks } = cardFor("steel | US | CA | 2026-11-22");
	const sources = blocks.findLast((block) => block.kind === "facts");
	const rows = sources?.facts.map(({ label, value }) => [
		label,
		value.map(({ text }) => text).join(""),
	]);
	expect(rows?.map(([label]) => label)).toEqual([
		"Section 232",
		"Section 338 (alcohol list)",
		"Section 338 (motor-vehicle list)",
		"HTSUS column 1 general",
		"Ordinary duty under USMCA",
	]);
	expect(rows?.[0]?.[1]).toMatch(
		/^Strengthening Actions .*Proc\. 11021.*, White House, 2026-04-02; /,
	);
	for (const [, words] of rows ?? []) {
		expect(words).toMatch(/, \d{4}(-\d{2}){0,2}/);
	}
});

test("a source that is not official says so", () => {
	const text = cardText(cardFor("lumber | US | CA | 2025-08-20"));
	expect(text).toMatch(/Lesprom, 2025-08-08,\s+not an official source/);
	expect(text).not.toMatch(/White House, [\d-]+, not/);
});

test("a charge that hangs on an unknown list says so beside its rate", () => {
	const text = cardText(cardFor("steel | US | CA | 2026-11-22"));
	expect(text).toContain("50% if listed");
	expect(text).toContain("\n• Are the goods on the list of Section 338");
	expect(text).not.toContain("(not known)");
});

test("what only a USMCA claim leaves open is told", () => {
	const text = cardText(cardFor("trucks | US | CA | 2026-11-22"), {
		width: 400,
	});
	expect(text).toContain("the total turns on facts named below");
	expect(text).toMatch(/• With USMCA origin: Section 232.*us_content=40/);
});

test("a day before the book says from when it knows, and no rate", () => {
	const text = cardText(cardFor("steel | US | CA | 1999-01-01"));
	const [beforeChanges = ""] = text.split("What would change it");
	expect(beforeChanges).toContain("begins on 2018-03-23");
	expect(beforeChanges).not.toMatch(/\d%/);
});

test("nothing to exempt is not called exempt", () => {
	const text = cardText(cardFor("toys | US | CA | 2019-01-01"));
	expect(text).not.toContain("does not exempt");
});

test("the chart escapes its title and tells its story in words", () => {
	const segment = {
		from: "2025-06-04",
		to: null,
		totalPercent: 50,
		claim: "none",
		complete: true,
		prohibited: false,
	} as const;
	const svg = tariffChart({
		segments: [segment],
		on: "2025-07-01",
		title: '<script>"&',
		say,
	});
	expect(svg).toContain("&lt;script&gt;&quot;&amp;");
	expect(svg).not.toContain("<script");
	expect(svg).not.toContain("NaN");
	expect(stepsInWords([segment], say)).toBe("50% from 2025-06-04");
});

test.each([
	"steel | US | CA | 2026-11-22",
	"toys | US | CN | 2025-04-15",
	"kitchen cabinets | US | CA | 2027-01-02",
	"aluminum | US | CA | 2020-08-20",
	"steel | CA | US | 2026-11-22",
	"whisky | US | CA | 2026-11-22",
])("no label of the chart of %s lies on another or repeats it", (line) => {
	const picture = cardFor(line).blocks.find(({ kind }) => kind === "picture");
	const svg = picture?.kind === "picture" ? picture.svg : "";
	const texts = [
		...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" fill="#[^>]*>([^<]*)</g),
	];
	const labels = texts
		.map(([, x, y, text = ""]) => ({ x: Number(x), y: Number(y), text }))
		.filter(({ text }) => /^[\d.]+%?$/.test(text));
	expect(labels.length).toBeGreaterThan(0);
	for (const [at, one] of labels.entries()) {
		for (const other of labels.slice(at + 1)) {
			const isLevel = Math.abs(one.y - other.y) < 12;
			const [left, right] = one.x < other.x ? [one, other] : [other, one];
			const isOver = isLevel && right.x - left.x < left.text.length * 7;
			expect(isOver && `${one.text} on ${other.text}`).toBe(false);
		}
	}
});

test("a dashed step is explained in the picture and in its words, and only then", () => {
	const pictureOf = (line: string) => {
		const found = cardFor(line).blocks.find(({ kind }) => kind === "picture");
		if (found?.kind !== "picture") throw new Error("no picture");
		return found;
	};
	const dashed = pictureOf("steel | US | CA | 2026-11-22");
	expect(dashed.svg).toContain("Dashed: at least that much");
	expect(dashed.svg).toContain("Entry on 2026-11-22");
	expect(dashed.alt).toContain("Dashed: at least that much.");
	const whole = { from: "2026-02-01", to: null, totalPercent: 5 } as const;
	const svg = tariffChart({
		segments: [{ ...whole, claim: "none", complete: true, prohibited: false }],
		on: "2026-03-01",
		title: "Toys",
		say,
	});
	expect(svg).not.toContain("at least");
});

test("the calendar tells scheduled rates with their sources, soonest first", () => {
	const dates = comingDates(book, { after: "2026-11-22", days: 60, say });
	expect(dates.map(({ date }) => date)).toEqual(
		dates.map(({ date }) => date).toSorted(),
	);
	expect(dates.every(({ source }) => source !== null)).toBe(true);
	const text = cardText(tariffCalendarCard(dates, { days: 60, say }));
	expect(text).toContain("Section 232 (kitchen cabinets): 50% begins.");
	expect(cardText(tariffCalendarCard([], { days: 1, say }))).toContain(
		"no dates",
	);
});

test("fees at entry stand apart, when asked for, each claim with its own", () => {
	const card = cardFor("lumber | US | CA | 2026-05-01", 20_000, true);
	const text = cardText(card).replace(/\s+/g, " ");
	expect(text).toContain("Merchandise processing fee 0.3464% 69.28 exempt");
	expect(text).toContain("at least 33.58 and at most 651.50");
	expect(text).toContain("only on goods that come by sea");
	expect(text).toContain("45.16% = 9,032.00 on 20,000.00");
	const without = cardText(cardFor("lumber | US | CA | 2026-05-01", 20_000));
	expect(without).not.toContain("processing fee");
});

test("what is to be known stands on the card: quotas, doubts, how the rate came to be", () => {
	const text = cardText(cardFor("EVs | CA | CN | 2026-10-10"));
	expect(text).toContain("49,000 vehicles a year");
	expect(text).toContain("nothing charged since 2026-03-01");
});

test("a list that is not held is not also told as excluded", () => {
	const text = cardText(cardFor("whisky | US | CA | 2026-10-10"));
	expect(text).toContain("Section 338 (alcohol list): Entry is prohibited");
	expect(text).not.toContain("motor-vehicle list");
});
