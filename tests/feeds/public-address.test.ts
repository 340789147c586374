import { expect, test } from "vitest";
import { addressesOf, isPublic } from "../../src/feeds/public-address.ts";
import { readRetryAfter } from "../../src/feeds/retry-after.ts";

test.each([
	["8.8.8.8", true],
	["2606:4700::1111", true],
	["::ffff:8.8.8.8", true],
	["64:ff9b::808:808", true],
	["127.0.0.1", false],
	["10.1.2.3", false],
	["172.16.0.1", false],
	["192.168.1.1", false],
	["169.254.169.254", false],
	["100.64.0.1", false],
	["0.0.0.0", false],
	["224.0.0.1", false],
	["::1", false],
	["::", false],
	["fc00::1", false],
	["fe80::1", false],
	["::ffff:127.0.0.1", false],
	["64:ff9b::7f00:1", false],
	["2002:7f00:1::", false],
	["feeds.example", false],
])("%s public: %s", (address, expected) => {
	expect(isPublic(address)).toBe(expected);
});

test.each([
	"http://2130706433/",
	"http://0x7f.1/",
	"http://0177.0.0.1/",
	"http://[::1]/",
])("sees through the spelling %s", async (address) => {
	const resolve = async () => ["8.8.8.8"];
	const found = addressesOf(new URL(address), { allowPrivate: false, resolve });
	await expect(found).rejects.toThrow("that address is private");
});

const now = new Date("2026-11-22T05:00:00Z");

test.each([
	["60", 60_000],
	["Sun, 22 Nov 2026 05:01:00 GMT", 60_000],
	["Sun, 22 Nov 2026 04:00:00 GMT", 0],
	["soon", null],
	["-5", null],
	["", null],
	[null, null],
])("reads Retry-After %s as %s ms", (value, ms) => {
	expect(readRetryAfter(value, now)).toBe(ms);
});
