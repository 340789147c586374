import { expect, test } from "vitest";
import { findHubs } from "../../src/feeds/find-hubs.ts";
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
const bare = { hubs: [], self: null };
const offer = { hub, topic: self };

test.each([
	["the feed", bare, { hub, self }, [offer]],
	["the header", { hubs: [hub], self }, none, [offer]],
	[
		"the header before the feed",
		{ hubs: [hub], self },
		{ hub: "https://old.example/", self: "https://old.example/feed" },
		[offer],
	],
	[
		"the address asked",
		{ hubs: [hub], self: null },
		none,
		[{ hub, topic: url }],
	],
	["nobody", bare, { hub: null, self }, []],
	["a hub in the open", bare, { hub: "http://hub.example/", self }, []],
	[
		"several, each once",
		bare,
		{
			hub,
			otherHubs: ["http://open.example/", "https://two.example/", hub],
			self,
		},
		[offer, { hub: "https://two.example/", topic: self }],
	],
])("takes hub and topic from %s", (_who, links, parsed, offers) => {
	expect(findHubs({ links, url }, parsed)).toEqual(offers);
});
