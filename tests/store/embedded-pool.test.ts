import { PGlite } from "@electric-sql/pglite";
import { dataDir } from "@electric-sql/pglite-prepopulatedfs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EmbeddedPool } from "../../src/store/embedded-pool.ts";

let pool: EmbeddedPool;

beforeAll(async () => {
	pool = await openPool();
	await pool.query("create table words (word text primary key)");
}, 60_000);
afterAll(() => pool.end());

async function openPool(): Promise<EmbeddedPool> {
	const loadDataDir = await dataDir();
	return new EmbeddedPool(await PGlite.create({ loadDataDir }));
}

const words = async () => {
	const { rows } = await pool.query<{ word: string }>(
		"select word from words order by word",
	);
	return rows.map(({ word }) => word);
};

test("an open transaction keeps others out until it ends", async () => {
	const client = await pool.connect();
	await client.query("begin");
	await client.query("insert into words values ($1)", ["rolled back"]);
	const seen = words();
	await client.query("rollback");
	expect(await seen).toEqual([]);
	client.release();
});

test("a client given back in mid-transaction is rolled back", async () => {
	const client = await pool.connect();
	await client.query("begin");
	await client.query("insert into words values ('left open')");
	client.release();
	expect(await words()).toEqual([]);
});

test("a failed statement leaves the transaction to its client, and the pool whole", async () => {
	const client = await pool.connect();
	await client.query("begin");
	await expect(client.query("select nonsense")).rejects.toThrow("nonsense");
	const next = words();
	await expect(client.query("select 1")).rejects.toThrow("aborted");
	await client.query("rollback");
	client.release();
	expect(await next).toEqual([]);
});

test("a client's queries run in the order given, awaited or not", async () => {
	const client = await pool.connect();
	await Promise.all([
		client.query("begin"),
		client.query("insert into words values ('b')"),
		client.query("delete from words"),
		client.query("commit"),
	]);
	client.release();
	expect(await words()).toEqual([]);
});

test("many statements run at once without parameters, as migrations do", async () => {
	const { rows } = await pool.query("select 1 as a; select 2 as b");
	expect(rows).toEqual([{ b: 2 }]);
});

test("values come as pg gives them: numbers, instants, parsed JSON", async () => {
	const { rows } = await pool.query(
		`select count(*) as n, $1::timestamptz as t, $2::jsonb as j,
			$3::text[] as a, null as nothing from words`,
		[new Date(0), JSON.stringify({ a: [1] }), ["é", 'a"b,c']],
	);
	expect(rows).toEqual([
		{ n: 0, t: new Date(0), j: { a: [1] }, a: ["é", 'a"b,c'], nothing: null },
	]);
});

test("a listener hears its channels only, holds up nobody, and falls silent when told", async () => {
	const [steel, dairy] = await Promise.all([pool.connect(), pool.connect()]);
	const [heardSteel, heardDairy] = [vi.fn(), vi.fn()];
	steel.on("notification", heardSteel);
	dairy.on("notification", heardDairy);
	await steel.query("LISTEN steel;\n");
	await dairy.query('-- for the cows\nlisten "dairy"');
	await pool.query("select pg_notify('steel', 'up')");
	await pool.query("select pg_notify('dairy', 'milk')");
	expect(heardSteel.mock.calls).toEqual([
		[{ channel: "steel", payload: "up" }],
	]);
	expect(heardDairy.mock.calls).toEqual([
		[{ channel: "dairy", payload: "milk" }],
	]);
	await steel.query("unlisten *");
	await pool.query("select pg_notify('steel', 'down')");
	expect(heardSteel).toHaveBeenCalledTimes(1);
	steel.release();
	dairy.release();
});

test("who comes after the end is refused at once; what was under way is finished", async () => {
	const ending = await openPool();
	const client = await ending.connect();
	await client.query("begin");
	const ended = ending.end();
	await expect(ending.query("select 1")).rejects.toThrow("after calling end");
	const { rows } = await client.query("select 1 as one");
	expect(rows).toEqual([{ one: 1 }]);
	await client.query("commit");
	client.release();
	await ended;
	await expect(client.query("select 1")).rejects.toThrow("after calling end");
}, 60_000);

test("the log of a program that runs for long does not grow with what it writes", async () => {
	const bytesOf = async (sql: string) => {
		const { rows } = await pool.query<{ bytes: number }>(sql);
		return rows[0]?.bytes ?? 0;
	};
	await pool.query(
		"create table written (text text); alter table written alter text set storage external",
	);
	for (let at = 0; at < 60; at++)
		await pool.query(
			"insert into written select $1 || n from generate_series(1, 8) n",
			["x".repeat(500_000)],
		);
	const written = await bytesOf(
		"select pg_total_relation_size('written') as bytes",
	);
	const log = await bytesOf(
		"select sum(size)::float8 as bytes from pg_ls_waldir()",
	);
	expect(written).toBeGreaterThan(200 * 2 ** 20);
	expect(log).toBeLessThan(150 * 2 ** 20);
	await pool.query("drop table written");
}, 60_000);

test("clears away dead rows, which nobody else would", async () => {
	await pool.query("create table polls (id int primary key, at int)");
	await pool.query("create index polls_at on polls (at)");
	await pool.query(
		"insert into polls select n, 0 from generate_series(1, 100) n",
	);
	const pollAll = () => pool.query("update polls set at = at + 1");
	for (let round = 0; round < 100; round++) await pollAll();
	const size = async () => {
		const { rows } = await pool.query<{ bytes: number }>(
			"select pg_total_relation_size('polls')::int as bytes",
		);
		return rows[0]?.bytes ?? 0;
	};
	await vi.waitFor(
		async () => {
			for (let each = 0; each < 210; each++) await pool.query("select 1");
			const { rows } = await pool.query<{ times: number }>(
				"select vacuum_count::int as times from pg_stat_user_tables where relname = 'polls'",
			);
			expect(rows[0]?.times).toBeGreaterThan(0);
		},
		{ timeout: 20_000, interval: 200 },
	);
	const before = await size();
	// As many again would take half as much again, were there no room.
	for (let round = 0; round < 50; round++) await pollAll();
	expect(await size()).toBeLessThan(1.25 * before);
}, 30_000);
