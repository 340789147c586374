import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCodes } from "../../src/tariffs/find-codes.ts";
import { findDates } from "../../src/tariffs/find-dates.ts";
import { findInstruments } from "../../src/tariffs/find-instruments.ts";
import { findRates } from "../../src/tariffs/find-rates.ts";
import { foldInPlace } from "../../src/tariffs/fold-in-place.ts";

/** `50[50 per cent]`: what was understood, and the words it stands in. */
const shown = <T extends { start: number; end: number }>(
	text: string,
	found: readonly T[],
	meant: (one: T) => string | number,
) =>
	found
		.map((one) => `${meant(one)}[${text.slice(one.start, one.end)}]`)
		.join(" ");

describe("rates", () => {
	test.each([
		["tariffs of 50 per cent on steel", "50[50 per cent]"],
		["a 25-percent duty", "25[25-percent]"],
		["a twenty-five per cent duty", "25[twenty-five per cent]"],
		[
			"one hundred and twenty-five percent",
			"125[one hundred and twenty-five percent]",
		],
		["droits de 10 p. 100", "10[10 p. 100]"],
		["une surtaxe de 35,16 %", "35.16[35,16 %]"],
		["soixante-quinze pour cent", "75[soixante-quinze pour cent]"],
		["cent vingt-cinq pour cent", "125[cent vingt-cinq pour cent]"],
		["un arancel del veinticinco por ciento", "25[veinticinco por ciento]"],
		["treinta y cinco por ciento", "35[treinta y cinco por ciento]"],
		["cien por ciento", "100[cien por ciento]"],
		["from 25% to 50%", "25[25%] 50[50%]"],
		["de 25 à 50 %", "25[25] 50[50 %]"],
		["del 10 al 25 por ciento", "10[10] 25[25 por ciento]"],
		["between 10 and 25 per cent", "10[10] 25[25 per cent]"],
		["12½ per cent", "12.5[12½ per cent]"],
		["duties of 3,521%", "3521[3,521%]"],
		["a 25 cent tariff on steel", "25[25 cent]"],
	])("%s", (text, meant) => {
		expect(shown(text, findRates(text), ({ percent }) => percent)).toBe(meant);
	});

	test.each([
		"a 25 cent coin, duty paid",
		"a duty of 5 cents a litre",
		"up by 10 percentage points",
		"10 points de pourcentage",
		"A-122-857",
		"Section 232",
	])("no rate in: %s", (text) => {
		expect(findRates(text)).toEqual([]);
	});

	test("a day before a rate is no lower end of a range", () => {
		const text = "raised on June 4 to 50 per cent";
		expect(findRates(text).map(({ percent }) => percent)).toEqual([50]);
	});
});

describe("codes", () => {
	test.each([
		[
			"heading 9903.81.87 and 9903.81.88",
			"99038187[9903.81.87] 99038188[9903.81.88]",
		],
		[
			"headings 7206 through 7229, 7301 and 7302",
			"7206[7206] 7229[7229] 7301[7301] 7302[7302]",
		],
		["HS code 870323", "870323[870323]"],
		["of 7208.51.0030 goods", "7208510030[7208.51.0030]"],
		["chapter 72 of the HTSUS", "72[72]"],
		["les positions 72.08 et 73.01", "7208[72.08] 7301[73.01]"],
		["la fracción arancelaria 8703.23.01", "87032301[8703.23.01]"],
	])("%s", (text, meant) => {
		expect(shown(text, findCodes(text), ({ digits }) => digits)).toBe(meant);
	});

	test.each([
		"it filed for Chapter 11 protection",
		"the Chapter 19 panels",
		"for $1234.56",
		"address 192.168.10.12",
		"04.06.2025",
		"heading to 25 per cent",
	])("no code in: %s", (text) => {
		expect(findCodes(text)).toEqual([]);
	});

	test("tells provisions of chapter 99 from goods", () => {
		const kinds = findCodes("HTS 9903.81.87 or 7208.51.00").map(
			({ kind }) => kind,
		);
		expect(kinds).toEqual(["provision", "goods"]);
	});
});

describe("instruments", () => {
	test.each([
		[
			"Section 232 and section 301",
			"Section 232[Section 232] Section 301[section 301]",
		],
		["sections 301 and 232", "Section 301[sections 301] Section 232[232]"],
		["l’article 232", "Section 232[article 232]"],
		["la Sección 232", "Section 232[Sección 232]"],
		[
			"Proclamation No. 9705 of March 8, 2018",
			"Proc. 9705[Proclamation No. 9705]",
		],
		["Presidential Proclamation 10,908", "Proc. 10908[Proclamation 10,908]"],
		["Executive Order 14257", "EO 14257[Executive Order 14257]"],
		["le décret 14257", "EO 14257[décret 14257]"],
		["la Orden Ejecutiva 14257", "EO 14257[Orden Ejecutiva 14257]"],
		["DORS/2025-95", "SOR/2025-95[DORS/2025-95]"],
		["91 Fed. Reg. 18201", "91 FR 18201[91 Fed. Reg. 18201]"],
		["P.C. 2026-0785", "P.C. 2026-0785[P.C. 2026-0785]"],
		[
			"le règlement (UE) 2026/1384",
			"Regulation (EU) 2026/1384[règlement (UE) 2026/1384]",
		],
		["case A-122-857", "A-122-857[A-122-857]"],
		["CSMS # 65236374", "CSMS 65236374[CSMS # 65236374]"],
	])("%s", (text, meant) => {
		expect(shown(text, findInstruments(text), ({ name }) => name)).toBe(meant);
	});

	test.each([
		"section 301 of the Criminal Code",
		"section 8 of the act",
		"in 2025 FRANCE 12345",
		"order 14257 more",
	])("no instrument in: %s", (text) => {
		expect(findInstruments(text)).toEqual([]);
	});
});

describe("dates, told on Monday 2025-06-02", () => {
	test.each([
		["effective 12:01 a.m. June 4", "2025-06-04 effective[June 4]"],
		["Effective Date: June 4, 2025.", "2025-06-04 effective[June 4, 2025]"],
		["Applicable June 4, 2025.", "2025-06-04 effective[June 4, 2025]"],
		["Comments due: June 4, 2025.", "2025-06-04 deadline[June 4, 2025]"],
		["The tariffs take effect Friday.", "2025-06-06 effective[Friday]"],
		["The tariffs took effect last Friday.", "2025-05-30 effective[Friday]"],
		["the duties took effect March 12", "2025-03-12 effective[March 12]"],
		[
			"entered for consumption, or withdrawn from warehouse for consumption, on or after 12:01 a.m. eastern daylight time on June 4, 2025",
			"2025-06-04 effective[June 4, 2025]",
		],
		[
			"go into effect at 12:01 a.m. on Wednesday, April 9",
			"2025-04-09 effective[April 9]",
		],
		[
			"duties will rise from 25 to 50 per cent on June 4",
			"2025-06-04 effective[June 4]",
		],
		[
			"As of Jan. 1, 2027, the rate falls",
			"2027-01-01 effective[Jan. 1, 2027]",
		],
		[
			"les droits entrent en vigueur le mardi 4 mars",
			"2025-03-04 effective[4 mars]",
		],
		[
			"À compter du 1er juillet, la surtaxe double",
			"2025-07-01 effective[1er juillet]",
		],
		[
			"a partir del 1 de agosto los aranceles suben",
			"2025-08-01 effective[1 de agosto]",
		],
		[
			"los aranceles entrarán en vigor el próximo viernes",
			"2025-06-06 effective[viernes]",
		],
		["Comments are due by July 7.", "2025-07-07 deadline[July 7]"],
		["the July 9 deadline", "2025-07-09 deadline[July 9]"],
		["The tariff pause expires July 9", "2025-07-09 deadline[July 9]"],
		["la date limite du 7 juillet", "2025-07-07 deadline[7 juillet]"],
		[
			"D’ici le 21 juillet, les négociations",
			"2025-07-21 deadline[21 juillet]",
		],
		[
			"deben presentarse a más tardar el 15 de julio",
			"2025-07-15 deadline[15 de julio]",
		],
		[
			"hasta el 7 de julio se recibirán comentarios",
			"2025-07-07 deadline[7 de julio]",
		],
		["Trump said on June 4 that", "2025-06-04 null[June 4]"],
		["before June 1 the team wins", "2025-06-01 null[June 1]"],
		["Directive 21 of February 12, 2013", "2013-02-12 null[February 12, 2013]"],
		["due 2025-07-31", "2025-07-31 deadline[2025-07-31]"],
	])("%s", (text, meant) => {
		const found = findDates(text, "2025-06-02");
		expect(shown(text, found, ({ day, role }) => `${day} ${role}`)).toBe(meant);
	});

	test("a day without a year is the nearest", () => {
		const [day] = findDates("from January 15 the tariff", "2025-11-20");
		expect(day).toMatchObject({ day: "2026-01-15", isYearGiven: false });
	});

	test("figures that may be two days are none, and neither is 31 June", () => {
		expect(findDates("on 04/06/2025 and June 31", "2025-06-02")).toEqual([]);
	});
});

const anyText = fc.oneof(
	fc.string({ unit: "binary", maxLength: 60 }),
	fc.string({
		unit: fc.constantFrom(..."25 %é’ “İœ½\u00a0.Juneprct"),
		maxLength: 60,
	}),
);

test("folding in place keeps every offset", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(foldInPlace(text)).toHaveLength(text.length);
		}),
	);
});

test("whatever is found stands in the text, in order", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			for (const found of [
				findRates(text),
				findCodes(text),
				findInstruments(text),
				findDates(text, "2025-06-02"),
			]) {
				for (const [at, { start, end }] of found.entries()) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(start).toBeGreaterThanOrEqual(found[at - 1]?.start ?? 0);
				}
			}
		}),
	);
});
