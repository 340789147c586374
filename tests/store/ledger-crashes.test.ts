import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Claim } from "../../src/deliveries/delivery-ledger.ts";
import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { at, brokers, sampleDelivery } from "../contracts/sample-news.ts";

let home: string;
let store: Store;
beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "store-"));
	const log = makeLog("error");
	store = await openStore({ databaseUrl: null, home, log });
}, 60_000);
afterAll(async () => {
	await store.close();
	await rm(home, { recursive: true });
});

/** How one try to send ends: two of them leave the post on the platform, one of those unheard of. */
const endings = [
	"sent",
	"died before posting",
	"died after posting",
	"no answer, not posted",
	"no answer, but posted",
	"busy",
] as const;
type Ending = (typeof endings)[number];

/** A minute for each try; a claim is given up after two. */
const giveUpMinutes = 2;
const ids = ["d1", "d2", "d3", "d4"];

test("whoever dies when, everything is posted once and in order", async () => {
	const tries = fc.array(fc.constantFrom(...endings), { maxLength: 20 });
	await fc.assert(
		fc.asyncProperty(tries, async (tried) => {
			const ends = [...tried];
			await store.pool.query("truncate deliveries");
			await store.ledger.write(ids.map((id) => sampleDelivery({ id })));
			const platform: string[] = [];
			const patience = ends.length + giveUpMinutes * ends.length + 20;
			for (let minute = 1; minute < patience; minute++) {
				const claim = await store.ledger.claim(
					brokers,
					at(minute),
					at(minute - giveUpMinutes),
				);
				if (claim)
					await trySending(claim, ends.shift() ?? "sent", platform, minute);
			}
			expect(platform).toEqual(ids);
			expect((await store.ledger.counts()).sent).toBe(ids.length);
		}),
		{ numRuns: 25 },
	);
}, 120_000);

/** A sender that keeps the rule: look before posting when the claim says so. */
async function trySending(
	{ delivery: { id }, mustFind }: Claim,
	ending: Ending,
	platform: string[],
	minute: number,
): Promise<void> {
	const { ledger } = store;
	const stands = mustFind && platform.includes(id);
	const posts = ["sent", "died after posting", "no answer, but posted"];
	if (posts.includes(ending) && !stands) platform.push(id);
	const next = at(minute + 1);
	if (ending === "sent")
		await ledger.markSent(id, { channel: brokers, id }, 1, at(minute));
	if (ending === "busy") await ledger.putBack(id, next, ending);
	if (ending.startsWith("no answer"))
		await ledger.markUnknown(id, next, ending);
}
