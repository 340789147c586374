import { expect, test } from "vitest";
import {
	daysText,
	daysWord,
	findDays,
	isDayWord,
} from "../../src/commands/find-days.ts";
import { findTime } from "../../src/commands/find-time.ts";
import {
	closestZone,
	findZone,
	suggestZones,
} from "../../src/commands/find-zone.ts";
import { sayIn } from "../../src/phrases/say.ts";

test.each([
	["08:00", "08:00"],
	["8", "08:00"],
	["8:30", "08:30"],
	["8am", "08:00"],
	["8:30 PM", "20:30"],
	["12am", "00:00"],
	["12pm", "12:00"],
	["8 p.m.", "20:00"],
	["20h30", "20:30"],
	["7h", "07:00"],
	["24:00", null],
	["08:60", null],
	["13pm", null],
	["0am", null],
	["noonish", null],
	["", null],
])("reads the time %j as %j", (words, time) => {
	expect(findTime(words)).toBe(time);
});

test.each([
	["mon-fri", [1, 2, 3, 4, 5]],
	["weekdays", [1, 2, 3, 4, 5]],
	["daily", [1, 2, 3, 4, 5, 6, 7]],
	["mon,wed", [1, 3]],
	["wed mon", [1, 3]],
	["Mon, Wed and Friday", [1, 3, 5]],
	["fri-mon", [1, 5, 6, 7]],
	["mon-wed,fri", [1, 2, 3, 5]],
	["mon to fri", [1, 2, 3, 4, 5]],
	["mondays", [1]],
	["lundi au vendredi", [1, 2, 3, 4, 5]],
	["lun-ven", [1, 2, 3, 4, 5]],
	["mar, jeu et sam", [2, 4, 6]],
	["lunes a viernes", [1, 2, 3, 4, 5]],
	["miércoles y sábado", [3, 6]],
	["mon–fri", [1, 2, 3, 4, 5]],
	["monthly", null],
	["mo", null],
	["mon-", null],
	["-fri", null],
	["mon--fri", [1, 2, 3, 4, 5]],
	["toString", null],
	["", null],
])("reads the days %j as %j", (words, days) => {
	expect(findDays(words)).toEqual(days);
});

test("tells a word of days from other words", () => {
	expect(["mon-fri", "lundi", "au", "daily"].filter(isDayWord)).toHaveLength(4);
	expect(["City", "live", "Toronto", "08:00"].filter(isDayWord)).toEqual([]);
});

test("writes days as people say them, and as they are typed", () => {
	const say = sayIn("en");
	expect(daysText([1, 2, 3, 4, 5], say)).toBe("Monday to Friday");
	expect(daysText([1, 2, 3, 4, 5, 6, 7], say)).toBe("every day");
	expect(daysText([6, 7], say)).toBe("Saturday, Sunday");
	expect(findDays(daysWord([1, 3, 7]))).toEqual([1, 3, 7]);
});

test.each([
	["America/Toronto", "America/Toronto"],
	["america/toronto", "America/Toronto"],
	["Toronto", "America/Toronto"],
	["Eastern", "America/Toronto"],
	["ET", "America/Toronto"],
	["Eastern Time", "America/Toronto"],
	["Montréal", "America/Toronto"],
	["Mexico City", "America/Mexico_City"],
	["Ciudad de México", "America/Mexico_City"],
	["St. John's", "America/St_Johns"],
	["Paris", "Europe/Paris"],
	["utc", "UTC"],
	["US/Eastern", "America/New_York"],
	["Nowhere", null],
	["Foo/Bar", null],
	["+05:00", null],
])("finds the zone of %j: %j", (words, zone) => {
	expect(findZone(words)).toBe(zone);
});

test("knows the zone nearest to a misspelt one", () => {
	expect(closestZone("Tornto")).toBe("America/Toronto");
	expect(closestZone("America/Torronto")).toBe("America/Toronto");
	expect(closestZone("zzzzzz")).toBeNull();
});

test("offers zones as they are typed, and the usual ones before", () => {
	expect(suggestZones("mexi")[0]).toBe("America/Mexico_City");
	expect(suggestZones("")).toContain("America/Toronto");
	expect(suggestZones("a").length).toBeLessThanOrEqual(25);
});
