import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const source = new URL("../../src", import.meta.url).href;

/** Long enough for V8 to find every function that the store's queries need often. */
const queries = 1_000;

/** In a process of its own: prints the most memory that it ever held, in kilobytes. */
const useOfNewStore = `
import { makeLog } from "${source}/log.ts";
import { openStore } from "${source}/store/open-store.ts";
const [home] = process.argv.slice(-1);
const log = makeLog("error");
const store = await openStore({ databaseUrl: null, home, log });
for (let query = 0; query < ${queries}; query++) await store.ledger.counts();
await store.close();
console.log(process.resourceUsage().maxRSS);
`;

test("a first start and its queries never hold 400 MB", async () => {
	const home = await mkdtemp(join(tmpdir(), "store-"));
	const { stdout } = await promisify(execFile)(process.execPath, [
		...["--input-type=module", "--eval", useOfNewStore],
		home,
	]);
	expect(Number(stdout) / 1024).toBeLessThan(400);
	await rm(home, { recursive: true });
}, 60_000);
