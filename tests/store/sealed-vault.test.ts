import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { sealedVault } from "../../src/store/sealed-vault.ts";
import { secretKeys } from "../../src/store/secret-keys.ts";

let home: string;
let store: Store;
beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "vault-"));
	const log = makeLog("error", () => {});
	store = await openStore({ databaseUrl: null, home, log });
}, 60_000);
afterAll(async () => {
	await store.close();
	await rm(home, { recursive: true, force: true });
});

const vaultWith = (keys: string) =>
	sealedVault(openDatabase(store.pool), secretKeys(keys, home));

test("what lies in the database tells nothing, and is never the same twice", async () => {
	const vault = vaultWith("one");
	await vault.put("a", "xoxb-secret");
	const first = await sealed("a");
	await vault.put("a", "xoxb-secret");
	expect(await sealed("a")).not.toBe(first);
	expect(Buffer.from(first, "base64").toString("latin1")).not.toContain("xoxb");
});

test("a new key seals, and the old one still opens", async () => {
	await vaultWith("old").put("b", "before");
	const both = vaultWith("new old");
	expect(await both.get("b")).toBe("before");
	await both.put("b", "after");
	expect(await vaultWith("new").get("b")).toBe("after");
});

test("another key does not open it, says which setting to mend, and loses nothing", async () => {
	await vaultWith("right").put("c", "kept");
	await expect(vaultWith("wrong").get("c")).rejects.toThrow(
		/secret c .* TRADEWIRE_SECRET_KEY/,
	);
	expect(await vaultWith("right").get("c")).toBe("kept");
});

test("a secret moved to another name, or altered, does not open", async () => {
	const vault = vaultWith("key");
	await vault.put("d", "mine");
	await store.pool.query(
		"insert into secrets select 'e', sealed from secrets where name = 'd'",
	);
	await expect(vault.get("e")).rejects.toThrow("secret e");
	const whole = Buffer.from(await sealed("d"), "base64");
	whole[whole.length - 1] = (whole.at(-1) ?? 0) ^ 1;
	const altered = whole.toString("base64");
	await store.pool.query("update secrets set sealed = $1 where name = 'd'", [
		altered,
	]);
	await expect(vault.get("d")).rejects.toThrow("secret d");
	await store.pool.query(
		"update secrets set sealed = 'short' where name = 'd'",
	);
	await expect(vault.get("d")).rejects.toThrow("secret d");
});

test("without a setting, the key is made once, in a file for its owner alone", async () => {
	const fresh = join(home, "fresh");
	const made = await secretKeys(null, fresh)();
	const path = join(fresh, "secret.key");
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	expect((await readFile(path, "utf8")).trim()).toBe(made[0]);
	expect(Buffer.from(made[0] ?? "", "base64")).toHaveLength(32);
	expect(await secretKeys(null, fresh)()).toEqual(made);
});

async function sealed(name: string): Promise<string> {
	const { rows } = await store.pool.query<{ sealed: string }>(
		"select sealed from secrets where name = $1",
		[name],
	);
	return rows[0]?.sealed ?? "";
}
