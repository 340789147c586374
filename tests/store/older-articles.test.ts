import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { textHash } from "../../src/news/text-hash.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { sampleTold } from "../contracts/sample-news.ts";

let home: string;
let store: Store;

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "store-"));
	const log = makeLog("error");
	store = await openStore({ databaseUrl: null, home, log });
}, 60_000);
afterAll(async () => {
	await store.close();
	await rm(home, { recursive: true });
});

test("an article kept before its words were hashed is not taken for edited", async () => {
	const long = "Décret — « 50 % ». ".repeat(60);
	const told = [
		sampleTold({ id: "a1" }),
		sampleTold({ id: "a2", summary: "", body: long }),
		sampleTold({ id: "a3", summary: long, body: `${long}\nMore.` }),
		sampleTold({ id: "a4", title: "", summary: "", body: "" }),
	];
	const ids = told.map(({ article }) => article.id);
	await store.newsroom.inTurn(async (turn) => {
		for (const one of told) await turn.keep(one);
	});
	await store.pool.query("update articles set text_hash = null");
	const known = await store.newsroom.inTurn((turn) => turn.known(ids));
	expect([...known.values()].map(({ hash }) => hash).sort()).toEqual(
		told.map(({ article }) => textHash(article)).sort(),
	);
});
