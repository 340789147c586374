import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRate } from "../../src/tariffs/duty-rate.ts";
import { readSpecial, specialRate } from "../../src/tariffs/special-column.ts";

const percent = (of: number) => ({ kind: "percent", percent: of });
const money = (dollars: number, unit: string, more = {}) => ({
	kind: "compound",
	percent: 0,
	duties: [{ dollars, per: 1, unit }],
	...more,
});
const words = { kind: "words" };

describe("a rate of duty", () => {
	test.each([
		["Free", percent(0)],
		[" free\n", percent(0)],
		["6.8%", percent(6.8)],
		["6.8% ", percent(6.8)],
		["33 1/3%", percent(33.3333)],
		["3.3¢/kg", money(0.033, "kg")],
		["$1.61/kg", money(1.61, "kg")],
		["$1,000/t", money(1000, "t")],
		["6.3¢/ liter", money(0.063, "liter")],
		["51¢ each", money(0.51, "each")],
		["89.6¢/1000", money(0.896, "each", { duties: [per(0.896, 1000)] })],
		["4.4¢/kg + 2.5%", money(0.044, "kg", { percent: 2.5 })],
		["4.4¢/kg +2.5%", money(0.044, "kg", { percent: 2.5 })],
		["", null],
		["\n", null],
		["Free, under bond, as prescribed in U.S. note 1", words],
		["See 9823.02.01-9823.02.04", words],
		["The rate applicable to the natural juice in heading 2009", words],
		["The duty provided in the applicable subheading + 25%", words],
		["No change", words],
		["12% on the case + 2% on the strap", words],
		["5.7¢/kg on drained weight", words],
		["30 percent of the fair retail value", words],
		["Free or 5%", words],
		["5% + 3%", words],
	])("reads %j", (text, rate) => {
		expect(readRate(text)).toEqual(rate);
	});

	function per(dollars: number, count: number) {
		return { dollars, per: count, unit: "each" };
	}

	test("is never a fault and never nothing, whatever is printed", () => {
		const pieces = fc.constantFrom(
			..."Free free % ¢ $ / kg each + 0 1 2.5 33 1/3 See ( ) , - . \n the rate".split(
				" ",
			),
		);
		const texts = fc.oneof(
			fc.string(),
			fc.array(pieces).map((parts) => parts.join("")),
			fc.array(pieces).map((parts) => parts.join(" ")),
		);
		fc.assert(
			fc.property(texts, (text) => {
				const rate = readRate(text);
				const isNothing = rate?.kind === "percent" && rate.percent === 0;
				if (!isNothing) return;
				const plain = text.replace(/\s+/g, " ").trim();
				expect(plain).toMatch(/^(free|[0., ]+(0\/\d+)? ?%)$/i);
			}),
			{ numRuns: 2000 },
		);
	});

	test("reads back every percentage and every specific rate", () => {
		const figures = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);
		fc.assert(
			fc.property(figures, figures, (one, other) => {
				expect(readRate(`${one}%`)).toEqual(percent(one));
				const rate = readRate(`$${one}/kg + ${other}%`);
				expect(rate).toEqual(money(one, "kg", { percent: other }));
			}),
		);
	});
});

describe("the Special column", () => {
	test.each([
		["Free (A,S)", [["Free", "A", "S"]]],
		["Free(S)", [["Free", "S"]]],
		["Free \n(E, IL,S+)", [["Free", "E", "IL", "S+"]]],
		[
			"Free (AU,S) 2.8¢/liter (JO)",
			[
				["Free", "AU", "S"],
				["2.8¢/liter", "JO"],
			],
		],
		[
			"Free (CL) See 9822.04.15 (AU) See 9908.04.03 (IL)",
			[
				["Free", "CL"],
				["See 9822.04.15", "AU"],
				["See 9908.04.03", "IL"],
			],
		],
		[
			"See 9919.04.50, 9919.04.57 (PA (PA)",
			[["See 9919.04.50, 9919.04.57", "PA"]],
		],
		[
			"A duty upon the value (see U.S. note 3 of this subchapter) (AU,B)",
			[
				[
					"A duty upon the value (see U.S. note 3 of this subchapter)",
					"AU",
					"B",
				],
			],
		],
		["Free", []],
		["No change", []],
		["", []],
		["(S)", []],
	])("reads %j", (text, rates) => {
		const read = readSpecial(text).map((one) => [one.rate, ...one.symbols]);
		expect(read).toEqual(rates);
	});

	test("gives the rate of the first program that is named", () => {
		const text = "Free (A*,S) See 9823.02.01 (S+)";
		expect(specialRate(text, ["S", "S+"])).toBe("Free");
		expect(specialRate(text, ["S+"])).toBe("See 9823.02.01");
		expect(specialRate(text, ["A"])).toBeNull();
	});

	test("never fails, whatever is printed", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				for (const { rate, symbols } of readSpecial(text)) {
					expect(rate).not.toBe("");
					expect(symbols.length).toBeGreaterThan(0);
				}
			}),
		);
	});
});
