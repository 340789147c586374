import { expect, test } from "vitest";
import { findCountry, isAmong } from "../../src/tariffs/countries.ts";

test.each([
	["CA", "CA"],
	["ca", "CA"],
	["Canadian", "CA"],
	["Mexique", "MX"],
	["México", "MX"],
	["Alemania", "DE"],
	["Allemagne", "DE"],
	["U.S.", "US"],
	["États-Unis", "US"],
	["EU", "EU"],
	["Corée du Sud", "KR"],
	["UK", "GB"],
	["steel", null],
	["", null],
])("%s is %s", (typed, code) => {
	expect(findCountry(typed)).toBe(code);
});

test("groups hold their members and themselves", () => {
	expect(isAmong("DE", ["EU"])).toBe(true);
	expect(isAmong("EU", ["EU"])).toBe(true);
	expect(isAmong("GB", ["EU"])).toBe(false);
	expect(isAmong("KR", ["CA-FTA"])).toBe(true);
});
