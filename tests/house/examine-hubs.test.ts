import { expect, test } from "vitest";
import type { Finding } from "../../src/chat/finding.ts";
import { readConfig } from "../../src/config.ts";
import type { HubLease } from "../../src/feeds/hub-lease.ts";
import { examineHubs } from "../../src/house/examine-hubs.ts";

const soon = new Date(Date.now() + 86_400_000);
const lease: HubLease = {
	...{ feedId: "cbc", hub: "https://hub.example/", token: "t" },
	...{ topic: "https://cbc.example/feed", callback: null, state: "active" },
	...{ askedAt: null, askAt: soon, failures: 0, trouble: null },
	...{ leaseUntil: soon, pushedAt: null, missedAt: null },
};
const unverified: HubLease = {
	...lease,
	...{ feedId: "bbc", state: "requested", leaseUntil: null, failures: 3 },
};

async function findings(
	leases: readonly HubLease[],
	publicUrl = "https://us.example",
): Promise<Finding[]> {
	const config = readConfig({ TRADEWIRE_PUBLIC_URL: publicUrl });
	const all = async () => leases;
	return Array.fromAsync(examineHubs(config, { all }));
}

test("says how many hubs push, and names one that could not verify us", async () => {
	const refused = { ...unverified, trouble: "the hub denies it" };
	const [sum, silent, told, ...more] = await findings([
		lease,
		unverified,
		refused,
		{ ...unverified, failures: 1 },
		{ ...unverified, state: "ending" },
	]);
	expect(sum).toMatchObject({
		state: "well",
		says: "1 of 4 that feeds name push to https://us.example/websub",
	});
	expect(silent).toMatchObject({
		what: "hub of bbc",
		state: "ill",
		says: "hub.example was asked 3 times: it took the request and never came to verify it",
		mend: expect.stringContaining("https://us.example/websub/"),
	});
	expect(told?.says).toBe("hub.example was asked 3 times: the hub denies it");
	expect(more).toEqual([]);
});

test("without an address of ours there is nothing to look at", async () => {
	expect(await findings([unverified], "")).toMatchObject([
		{ what: "hubs", state: "off" },
	]);
});
