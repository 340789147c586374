import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import {
	newHome,
	type RunningTradewire,
	refusedFeeds,
	startTradewire,
} from "../fakes/tradewire-process.ts";

const home = newHome();
const running: RunningTradewire[] = [];
afterAll(async () => {
	await running.at(-1)?.kill();
});

/** The same house, started on another day. */
async function startOn(instant: string): Promise<RunningTradewire> {
	await running.at(-1)?.kill();
	const feeds = join(home, "feeds.json");
	writeFileSync(feeds, refusedFeeds);
	const env = { TRADEWIRE_HOME: home, TRADEWIRE_FEEDS: feeds };
	const started = await startTradewire({
		env: { ...env, TRADEWIRE_NOW: instant },
	});
	running.push(started);
	return started;
}

test("a watch told before a crash is told the change after it, late and once", async () => {
	const before = await startOn("2025-06-03T16:00:00Z");
	const watched = await ask(
		before.address,
		"brokers",
		"/subscribe tariff:steel origin:CA",
	);
	expect(watched.tone).toBe("done");

	const after = await startOn("2025-06-06T16:00:00Z");
	const listener = await listen(after.address, "brokers", "0");
	const cards = await listener.until(1, 60_000);
	listener.close();
	const told = cards.filter(({ card }) => card.tone === "news");
	expect(told.map(({ card }) => card.title)).toEqual([
		expect.stringMatching(
			/^Steel from Canada into the United States: .*25% → .*50% from 4 June 2025$/,
		),
	]);
	expect(JSON.stringify(told)).toContain("This comes late");
}, 120_000);
