import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLog } from "../../src/log.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { at, sampleTold } from "../contracts/sample-news.ts";

let home: string;
let store: Store;

const news = [
	["title", "en", "Softwood lumber duties rise", ""],
	["body", "en", "Mill closes in Quebec", "The owners blame the lumber duty."],
	["fr", "fr", "Les tarifs douaniers sur l'acier", "Ottawa réplique."],
	["es", "es", "Aranceles al acero", "México responde con aranceles."],
	["de", "de", "Zölle auf Stahl", ""],
] as const;

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "store-"));
	const log = makeLog("error");
	store = await openStore({ databaseUrl: null, home, log });
	await store.newsroom.inTurn(async (turn) => {
		for (const [id, language, title, body] of news)
			await turn.keep(sampleTold({ id, language, title, body, summary: "" }));
	});
}, 60_000);
afterAll(async () => {
	await store.close();
	await rm(home, { recursive: true });
});

test.each([
	["lumber duty: bent forms, titles first", "lumber duty", ["title", "body"]],
	["a phrase", '"softwood lumber"', ["title"]],
	["without a word", "lumber -softwood", ["body"]],
	["one or the other", "softwood or stahl", ["de", "title"]],
	["French forms", "tarif douanier", ["fr"]],
	["Spanish forms", "arancel", ["es"]],
	["a language that is not stemmed", "zolle", ["de"]],
	["accents or none", "mexico", ["es"]],
	["stop words alone", "the", ["body"]],
	["nothing at all", "", []],
	["signs that mean something to SQL", "%' & | ! :* ( \\", []],
])("%s", async (_what, words, ids) => {
	const found = await store.archive.search(words, at(-60), 10);
	const order = found.map(({ article }) => article.id);
	expect(words.includes(" or ") ? order.sort() : order).toEqual(ids);
});

test("an article of a hundred thousand different words is kept and found", async () => {
	const words = Array.from({ length: 100_000 }, (_, n) => `é${n.toString(36)}`);
	const long = sampleTold({ id: "long", body: words.join(" ") });
	await store.newsroom.inTurn((turn) => turn.keep(long));
	const found = await store.archive.search("é99", at(-60), 10);
	expect(found.map(({ article }) => article.id)).toEqual(["long"]);
});
