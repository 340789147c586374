import fc from "fast-check";
import { expect, test } from "vitest";
import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { countryCodes } from "../../src/tariffs/countries.ts";

const book = readBook();
const now = new Date("2026-11-22T12:00:00Z");

function ask(line: string, facts: Record<string, string> = {}) {
	const [query = "", importer = "", origin = "", on = ""] = line.split(" | ");
	return answerTariff({ query, importer, origin, on, facts }, book, now);
}

function total(line: string, claim: "none" | "USMCA" = "none") {
	const found = ask(line).claims.find((one) => one.claim === claim);
	return found && { percent: found.totalPercent, complete: found.complete };
}

test.each([
	["steel | US | CA | 2018-05-31", null],
	["steel | US | CA | 2018-06-01", 25],
	["steel | US | CA | 2019-05-19", 25],
	["steel | US | CA | 2019-05-20", null],
	["steel | US | CA | 2025-03-12", 25],
	["steel | US | CA | 2025-06-03", 25],
	["steel | US | CA | 2025-06-04", 50],
	["kitchen cabinets | US | CA | 2025-12-15", 25],
	["kitchen cabinets | US | CA | 2026-12-31", 25],
	["kitchen cabinets | US | CA | 2027-01-01", 50],
	["sofas | US | MX | 2027-01-01", 30],
	["buses | US | CA | 2025-11-01", 10],
	["buses | US | CA | 2026-01-01", 12],
	["toys | US | CN | 2025-04-15", 145],
])("%s: %s percent, to the day", (line, percent) => {
	expect(total(line)?.percent).toBe(percent);
});

test("metals go before IEEPA from 2025-06-04, after it before", () => {
	const charged = (on: string) =>
		ask(`steel | US | CA | ${on}`)
			.claims[0]?.layers.filter(({ status }) => status === "applies")
			.map(({ measure }) => measure);
	expect(charged("2025-06-03")).toEqual(["us-ieepa-ca"]);
	expect(charged("2025-06-04")).toEqual(["us-232-steel"]);
});

test("charges stack: softwood under Section 232 and AD/CVD", () => {
	expect(total("2x4s | US | CA | 2026-05-01")).toEqual({
		percent: 45.16,
		complete: true,
	});
});

test("a Chinese steel article pays column 1, Section 232 and Section 301, and no forced-labor duty", () => {
	const answer = ask("7326.90.86.88 | US | CN | 2026-09-15");
	expect(answer.claims[0]?.totalPercent).toBe(77.9);
	const forced = answer.claims[0]?.layers.find(({ measure }) =>
		measure.startsWith("us-301-fl"),
	);
	expect(forced?.status).toBe("does_not_apply");
});

test("a floor tops column 1 up and no further", () => {
	const layers = ask("autos | US | JP | 2026-01-15").claims[0]?.layers.filter(
		({ status }) => status === "applies",
	);
	expect(layers?.map(({ ratePercent }) => ratePercent)).toEqual([2.5, 15]);
	expect(layers?.map(({ addsPercent }) => addsPercent)).toEqual([2.5, 12.5]);
	expect(total("autos | US | JP | 2026-01-15")?.percent).toBe(15);
});

test("a share of the value is open until its fact is given", () => {
	const usmca = (facts: Record<string, string>) =>
		ask("autos | US | MX | 2026-06-01", facts).claims[1];
	expect(usmca({})?.totalPercent).toBeNull();
	expect(usmca({})?.complete).toBe(false);
	expect(usmca({})?.missing.join()).toContain("us_content");
	expect(usmca({ us_content: "40" })?.totalPercent).toBe(15);
	expect(usmca({ us_content: "40" })?.complete).toBe(true);
});

test.each([
	[{}, 45.16],
	[{ company: "Canfor" }, 57.59],
	[{ company: "west fraser" }, 36.47],
])("facts settle company rates: %j", (facts, percent) => {
	const answer = ask("lumber | US | CA | 2026-05-01", facts);
	expect(answer.claims[0]?.totalPercent).toBe(percent);
});

test("UK steel is taken for UK metal until the melt is named", () => {
	const melted = (facts: Record<string, string>) =>
		ask("steel | US | GB | 2026-05-01", facts).claims[0];
	expect(melted({})?.layers[1]?.status).toBe("needs_fact");
	expect(melted({})?.totalPercent).toBe(25);
	expect(melted({ melted_poured: "GB" })?.complete).toBe(true);
	expect(melted({ melted_poured: "IN" })?.totalPercent).toBe(50);
});

test("a quota surtax needs its fact, and counts only over the quota", () => {
	const korean = (facts: Record<string, string>) =>
		ask("steel | CA | KR | 2026-02-01", facts).claims[0];
	expect(korean({})?.layers[1]?.status).toBe("needs_fact");
	expect(korean({})?.totalPercent).toBeNull();
	expect(korean({ quota: "over", melted_poured: "KR" })?.totalPercent).toBe(50);
	expect(korean({ quota: "in", melted_poured: "KR" })?.totalPercent).toBe(0);
});

test("an import ban leaves no total, and yields to an entry before it", () => {
	const ban = ask("motorcycles over 800cc | US | CA | 2026-10-05").claims[0];
	expect(ban?.layers.find(({ kind }) => kind === "prohibition")?.status).toBe(
		"applies",
	);
	expect(ban?.totalPercent).toBeNull();
	const earlier = ask("whisky | US | CA | 2026-10-05", { entry: "2026-09-20" });
	expect(
		earlier.claims[0]?.layers.find(({ kind }) => kind === "prohibition")
			?.status,
	).toBe("does_not_apply");
});

test("a list that is not held gives unknown, never nought", () => {
	const answer = ask("4702.00.00 | CA | US | 2026-09-10").claims[0];
	expect(answer?.layers.map(({ status }) => status)).toContain("unknown");
	expect(answer?.totalPercent).toBeNull();
	expect(answer?.complete).toBe(false);
});

test("USMCA frees auto parts and general goods, and does not free steel", () => {
	expect(total("auto parts | US | MX | 2025-06-01", "USMCA")?.percent).toBe(0);
	expect(total("all goods | US | CA | 2025-08-15", "USMCA")?.percent).toBe(0);
	expect(total("steel | US | MX | 2026-05-01", "USMCA")?.percent).toBe(50);
});

test.each([
	["steel | US | CA | 1999-01-01", null],
	["steel | US | CA | 2025-12-31", 50],
	["toys | US | DE | 1990-01-01", null],
	["steel | CA | CN | 2024-12-01", 25],
])(
	"%s: column 1 of that day is not stated from a later schedule",
	(line, percent) => {
		const answer = ask(line);
		const [plain] = answer.claims;
		expect(plain).toMatchObject({ totalPercent: percent, complete: false });
		expect(plain?.missing.join()).toContain("begins on 2026-01-01");
		expect(plain?.layers.find(({ kind }) => kind === "base")).toMatchObject({
			ratePercent: null,
			status: "unknown",
			instrument: "",
		});
	},
);

test.each([
	["steel | US | CA | 1999-01-01", "2018-03-23"],
	["toys | US | CA | 2021-01-01", "2025-03-04"],
	["canola meal | CN | CA | 1999-01-01", "2025-03-20"],
])("%s: says that the book begins on %s, and gives no total", (line, from) => {
	const answer = ask(line);
	expect(answer.knownFrom).toBe(from);
	expect(answer.warnings.join()).toContain(`begins on ${from}`);
	for (const { totalPercent, complete } of answer.claims) {
		expect({ totalPercent, complete }).toEqual({
			totalPercent: null,
			complete: false,
		});
	}
});

test.each([
	["1993-12-31", ["none"], false],
	["1994-01-01", ["none"], true],
	["2020-06-30", ["none"], true],
	["2020-07-01", ["none", "USMCA"], false],
])(
	"on %s the claims between the three are %j; NAFTA spoken of: %s",
	(on, claims, nafta) => {
		const answer = ask(`steel | US | MX | ${on}`);
		expect(answer.claims.map(({ claim }) => claim)).toEqual(claims);
		expect(answer.warnings.join().includes("NAFTA")).toBe(nafta);
	},
);

test("no history of USMCA before it was in force, and its own act proves it", () => {
	const { history, claims } = ask("steel | US | CA | 2021-01-01");
	const first = history.find(({ claim }) => claim === "USMCA");
	expect(first?.from).toBe("2020-07-01");
	const base = claims[1]?.layers.find(({ kind }) => kind === "base");
	expect(base?.sources.map(({ date }) => date)).toEqual(["2020-06-29"]);
});

test.each([
	["steel | US | MX | 2018-07-01", "2018-05-31"],
	["steel | US | CA | 2019-05-20", "2019-05-19"],
	["aluminum | US | CA | 2020-08-20", "2020-08-06"],
	["aluminum | US | CA | 2020-09-01", "2020-10-27"],
	["steel | CA | US | 2019-05-18", "2018-06-28"],
])("%s rests on the act of %s", (line, date) => {
	const charge = ask(line, { unwrought: "yes" }).claims[0]?.layers.find(
		({ kind }) => kind === "additional" || kind === "surtax",
	);
	expect(charge?.sources[0]).toMatchObject({ date, tier: "primary" });
});

test("the next scheduled change is told", () => {
	const { next } = ask("kitchen cabinets | US | CA | 2026-11-22");
	expect(next[0]).toMatchObject({ date: "2027-01-01" });
	expect(next[0]?.change).toContain("50% begins");
});

test("history runs without gap and merges equal totals", () => {
	const segments = ask("steel | US | MX | 2026-11-22").history.filter(
		({ claim }) => claim === "none",
	);
	expect(
		segments.map(({ from, totalPercent }) => [from, totalPercent]),
	).toEqual([
		["2018-03-23", null],
		["2018-06-01", 25],
		["2019-05-20", null],
		["2025-03-04", 25],
		["2025-06-04", 50],
		["2026-01-01", 50],
	]);
	expect(segments.map(({ complete }) => complete)).toEqual([
		...[false, false, false, false, false],
		true,
	]);
	expect(segments[0]?.to).toBe("2018-05-31");
	expect(segments.at(-1)?.to).toBeNull();
});

test("goods that the book does not know get no claims but near terms", () => {
	const answer = ask("steel widgets | US | CA | 2026-01-01");
	expect(answer.claims).toEqual([]);
	expect(answer.product.didYouMean).toContain("steel");
});

test("an old check, a coming day and an unknown fact are warned of", () => {
	const answer = ask("steel | US | CA | 2027-06-01", { colour: "blue" });
	expect(answer.verifiedTo).toBe("2026-10-07");
	expect(answer.warnings.join(" ")).toContain("2026-10-07");
	expect(answer.warnings.join(" ")).toContain("colour");
	const fresh = answerTariff(
		{ query: "steel", importer: "US", origin: "MX", on: "2026-10-08" },
		book,
		new Date("2026-10-08T00:00:00Z"),
	);
	expect(fresh.warnings).toEqual([]);
});

const day = fc
	.date({
		min: new Date("2017-01-01"),
		max: new Date("2028-12-31"),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString().slice(0, 10));
const words = [...book.products.values()].flatMap(({ en, hts }) => [
	...en,
	...hts,
]);
const question = fc.record({
	query: fc.constantFrom(...words),
	importer: fc.constantFrom("US", "CA", "MX", "CN", "EU", "GB", "JP"),
	origin: fc.constantFrom("EU", ...countryCodes()),
	on: day,
});

test("no answer has a rate without source and date, nor a whole total with something open", () => {
	fc.assert(
		fc.property(question, (asked) => {
			const answer = answerTariff(asked, book, now);
			for (const { layers, complete, totalPercent, missing } of answer.claims) {
				for (const { sources } of layers) {
					expect(sources.length).toBeGreaterThan(0);
					for (const { date } of sources) expect(date).toMatch(/^\d{4}/);
				}
				const isOpen = layers.some(
					({ status }) => status === "unknown" || status === "needs_fact",
				);
				const isBanned = layers.some(
					({ kind, status }) => kind === "prohibition" && status === "applies",
				);
				if (isOpen && !isBanned) expect(complete).toBe(false);
				if (!complete) expect(missing).not.toEqual([]);
				if (!complete) expect(totalPercent).not.toBe(0);
				if (layers.length > 0) expect(answer.verifiedTo).toMatch(/^\d{4}-/);
			}
		}),
		{ numRuns: 300 },
	);
});
