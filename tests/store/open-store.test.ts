import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
	vi,
} from "vitest";
import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { StoreError } from "../../src/store/store-error.ts";
import {
	at,
	brokers,
	sampleCard,
	sampleDelivery,
	sampleTold,
} from "../contracts/sample-news.ts";
import { freePort } from "../fakes/free-port.ts";
import {
	type PostgresServer,
	postgresMissing,
	startPostgres,
} from "../fakes/postgres-server.ts";

const log = makeLog("error", () => {});

describe("on PGlite", () => {
	let home: string;
	beforeAll(async () => {
		home = await mkdtemp(join(tmpdir(), "store-"));
	});
	afterAll(() => rm(home, { recursive: true, force: true }));
	const open = () => openStore({ databaseUrl: null, home, log });

	test("what was kept is there after a restart", async () => {
		const first = await open();
		await first.ledger.write([sampleDelivery({ id: "d1" })]);
		await first.close();
		const second = await open();
		expect(await second.ledger.delivery("d1")).toEqual(
			sampleDelivery({ id: "d1" }),
		);
		await second.close();
		await expect(second.ping()).rejects.toThrow(StoreError);
	}, 60_000);

	test("a second opening is refused while the first stands", async () => {
		const first = await open();
		await expect(open()).rejects.toThrow("is in use by process");
		await first.ping();
		await first.close();
	}, 60_000);

	test("a store that a newer version closed to this one is refused by name", async () => {
		const store = await open();
		await store.pool.query(
			"insert into tradewire.migrations values ('9999-contract-tomorrow', '2027-01-01')",
		);
		await store.close();
		await expect(open()).rejects.toThrow(
			"written by a newer version of Tradewire (it has 9999-contract-tomorrow)",
		);
	}, 60_000);
});

test("text that Postgres refuses is kept with a mark in its place", async () => {
	const home = await mkdtemp(join(tmpdir(), "store-"));
	const store = await openStore({ databaseUrl: null, home, log });
	const title = "NUL \0 and half a pair \ud83d";
	const marked = "NUL \uFFFD and half a pair \uFFFD";
	await store.newsroom.inTurn(async (turn) => {
		await turn.keep(sampleTold({ title, body: `steel ${"é".repeat(2e6)}` }));
		await turn.plan([sampleDelivery({ card: sampleCard(title) })]);
	});
	expect((await store.archive.article("a1"))?.article.title).toBe(marked);
	expect((await store.ledger.delivery("d1"))?.card.title).toBe(marked);
	await store.close();
	await rm(home, { recursive: true });
}, 60_000);

test("a server that does not answer is said plainly, without its password", async () => {
	const port = await freePort();
	const databaseUrl = `postgres://me:hush@127.0.0.1:${port}/news`;
	const opening = openStore({ databaseUrl, home: "", log });
	await expect(opening).rejects.toThrow(StoreError);
	await expect(opening).rejects.toThrow(
		`the store does not answer: connect ECONNREFUSED 127.0.0.1:${port}`,
	);
});

if (postgresMissing) console.warn(`not on Postgres: ${postgresMissing}`);

describe.skipIf(postgresMissing)("on Postgres", () => {
	let server: PostgresServer;
	let store: Store;
	const open = () => openStore({ databaseUrl: server.url, home: "", log });
	beforeAll(async () => {
		server = await startPostgres();
	}, 60_000);
	afterAll(() => server.stop());
	beforeEach(async () => {
		store = await open();
		return () => store.close();
	});

	test("first starts at once all succeed", async () => {
		await store.pool.query("drop schema tradewire cascade");
		const stores = await Promise.all([open(), open(), open()]);
		for (const each of stores) await each.ping();
		await Promise.all(stores.map((each) => each.close()));
	});

	test("turns and claims are one at a time across processes", async () => {
		const other = await open();
		const order: string[] = [];
		const turn = (who: Store, name: string) =>
			who.newsroom.inTurn(async (taken) => {
				order.push(`${name} in`);
				await taken.known(["a1"]);
				order.push(`${name} out`);
			});
		await Promise.all([turn(store, "one"), turn(other, "two")]);
		expect(order[1]).toBe(order[0]?.replace("in", "out"));
		await store.ledger.write([
			sampleDelivery({}),
			sampleDelivery({ id: "d2" }),
		]);
		const claims = await Promise.all(
			[store, other, store, other].map(({ ledger }) =>
				ledger.claim(brokers, at(1), at(-9)),
			),
		);
		expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
		await other.close();
	});

	test("what one process says, another hears, also after the server was killed", async () => {
		const other = await open();
		const heard = vi.fn();
		const stop = await other.transcript.listen(heard);
		const say = (key: string) =>
			store.transcript.post({
				...{ channel: "brokers", key, replyTo: null },
				card: sampleCard(key),
			});
		await say("d1");
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("brokers"));
		await server.kill();
		await expect(say("d2")).rejects.toThrow(StoreError);
		await expect(store.ping()).rejects.toThrow("the store does not answer");
		heard.mockClear();
		await server.start();
		await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 20_000);
		heard.mockClear();
		await say("d2");
		await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("brokers"));
		await stop();
		await other.close();
	}, 60_000);
});
