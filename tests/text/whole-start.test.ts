import { expect, test } from "vitest";
import { wholeStart } from "../../src/text/whole-start.ts";

test.each([
	["steel", 3, "ste"],
	["steel", 9, "steel"],
	["st😀el", 3, "st"],
	["st😀el", 4, "st😀"],
	["", 3, ""],
])("of %j the first %i are %j", (text, most, start) => {
	expect(wholeStart(text, most)).toBe(start);
});
