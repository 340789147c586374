import { expect, test } from "vitest";
import { readBook } from "../../src/tariffs/book.ts";
import { productFinder } from "../../src/tariffs/find-product.ts";

const find = productFinder(readBook());

test.each([
	["steel", "steel"],
	["Acier", "steel"],
	["ACERO", "steel"],
	["aluminium", "aluminum"],
	["Canadian steel", "steel"],
	["steel from Canada", "steel"],
	["steal", "steel"],
	["alumnium", "aluminum"],
	["2x4s", "lumber"],
	["bois d’œuvre", "lumber"],
	["bois d'oeuvre résineux", "lumber"],
	["kitchen cabinet", "cabinets"],
	["armoires de cuisine", "cabinets"],
	["voitures électriques", "evs"],
	["camiones", "heavy-trucks"],
	["dissolving wood pulp", "wood-pulp"],
	["motorcycles over 800cc", "motorcycles-800"],
	["motorcycles over 400cc", "motorcycles"],
	["the tariff on copper pipes", "copper"],
	["non-USMCA goods", "all-goods"],
	["Swiss goods", "all-goods"],
])("%s is %s", (query, product) => {
	expect(find(query).goods?.product?.id).toBe(product);
});

test.each([
	["7208.51.00", "72085100", "steel"],
	["7208", "7208", "steel"],
	["chapter 76", "76", "aluminum"],
	["72", "72", "steel"],
	["pulp 4702.00.00", "47020000", "wood-pulp"],
	["7326908688", "7326908688", "steel"],
])("%s is the code %s", (query, code, product) => {
	expect(find(query).goods?.code).toBe(code);
	expect(find(query).goods?.product?.id).toBe(product);
});

test.each([
	"unobtainium",
	"steel wool dreams",
	"99.99",
	"",
	"wood nymphs",
	"7700",
])("“%s” is nothing that the book knows", (query) => {
	expect(find(query).goods).toBeNull();
});

test("a wide word says which goods may be meant", () => {
	const { goods } = find("metals");
	expect(goods?.meant.map(({ id }) => id)).toEqual([
		"steel",
		"aluminum",
		"copper",
	]);
});

test.each([
	["Canadian steel", "CA"],
	["acero mexicano", "MX"],
	["cars from South Korea", "KR"],
	["steel", null],
])("%s names the origin %s", (query, origin) => {
	expect(find(query).goods?.origin).toBe(origin);
});

test("holds no text of thousands of words against every term", () => {
	const long = "steel and copper ".repeat(60_000);
	expect(find(long)).toEqual({ goods: null, didYouMean: [] });
});
