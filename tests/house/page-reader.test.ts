import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paceAlone } from "../../src/chat/pace.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { hostTurns } from "../../src/feeds/host-turns.ts";
import { type PageReader, parseFeed } from "../../src/feeds/parse-feed.ts";
import { pageReader } from "../../src/house/page-reader.ts";

const spacingMs = 120;
const page = "/rp-pr/p2/2026/2026-11-18/html/sor-dors1-eng.html";
/** When the server was asked, by the clock that is never set back. */
const asked: number[] = [];
const server = createServer((request, response) => {
	asked.push(performance.now());
	response.statusCode = request.url === page ? 200 : 503;
	response.setHeader("content-type", "text/html; charset=utf-8");
	response.end("<!doctype html><main><h1>Order</h1><p>Montréal</p></main>");
});
let home: string;

beforeAll(async () => {
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

function wanted(url: string, reader: PageReader) {
	return { url, reader, version: null };
}

function reader() {
	const turns = hostTurns(paceAlone(), spacingMs);
	const options = { allowPrivate: true, userAgent: "Tradewire/test" };
	return pageReader(turns, parseFeed, options);
}

test("pages are read one after another, no faster than their host bears", async () => {
	const read = reader();
	asked.length = 0;
	for (let count = 0; count < 3; count++) {
		expect(await read(wanted(`${home}${page}`, "document"))).toMatchObject({
			items: [{ title: "Order", content: "<h1>Order</h1><p>Montréal</p>" }],
		});
	}
	const gaps = asked.slice(1).map((time, place) => time - (asked[place] ?? 0));
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(spacingMs);
});

test("a page that cannot be had is a fault of the feed's, and the next is read", async () => {
	const read = reader();
	await expect(read(wanted(`${home}/x`, "document"))).rejects.toThrow(
		FeedError,
	);
	expect(await read(wanted(`${home}${page}`, "document"))).not.toBeNull();
});

test("a page that came and is none is nobody's fault", async () => {
	const read = reader();
	expect(await read(wanted(`${home}${page}`, "gazette-contents"))).toBeNull();
});
