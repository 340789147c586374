import { expect, test } from "vitest";
import { findHub } from "../../src/feeds/find-hub.ts";
import { type HubLease, isPushed } from "../../src/feeds/hub-lease.ts";

const now = new Date("2026-10-07T14:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const active: HubLease = {
	feedId: "wto",
	hub: "https://hub.example/",
	topic: "https://wto.example/feed",
	token: "t",
	state: "active",
	callback: "https://us.example/websub/t",
	leaseUntil: at(24),
	askedAt: at(-1),
	askAt: at(20),
	failures: 0,
	trouble: null,
	pushedAt: null,
	missedAt: null,
};

test.each<[string, Partial<HubLease>, boolean]>([
	["its hub verified us", {}, true],
	["it was never verified", { state: "requested" }, false],
	["it is ending", { state: "ending" }, false],
	["it has lapsed", { leaseUntil: at(0) }, false],
	["a poll found what was not pushed", { missedAt: at(-2) }, false],
	[
		"the hub pushed again after that",
		{ missedAt: at(-2), pushedAt: at(-1) },
		true,
	],
	[
		"the hub missed one after it pushed",
		{ missedAt: at(-1), pushedAt: at(-2) },
		false,
	],
])("relies on a hub or not when %s", (_what, change, relied) => {
	expect(isPushed({ ...active, ...change }, now)).toBe(relied);
});

const url = "https://wto.example/feed?format=rss";
const hub = "https://hub.example/";
const self = "https://wto.example/feed";
const none = { hub: null, self: null };

test.each([
	["the feed", none, { hub, self }, { hub, topic: self }],
	["the header", { hub, self }, none, { hub, topic: self }],
	[
		"the header before the feed",
		{ hub, self },
		{ hub: "https://old.example/", self: "https://old.example/feed" },
		{ hub, topic: self },
	],
	["the address asked", { hub, self: null }, none, { hub, topic: url }],
	["nobody", none, { hub: null, self }, null],
	["a hub in the open", none, { hub: "http://hub.example/", self }, null],
])("takes hub and topic from %s", (_who, links, parsed, offer) => {
	expect(findHub({ links, url }, parsed)).toEqual(offer);
});
