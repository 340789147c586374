import {
	mkdtemp,
	readdir,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
import { makeLog } from "../../src/log.ts";
import { backedTables } from "../../src/store/backup/backed-tables.ts";
import { backupLines } from "../../src/store/backup/backup-lines.ts";
import { checkBackup } from "../../src/store/backup/read-backup.ts";
import { restoreBackup } from "../../src/store/backup/restore-backup.ts";
import { restoreEmbedded } from "../../src/store/backup/restore-embedded.ts";
import { writeBackup } from "../../src/store/backup/write-backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate-store.ts";
import { migrations } from "../../src/store/migrations/migrations.ts";
import { type OpenPool, openPool } from "../../src/store/open-pool.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { StorePool } from "../../src/store/store-pool.ts";
import { sampleDelivery } from "../contracts/sample-news.ts";
import {
	type PostgresServer,
	postgresMissing,
	startPostgres,
} from "../fakes/postgres-server.ts";
import { contentsOf, fillEveryTable } from "./every-table.ts";
import { sealed } from "./sealed-backup.ts";

const log = makeLog("error", () => {});
const made = { now: new Date("2026-06-04T12:00:00Z") };
const hush = () => {};
const restored = { now: new Date("2026-06-04T13:00:00Z"), heard: hush };
const names = Object.keys(migrations);

let directory: string;
/** A store with something in every table, its backup, and what it holds. */
let source: OpenPool;
let file: string;
let held: Awaited<ReturnType<typeof contentsOf>>;
let bytes: Buffer;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "backup-"));
	source = await newStore("source");
	await fillEveryTable(source.pool);
	held = await contentsOf(source.pool);
	file = join(directory, "whole.backup");
	await writeBackup(source.pool, { ...made, file, heard: hush });
	bytes = await readFile(file);
}, 60_000);
afterAll(async () => {
	await source?.close();
	await rm(directory, { recursive: true, force: true });
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

let homes = 0;
function newHome(): string {
	return join(directory, `home-${++homes}`);
}

async function newStore(name: string): Promise<OpenPool> {
	const home = join(directory, name);
	await (await openStore({ databaseUrl: null, home, log })).close();
	return openPool({ databaseUrl: null, home, log });
}

async function backUp(pool: StorePool): Promise<string> {
	const path = join(directory, `again-${++homes}.backup`);
	await writeBackup(pool, { ...made, file: path, heard: hush });
	return path;
}

async function opened(needs: { home: string; databaseUrl?: string }) {
	const open = await openPool({ databaseUrl: null, log, ...needs });
	closing.push(open.close);
	return open.pool;
}

describe("a backup", () => {
	test("is its owner's alone, and any gunzip reads it", async () => {
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		const { gunzipSync } = await import("node:zlib");
		const lines = gunzipSync(bytes).toString().trim().split("\n");
		expect(JSON.parse(lines[0] ?? "")).toEqual({
			...{ tradewire: "backup", format: 1, version: "0.1.0" },
			...{ made: "2026-06-04T12:00:00.000Z", schema: names },
		});
		for (const line of lines) JSON.parse(line);
	});

	test("is of one moment, whatever is written while it is made", async () => {
		const pool = source.pool;
		const lines = backupLines(pool, made.now);
		await lines.next();
		const writing = pool.query(
			"insert into topics values ('late', '{}', 'late', null)",
		);
		const texts = await Array.fromAsync(lines, ({ text }) => text);
		expect(texts.join("")).not.toContain('"late"');
		await writing;
		await pool.query("delete from topics where id = 'late'");
	});

	test("that fails leaves the one before, and no half of itself", async () => {
		const copy = join(directory, "kept.backup");
		await writeFile(copy, "the one before");
		const broken: StorePool = Object.create(source.pool, {
			connect: {
				value: async () => {
					const client = await source.pool.connect();
					const query = client.query.bind(client);
					client.query = (text, params) =>
						text.startsWith("fetch")
							? Promise.reject(new Error("lost"))
							: query(text, params);
					return client;
				},
			},
		});
		const wanted = { ...made, file: copy, heard: hush };
		await expect(writeBackup(broken, wanted)).rejects.toThrow("lost");
		expect(await readFile(copy, "utf8")).toBe("the one before");
		expect((await readdir(directory)).join()).not.toContain("unfinished");
		await source.pool.query("select 1");
	});
});

describe("what is restored", () => {
	test("is what was backed up, letter by letter", async () => {
		const home = newHome();
		const backup = await checkBackup(file, hush);
		const counts = await restoreEmbedded(home, backup, restored);
		const pool = await opened({ home });
		expect(await contentsOf(pool)).toEqual({
			...held,
			restores: [
				expect.stringContaining("2026-06-04T13:00:00"),
				...(held.restores ?? []),
			],
		});
		expect(Object.fromEntries(counts)).toEqual(
			Object.fromEntries(
				Object.entries(held).map(([table, rows]) => [table, rows.length]),
			),
		);
		expect((await readdir(home)).sort()).toEqual(["lock", "store"]);
	}, 60_000);

	test("numbers what comes next above all that was given out since", async () => {
		const home = newHome();
		await restoreEmbedded(home, await checkBackup(file, hush), restored);
		const pool = await opened({ home });
		const said =
			"insert into utterances (channel, key, revision, card) values ('a', 'k', 1, '{}') returning seq";
		const before = await source.pool.query<{ seq: number }>(said);
		const after = await pool.query<{ seq: number }>(said);
		expect(after.rows[0]?.seq).toBeGreaterThan(
			(before.rows[0]?.seq ?? 0) + 100_000,
		);
		await source.pool.query("delete from utterances where key = 'k'");
	}, 60_000);

	test("is not sure of what was posted since, for a day: that is looked for, back to the backup", async () => {
		const home = newHome();
		await restoreEmbedded(home, await checkBackup(file, hush), restored);
		const store = await openStore({ databaseUrl: null, home, log });
		closing.push(() => store.close());
		const claim = async (id: string, createdAt: Date) => {
			const channel = { platform: "slack", id };
			await store.ledger.write([sampleDelivery({ id, channel, createdAt })]);
			return store.ledger.claim(channel, new Date(), createdAt);
		};
		const soon = new Date(+restored.now + 23 * 3_600_000);
		expect(await claim("soon", soon)).toMatchObject({
			...{ mustFind: true, soughtFrom: made.now },
		});
		const later = new Date(+restored.now + 25 * 3_600_000);
		expect(await claim("later", later)).toMatchObject({
			...{ mustFind: false, soughtFrom: later },
		});
	}, 60_000);

	test("may come from an older version, and is brought up to this one", async () => {
		const older = names.slice(0, 5);
		const old = await newStore("older");
		await old.pool.query("drop schema tradewire cascade");
		const db = openDatabase(old.pool);
		await migrate(db, pick(older));
		await old.pool.query(
			"insert into feeds (id, url, title, kind, language, verified, listed) values ('wire', 'https://news.example', 'Wire', 'media', 'en', true, true)",
		);
		const path = await backUp(old.pool);
		await old.close();
		const backup = await checkBackup(path, hush);
		expect(backup.header.schema).toEqual(older);
		const home = newHome();
		await restoreEmbedded(home, backup, restored);
		const store = await openStore({ databaseUrl: null, home, log });
		closing.push(() => store.close());
		expect(await store.feeds.feed("wire")).toMatchObject({ title: "Wire" });
	}, 60_000);
});

function pick(wanted: readonly string[]) {
	return Object.fromEntries(
		Object.entries(migrations).filter(([name]) => wanted.includes(name)),
	);
}

describe("before anything is written, a file is refused", () => {
	const spoilt = async (spoil: (whole: Buffer) => Buffer) => {
		const path = join(directory, "spoilt.backup");
		await writeFile(path, spoil(Buffer.from(bytes)));
		return checkBackup(path, hush);
	};

	test("that was cut off, wherever", async () => {
		const step = Math.ceil(bytes.length / 60);
		for (let length = 0; length < bytes.length; length += step) {
			const cut = spoilt((whole) => whole.subarray(0, length));
			await expect(cut, `at ${length}`).rejects.toThrow(
				/was cut off|no Tradewire backup/,
			);
		}
		const last = spoilt((whole) => whole.subarray(0, -1));
		await expect(last).rejects.toThrow("was cut off");
	});

	test("of which one bit is another, wherever", async () => {
		const step = Math.ceil(bytes.length / 200);
		const seal = bytes.length - 110;
		for (let at = 0; at < bytes.length; at += at < seal ? step : 1) {
			const flipped = spoilt((whole) => {
				whole[at] = (whole[at] ?? 0) ^ (1 << (at % 8));
				return whole;
			});
			await expect(flipped, `at ${at}`).rejects.toThrow("Nothing was changed");
		}
	});

	test("that goes on after its end", async () => {
		const longer = spoilt((whole) => Buffer.concat([whole, Buffer.from("x")]));
		await expect(longer).rejects.toThrow("was cut off");
	});

	const head = { tradewire: "backup", format: 1, version: "9.0.0" };
	const day = { made: "2027-01-01T00:00:00.000Z" };
	test.each([
		["is empty", Buffer.from(""), "no Tradewire backup"],
		["is text", Buffer.from("dear diary"), "no Tradewire backup"],
		["is another gzip", gzipSync("dear diary\n"), "no Tradewire backup"],
		["is endless", gzipSync("x".repeat(1e6)), "no Tradewire backup"],
		[
			"is of a newer format",
			sealed([{ ...head, ...day, format: 2, schema: ["0001-first-house"] }]),
			"made by a newer version of Tradewire",
		],
	])("that %s", async (_name, content, why) => {
		const foreign = spoilt(() => content);
		await expect(foreign).rejects.toThrow(why);
	});

	test("that is not there, or a directory", async () => {
		const none = checkBackup(join(directory, "none"), hush);
		await expect(none).rejects.toThrow("there is no such file");
		await expect(checkBackup(directory, hush)).rejects.toThrow(directory);
	});

	test("of a newer version, by its name", async () => {
		const path = join(directory, "newer.backup");
		const schema = [...names, "9999-tomorrow"];
		await writeFile(path, sealed([{ ...head, ...day, schema }]));
		const home = newHome();
		const restoring = restoreEmbedded(
			home,
			await checkBackup(path, hush),
			restored,
		);
		await expect(restoring).rejects.toThrow(
			"newer version of Tradewire (9.0.0, with 9999-tomorrow)",
		);
		expect(await readdir(home)).toEqual([]);
	}, 60_000);
});

test("a data directory with a store is refused, and left as it is", async () => {
	const home = newHome();
	const backup = await checkBackup(file, hush);
	await restoreEmbedded(home, backup, restored);
	const again = restoreEmbedded(home, backup, restored);
	await expect(again).rejects.toThrow("holds a store already: move it away");
	expect(await contentsOf(await opened({ home }))).toMatchObject({
		articles: held.articles,
	});
}, 60_000);

if (postgresMissing) console.warn(`not on Postgres: ${postgresMissing}`);

describe.skipIf(postgresMissing)("on Postgres", () => {
	let server: PostgresServer;
	let pool: StorePool;
	beforeAll(async () => {
		server = await startPostgres();
	}, 60_000);
	afterAll(() => server.stop());
	beforeEach(async () => {
		pool = await opened({ home: "", databaseUrl: server.url });
		await pool.query("drop schema if exists tradewire cascade");
	});

	test("a backup moves up a rung, and down again", async () => {
		await restoreBackup(pool, await checkBackup(file, hush), restored);
		const { restores, ...same } = held;
		expect(await contentsOf(pool)).toMatchObject(same);
		const home = newHome();
		const again = await checkBackup(await backUp(pool), hush);
		await restoreEmbedded(home, again, restored);
		expect(await contentsOf(await opened({ home }))).toMatchObject(same);
	}, 60_000);

	test("is of one moment while others write", async () => {
		const store = await openStore({ databaseUrl: server.url, home: "", log });
		closing.push(() => store.close());
		const lines = backupLines(pool, made.now);
		await lines.next();
		await store.pool.query(
			"insert into topics values ('late', '{}', 'late', null)",
		);
		const texts = await Array.fromAsync(lines, ({ text }) => text);
		expect(texts.join("")).not.toContain('"late"');
	});

	test("a database with anything in it is refused", async () => {
		const backup = await checkBackup(file, hush);
		await restoreBackup(pool, backup, restored);
		const again = restoreBackup(pool, backup, restored);
		await expect(again).rejects.toThrow("the database is not empty");
		expect((await contentsOf(pool)).articles).toEqual(held.articles);
	}, 60_000);

	test("a restore that fails leaves nothing, and can be tried again", async () => {
		const path = join(directory, "wrong.backup");
		const head = { tradewire: "backup", format: 1, version: "0.1.0" };
		const piece = { table: "topics", columns: ["id", "names", "query"] };
		await writeFile(
			path,
			sealed([
				{ ...head, made: made.now.toISOString(), schema: names },
				{ ...piece, rows: 2 },
				{ id: "one", names: {}, query: "one" },
				{ id: "two", names: {}, query: null },
				{ end: true, rows: 2 },
			]),
		);
		const failing = restoreBackup(
			pool,
			await checkBackup(path, hush),
			restored,
		);
		await expect(failing).rejects.toThrow("null value");
		expect(await backedTables(pool)).toEqual([]);
		await restoreBackup(pool, await checkBackup(file, hush), restored);
	}, 60_000);

	test("a program that starts meanwhile waits until all is there", async () => {
		const backup = await checkBackup(file, hush);
		let store: Promise<Awaited<ReturnType<typeof openStore>>> | undefined;
		const starting = () => {
			store ??= openStore({ databaseUrl: server.url, home: "", log });
		};
		await restoreBackup(pool, backup, { ...restored, heard: starting });
		const started = await store;
		expect((await contentsOf(pool)).articles).toEqual(held.articles);
		await started?.close();
	}, 60_000);
});
