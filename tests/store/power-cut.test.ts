import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEmbeddedDatabase } from "../../src/store/open-embedded-database.ts";
import { type LossyDisk, lossyDisk } from "./lossy-disk.ts";

let directory: string;
let disk: LossyDisk | undefined;
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "power-"));
});
afterEach(async () => {
	disk?.remove();
	await rm(directory, { recursive: true, force: true });
});

/** A store with a table, closed, so that all of it is on the disk. */
async function newHome(): Promise<string> {
	const home = join(directory, "home");
	await mkdir(home);
	const database = await openEmbeddedDatabase(home);
	await database.exec(
		"create table public.kept (n integer primary key, text text)",
	);
	await database.close();
	return home;
}

/** What was acknowledged when the power went, and where what was left lies. */
interface Cut {
	readonly acknowledged: number;
	readonly home: string;
}

const rows = 40;

/** Keeps rows one after another, and cuts the power at some of its writes. */
async function cutWhile(
	open: (home: string) => Promise<PGlite>,
	everyWrites: number,
	survives: () => boolean,
): Promise<readonly Cut[]> {
	const home = await newHome();
	const lossy = lossyDisk(join(home, "store"), join(directory, "synced"));
	disk = lossy;
	const database = await open(home);
	const cuts: Cut[] = [];
	let acknowledged = 0;
	const cut = () => {
		const left = join(directory, `left-${cuts.length}`);
		lossy.cutInto(join(left, "store"), survives);
		cuts.push({ acknowledged, home: left });
	};
	lossy.onWrite = (count) => {
		if (count % everyWrites === 0) cut();
	};
	for (let n = 1; n <= rows; n++) {
		await database.query("insert into public.kept values ($1, $2)", [
			n,
			"x".repeat(900),
		]);
		acknowledged = n;
		if (n === rows / 2) await database.exec("checkpoint");
	}
	lossy.onWrite = () => {};
	cut();
	await database.close();
	lossy.remove();
	return cuts;
}

/** The rows that a store still has, from the first on without a gap; 0 when it does not open. */
async function keptIn(home: string): Promise<number> {
	const database = await openEmbeddedDatabase(home);
	const { rows } = await database.query<{ n: number }>(
		"select n from public.kept order by n",
	);
	await database.close();
	const gap = rows.findIndex(({ n }, at) => n !== at + 1);
	return gap < 0 ? rows.length : gap;
}

/** About half of what was not synced survives, as if by chance and the same each time (Lehmer, 1951). */
function half(): () => boolean {
	let chance = 7;
	return () => {
		chance = (chance * 48_271) % 2_147_483_647;
		return chance % 2 === 0;
	};
}

test("whatever was acknowledged is there after a power cut, at any write", async () => {
	const cuts = await cutWhile(openEmbeddedDatabase, 9, half());
	expect(cuts.length).toBeGreaterThan(5);
	for (const { acknowledged, home } of cuts) {
		const kept = await keptIn(home);
		expect(kept).toBeGreaterThanOrEqual(acknowledged);
		expect(kept).toBeLessThanOrEqual(acknowledged + 1);
	}
}, 120_000);

test("these power cuts are such that PGlite alone loses what it acknowledged", async () => {
	const alone = (home: string) =>
		PGlite.create({ dataDir: join(home, "store") });
	const cuts = await cutWhile(alone, 1_000, () => false);
	const last = cuts.at(-1);
	expect(last?.acknowledged).toBe(rows);
	const kept = await keptIn(last?.home ?? "").catch(() => 0);
	expect(kept).toBeLessThan(rows);
}, 60_000);
