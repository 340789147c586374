import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { memoryContracts } from "../contracts/all-memories.ts";
import {
	type PostgresServer,
	postgresMissing,
	startPostgres,
} from "../fakes/postgres-server.ts";
import { emptyStore } from "./empty-store.ts";

const log = makeLog("error");

describe("on PGlite", () => {
	let home: string;
	let store: Store | undefined;
	beforeAll(async () => {
		home = await mkdtemp(join(tmpdir(), "store-"));
		store = await openStore({ databaseUrl: null, home, log });
	}, 60_000);
	afterAll(async () => {
		await store?.close();
		await rm(home, { recursive: true });
	});
	memoryContracts(() => emptied(store));
});

if (postgresMissing) console.warn(`not on Postgres: ${postgresMissing}`);

describe.skipIf(postgresMissing)("on Postgres", () => {
	let home: string;
	let server: PostgresServer | undefined;
	let store: Store | undefined;
	beforeAll(async () => {
		home = await mkdtemp(join(tmpdir(), "store-"));
		server = await startPostgres();
		store = await openStore({ databaseUrl: server.url, home, log });
	}, 60_000);
	afterAll(async () => {
		await store?.close();
		await server?.stop();
		await rm(home, { recursive: true });
	});
	memoryContracts(() => emptied(store));
});

async function emptied(store: Store | undefined): Promise<Store> {
	if (!store) throw new Error("the store was not opened");
	await emptyStore(store);
	return store;
}
