import { PGlite } from "@electric-sql/pglite";
import { dataDir } from "@electric-sql/pglite-prepopulatedfs";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { EmbeddedPool } from "../../src/store/embedded-pool.ts";
import { migrateStore } from "../../src/store/migrate-store.ts";

let pool: EmbeddedPool;
beforeAll(async () => {
	const loadDataDir = await dataDir();
	pool = new EmbeddedPool(await PGlite.create({ loadDataDir }));
}, 60_000);
beforeEach(async () => {
	await pool.query("drop schema if exists tradewire cascade");
});
afterAll(() => pool.end());

const running = (text: string): Migration => ({
	up: async (db) => {
		await sql.raw(text).execute(db);
	},
});
const first = running(
	"create table tradewire.one (n int); insert into tradewire.one values (1)",
);
const second = running(
	"alter table tradewire.one add column more text default 'kept'",
);
const broken = running("create table tradewire.half (n int); select nonsense");

const migrate = (migrations: Record<string, Migration>) =>
	migrateStore(pool, openDatabase(pool), { migrations });

test("an older store is brought up to date and keeps what it holds; a second run changes nothing", async () => {
	await migrate({ "0001-first": first });
	await migrate({ "0001-first": first, "0002-second": second });
	await migrate({ "0001-first": first, "0002-second": second });
	const { rows } = await pool.query("select * from tradewire.one");
	expect(rows).toEqual([{ n: 1, more: "kept" }]);
});

test("a store that a newer version has added to is worked with as it is", async () => {
	await migrate({ "0001-first": first, "0002-second": second });
	expect(await migrate({ "0001-first": first })).toEqual(["0002-second"]);
	const { rows } = await pool.query("select * from tradewire.one");
	expect(rows).toEqual([{ n: 1, more: "kept" }]);
});

test.each([
	["has taken something away from", "0002-contract-one", {}],
	["has added to by another way", "0002-second", { "0003-third": second }],
])(
	"a store that a newer version %s is refused before anything is touched",
	async (_how, name, ours) => {
		await migrate({ "0001-first": first, [name]: second });
		await expect(migrate({ "0001-first": first, ...ours })).rejects.toThrow(
			`written by a newer version of Tradewire (it has ${name})`,
		);
	},
);

test("a migration that fails leaves the store as it was, and can be tried again", async () => {
	await migrate({ "0001-first": first });
	await expect(
		migrate({ "0001-first": first, "0002-broken": broken }),
	).rejects.toThrow('the store could not be migrated: column "nonsense"');
	const half = await pool.query("select to_regclass('tradewire.half') as t");
	expect(half.rows).toEqual([{ t: null }]);
	await migrate({ "0001-first": first, "0002-second": second });
});
