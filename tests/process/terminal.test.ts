import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	newHome,
	type RunningTradewire,
	refusedFeeds,
	startTradewire,
} from "../fakes/tradewire-process.ts";

const root = resolve(import.meta.dirname, "../..");
const home = newHome();
const env = {
	PATH: process.env.PATH,
	TRADEWIRE_HOME: home,
	TRADEWIRE_FEEDS: join(home, "feeds.json"),
};
let tradewire: RunningTradewire;

beforeAll(async () => {
	writeFileSync(env.TRADEWIRE_FEEDS, refusedFeeds);
	tradewire = await startTradewire({ env });
}, 60_000);
afterAll(() => tradewire?.stop());

function type(...words: readonly string[]) {
	const run = spawnSync(process.execPath, ["src/cli.ts", ...words], {
		cwd: root,
		env,
		encoding: "utf8",
	});
	return { code: run.status, out: run.stdout, complaint: run.stderr };
}

test("ask is answered by the Tradewire that runs on the same data", {
	timeout: 30_000,
}, () => {
	const { code, out } = type("ask", "/subscriptions");
	expect(code).toBe(0);
	expect(out).toContain("/subscribe");
});

test("doctor finds the Tradewire that runs, and its desk", {
	timeout: 30_000,
}, () => {
	const { code, out } = type("doctor");
	expect(code).toBe(0);
	expect(out).toContain(`${tradewire.address}/desk`);
	// Tokens can be tried without the store.
	expect(out).toContain("Discord: not connected (set DISCORD_TOKEN)");
});

test("without one, doctor looks itself, and ask opens the store", {
	timeout: 60_000,
}, async () => {
	await tradewire.stop();
	const { code, out } = type("doctor");
	expect(out).toContain("✓ store: embedded store opens");
	expect(out).toContain("✓ queue: answers");
	expect(out).toMatch(/✗ feed refused: .*private/i);
	expect(code).toBe(1);
	expect(type("ask", "/tariff steel").out).toContain("Section 232");
});
