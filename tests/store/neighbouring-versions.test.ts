import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { checkBackup } from "../../src/store/backup/read-backup.ts";
import { restoreEmbedded } from "../../src/store/backup/restore-embedded.ts";
import { openDatabase } from "../../src/store/database.ts";
import { isContracting, migrate } from "../../src/store/migrate-store.ts";
import { migrations } from "../../src/store/migrations/migrations.ts";
import { openPool } from "../../src/store/open-pool.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { memoryContracts } from "../contracts/all-memories.ts";
import { emptyStore } from "./empty-store.ts";

const silent = makeLog("error", () => {});
let home: string;
beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "store-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** What the next version may do while this one still runs: new tables, columns, indexes and kinds of values. */
const expand = `
do $$ declare each record; begin
	for each in select relname from pg_class
		where relnamespace = 'tradewire'::regnamespace and relkind = 'r'
		and relname not like 'migrations%'
	loop
		execute format('alter table tradewire.%I
			add column new_maybe text,
			add column new_always integer not null default 7', each.relname);
	end loop;
end $$;
create table tradewire.new_things (
	id text primary key,
	article_id text references tradewire.articles on delete cascade
);
create index new_index on tradewire.deliveries (new_maybe, created_at);
insert into tradewire.migrations values ('9999-tomorrow', '2027-01-01');
`;

describe("a store that the next version has added to", () => {
	let store: Store | undefined;
	const lines: string[] = [];
	const open = () =>
		openStore({
			databaseUrl: null,
			home,
			log: makeLog("warn", (line) => lines.push(line)),
		});
	beforeAll(async () => {
		const before = await open();
		await before.pool.query(expand);
		await before.close();
		store = await open();
	}, 60_000);
	afterAll(() => store?.close());

	memoryContracts(async () => {
		if (!store) throw new Error("the store was not opened");
		await emptyStore(store);
		return store;
	});

	test("is said once to be of one, and stays so", async () => {
		expect(lines.filter((line) => line.includes("newer version"))).toHaveLength(
			1,
		);
		expect(lines.join()).toContain("9999-tomorrow");
		const done = await store?.pool.query<{ name: string }>(
			"select name from tradewire.migrations order by name desc limit 1",
		);
		expect(done?.rows).toEqual([{ name: "9999-tomorrow" }]);
	});
});

test("an embedded store is backed up before it changes, the last two stay, and restoring undoes the change", async () => {
	const names = Object.keys(migrations);
	const upTo = (count: number) =>
		Object.fromEntries(Object.entries(migrations).slice(0, count));
	const old = join(home, "old");
	const made = await openPool({ databaseUrl: null, home: old, log: silent });
	await migrate(openDatabase(made.pool), upTo(names.length - 2));
	await made.pool.query(
		"insert into topics values ('mine', '{}', 'steel', null)",
	);
	await made.close();
	await (
		await openStore({ databaseUrl: null, home: old, log: silent })
	).close();
	const [backup = "", ...others] = await readdir(join(old, "backups"));
	expect(backup).toBe(`before-${names.at(-2)}.backup`);
	expect(others).toEqual([]);
	const checked = await checkBackup(join(old, "backups", backup), () => {});
	expect(checked.header.schema).toEqual(names.slice(0, -2));
	const undone = join(home, "undone");
	await restoreEmbedded(undone, checked, { now: new Date(), heard: () => {} });
	const store = await openStore({
		databaseUrl: null,
		home: undone,
		log: silent,
	});
	expect(await store.topics.topics()).toMatchObject([{ id: "mine" }]);
	await store.close();
}, 60_000);

/** What breaks the statements of a process of the version before. */
const breaks =
	/\bdrop\s+(table|column|view|function)\b|\brename\b|\bset\s+not\s+null\b|\balter\s+column\s+\w+\s+(type|set\s+data)\b|\badd\s+column\s+\w+[^,;]*\bnot\s+null\b(?![^,;]*\bdefault\b)/i;

test.each([
	["alter table feeds drop column etag", true],
	["alter table feeds rename column etag to tag", true],
	["alter table feeds alter column etag set not null", true],
	["alter table feeds add column tag text not null", true],
	["alter table feeds add column tag text not null default ''", false],
	["alter table feeds add column tag text, add column n int", false],
	["create table tags (id text not null primary key)", false],
])("%s: ends what the version before relies on: %s", (sql, does) => {
	expect(breaks.test(sql)).toBe(does);
});

test("only a change that is named contract takes anything away from the version before", () => {
	const folder = resolve(import.meta.dirname, "../../src/store/migrations");
	const wrong = readdirSync(folder)
		.filter((file) => /^\d{4}-/.test(file) && !isContracting(file))
		.filter((file) => breaks.test(readFileSync(join(folder, file), "utf8")));
	expect(wrong).toEqual([]);
});
