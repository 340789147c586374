import { expect, test } from "vitest";
import type { HubLease } from "../../src/feeds/hub-lease.ts";
import type { MakeMemories } from "./memories.ts";
import { at } from "./sample-news.ts";

function leaseOf(changes: Partial<HubLease> = {}): HubLease {
	return {
		feedId: "wto",
		hub: "https://hub.example/",
		topic: "https://wto.example/feed",
		token: "t1",
		state: "wanted",
		callback: null,
		leaseUntil: null,
		askedAt: null,
		askAt: at(0),
		failures: 0,
		trouble: null,
		pushedAt: null,
		missedAt: null,
		...changes,
	};
}

/** What every HubLeases does. */
export function hubLeasesContract(make: MakeMemories): void {
	test("a lease is found by its feed and by its token, and no other way", async () => {
		const { hubLeases } = await make();
		expect(await hubLeases.begin(leaseOf(), "s1")).toBe(true);
		expect(await hubLeases.ofFeed("wto")).toEqual(leaseOf());
		expect(await hubLeases.byToken("t1")).toEqual(leaseOf());
		expect(await hubLeases.ofFeed("t1")).toBeNull();
		expect(await hubLeases.byToken("wto")).toBeNull();
		expect(await hubLeases.secret("t1")).toBe("s1");
		expect(await hubLeases.secret("t2")).toBeNull();
	});

	test("a feed has one lease, until that one is ending", async () => {
		const { hubLeases } = await make();
		await hubLeases.begin(leaseOf(), "s1");
		const second = leaseOf({ token: "t2" });
		expect(await hubLeases.begin(second, "s2")).toBe(false);
		expect(await hubLeases.byToken("t2")).toBeNull();
		expect(await hubLeases.secret("t2")).toBeNull();
		await hubLeases.change("t1", { state: "ending" });
		expect(await hubLeases.ofFeed("wto")).toBeNull();
		expect(await hubLeases.begin(second, "s2")).toBe(true);
		expect(await hubLeases.ofFeed("wto")).toEqual(second);
		expect((await hubLeases.all()).map(({ token }) => token)).toEqual([
			"t1",
			"t2",
		]);
	});

	test("a change touches what it names and nothing else", async () => {
		const { hubLeases } = await make();
		await hubLeases.begin(leaseOf(), "s1");
		const asked = {
			state: "requested",
			callback: "https://us.example/websub/t1",
			askedAt: at(1),
			askAt: at(6),
			failures: 1,
		} as const;
		await hubLeases.change("t1", asked);
		await hubLeases.change("t1", { trouble: "hub.example answered 500" });
		await hubLeases.change("t1", { leaseUntil: at(90), pushedAt: at(8) });
		await hubLeases.change("t1", { trouble: null, missedAt: at(9) });
		await hubLeases.change("unknown", { failures: 7 });
		expect(await hubLeases.all()).toEqual([
			leaseOf({
				...asked,
				...{ leaseUntil: at(90), pushedAt: at(8), missedAt: at(9) },
			}),
		]);
	});

	test("those due come in turn, no more than are wanted", async () => {
		const { hubLeases } = await make();
		for (const [token, minute] of [
			["late", 5],
			["early", 1],
			["later", 9],
		] as const) {
			const lease = leaseOf({ token, feedId: token, askAt: at(minute) });
			await hubLeases.begin(lease, "s");
		}
		const due = async (minute: number, most: number) =>
			(await hubLeases.due(at(minute), most)).map(({ token }) => token);
		expect(await due(0, 9)).toEqual([]);
		expect(await due(5, 9)).toEqual(["early", "late"]);
		expect(await due(9, 2)).toEqual(["early", "late"]);
	});

	test("a push is known again under its own lease, until it is forgotten", async () => {
		const { hubLeases } = await make();
		await hubLeases.begin(leaseOf(), "s1");
		await hubLeases.begin(leaseOf({ token: "t2", feedId: "bbc" }), "s2");
		await hubLeases.keepPush("t1", "aa", at(1));
		await hubLeases.keepPush("t1", "aa", at(7));
		await hubLeases.keepPush("t1", "bb", at(5));
		expect(await hubLeases.hasPush("t1", "aa")).toBe(true);
		expect(await hubLeases.hasPush("t2", "aa")).toBe(false);
		await hubLeases.forgetPushes(at(5));
		expect(await hubLeases.hasPush("t1", "aa")).toBe(false);
		expect(await hubLeases.hasPush("t1", "bb")).toBe(true);
	});

	test("a lease that is forgotten takes its secret and its pushes along", async () => {
		const { hubLeases } = await make();
		await hubLeases.begin(leaseOf(), "s1");
		await hubLeases.keepPush("t1", "aa", at(1));
		await hubLeases.forget("t1");
		expect(await hubLeases.all()).toEqual([]);
		expect(await hubLeases.secret("t1")).toBeNull();
		await hubLeases.begin(leaseOf(), "s2");
		expect(await hubLeases.hasPush("t1", "aa")).toBe(false);
	});
}
