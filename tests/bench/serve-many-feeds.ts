import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { writeRss } from "./write-feeds.ts";

/**
 * A server of feeds in a process of its own: `node serve-many-feeds.ts 2000`
 * listens on so many loopback addresses. Whatever it is asked for is a feed;
 * one answer in twenty has news, the others say 304. It prints its addresses
 * as one line of JSON, and at a line on its standard input the tally; it ends
 * with its input.
 */
// In life 24 of 25 items are known at the next poll: here they are one item, told 25 times.
const news = Buffer.from(
	writeRss({ items: 25, words: 120 })
		.replaceAll(/id-\d+/g, "id-0")
		.replaceAll(/\/a\/\d+/g, "/a/0"),
);
const asked = new Map<string, number>();
let answers = 0;
/** Null until a host is asked twice. */
let shortestGapMs: number | null = null;

const answer: RequestListener = (request, response) => {
	const { host = "" } = request.headers;
	const now = performance.now();
	const last = asked.get(host);
	if (last !== undefined) {
		shortestGapMs = Math.min(shortestGapMs ?? now - last, now - last);
	}
	asked.set(host, now);
	answers++;
	if (answers % 20 === 0) {
		response.setHeader("etag", `"${answers}"`);
		response.setHeader("content-type", "application/rss+xml");
		response.end(news);
	} else response.writeHead(304).end();
};

const addresses: string[] = [];
for (let at = 0; at < Number(process.argv[2]); at++) {
	const host = `127.${1 + (at >> 8)}.${at & 255}.1`;
	const server = createServer(answer).listen(0, host);
	await once(server, "listening");
	const { port } = server.address() as AddressInfo; // it listens on a port
	addresses.push(`http://${host}:${port}`);
}
console.log(JSON.stringify(addresses));
process.stdin.on("data", () =>
	console.log(JSON.stringify({ answers, hosts: asked.size, shortestGapMs })),
);
process.stdin.on("end", () => process.exit());
