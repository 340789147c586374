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

test("a schedule that is imported meanwhile answers without a restart", {
	timeout: 60_000,
}, async () => {
	const line = { superior: null, units: ["kg"], footnotes: [] };
	const none = { general: "", special: "", other: "" };
	const rates = { general: "17.5%", special: "Free (KR)", other: "91%" };
	const file = join(home, "hts_2026_rev_10.json");
	writeFileSync(
		file,
		JSON.stringify([
			{
				htsno: "6109",
				indent: "0",
				description: "T-shirts:",
				...line,
				...none,
			},
			{
				...{ htsno: "6109.10.00", indent: "1", description: "Of cotton" },
				...{ ...line, ...rates },
			},
		]),
	);
	const asked = ["ask", "/tariff 6109.10.00 origin:KR"] as const;
	expect(type(...asked).out).not.toContain("KORUS");
	const { code, out } = type("tariffs", "import-hts", file);
	expect(code).toBe(0);
	expect(out).toContain("HTS 2026 Revision 10, in force from 2026-06-08");
	expect(type(...asked).out).toContain("KORUS");
	const page = await fetch(`${tradewire.address}/tariff/6109.10.00?origin=KR`);
	expect(await page.text()).toContain("T-shirts › Of cotton");
});

test("without one, doctor looks itself, and ask opens the store", {
	timeout: 60_000,
}, async () => {
	await tradewire.stop();
	const { code, out } = type("doctor");
	expect(out).toContain("✓ store: embedded store opens");
	expect(out).toContain("✓ queue: answers");
	expect(out).toContain(
		"✓ tariff schedule: HTS 2026 Revision 10 from 2026-06-08",
	);
	expect(out).toMatch(/✗ feed refused: .*private/i);
	expect(code).toBe(1);
	expect(type("ask", "/tariff steel").out).toContain("Section 232");
});
