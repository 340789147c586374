import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { pollBombs } from "../fakes/bomb-runs.ts";
import { type BombServer, serveBombs } from "../fakes/bomb-server.ts";
import { memoryUnreadable } from "../fakes/process-memory.ts";
import { feedBombs } from "../fixtures/feed-bombs.ts";

/** These take half a minute each where they are not held up; the bench has them. */
const slow = new Set(["a million items", "a JSON feed of a million items"]);
const names = Object.keys(feedBombs).filter((name) => !slow.has(name));

let server: BombServer;
beforeAll(async () => {
	server = await serveBombs(names);
}, 120_000);
afterAll(() => server?.close());

/**
 * All at once, in MB, garbage that is not collected yet among it: without
 * limits they took 2,300. What each takes alone is for `npm run bench -- bombs`.
 */
const mostMegabytes = 350;

const told = z.object({
	kept: z.number(),
	polls: z.number(),
	failures: z.number(),
	peak: z.number(),
	unpolled: z.array(z.string()),
});

if (memoryUnreadable) console.warn(`skipped, bombs: ${memoryUnreadable}`);

test.skipIf(memoryUnreadable)(
	"forty bombs and more at once end, cost little memory, and disturb no ordinary feed",
	{ timeout: 240_000 },
	async () => {
		expect(names.length).toBeGreaterThan(40);
		const lines = await Array.fromAsync(pollBombs(server, true));
		const run = told.parse(lines[0]);
		expect(run).toMatchObject({ failures: 0, unpolled: [] });
		expect(run.kept).toBe(server.published());
		expect(run.polls).toBeGreaterThan(10);
		expect(run.peak).toBeLessThan(mostMegabytes);
	},
);
