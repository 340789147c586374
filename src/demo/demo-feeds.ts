import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { escapeUTF8 } from "entities";
import type { Feed } from "../feeds/feed.ts";
import {
	type DemoItem,
	type DemoOutlet,
	demoItems,
	demoOutlets,
} from "./demo-day.ts";

export interface DemoFeeds {
	readonly feeds: readonly Feed[];
	/** Waits until every feed was asked once, so that what was there before is known. */
	everyFeedAsked(stopped: AbortSignal): Promise<void>;
	/** Starts the day: seconds are counted from here. Before it only the backlog is served. */
	begin(): void;
	close(): Promise<void>;
}

/** Serves the demo outlets as RSS on a free loopback port. */
export async function serveDemoFeeds(): Promise<DemoFeeds> {
	let began: number | null = null;
	const elapsed = () => (began === null ? -1 : (Date.now() - began) / 1000);
	const unasked = new Set(demoOutlets.map(({ id }) => id));
	const allAsked = Promise.withResolvers<void>();
	const server = createServer((request, response) => {
		const outlet = demoOutlets.find(({ id }) => request.url === `/${id}.xml`);
		if (!outlet) {
			response.writeHead(404).end();
			return;
		}
		serve(outlet, elapsed(), response);
		unasked.delete(outlet.id);
		if (unasked.size === 0) allAsked.resolve();
	});
	await new Promise<void>((listening) =>
		server.listen(0, "127.0.0.1", listening),
	);
	// A server that listens on TCP has an AddressInfo (node:net).
	const { port } = server.address() as AddressInfo;
	return {
		feeds: demoOutlets.map((outlet) => feedOf(outlet, port)),
		everyFeedAsked(stopped) {
			stopped.addEventListener("abort", () => allAsked.resolve());
			return allAsked.promise;
		},
		begin: () => {
			began = Date.now();
		},
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

function feedOf(outlet: DemoOutlet, port: number): Feed {
	return {
		id: `demo-${outlet.id}`,
		url: `http://127.0.0.1:${port}/${outlet.id}.xml`,
		title: outlet.title,
		kind: outlet.kind,
		language: outlet.language,
		verified: true,
	};
}

function serve(
	outlet: DemoOutlet,
	second: number,
	response: ServerResponse,
): void {
	if (outlet.breaksAt !== undefined && second >= outlet.breaksAt) {
		response.setHeader("content-type", "text/html; charset=utf-8");
		response.end(
			"<!doctype html><title>We have moved</title><p>Our feed is gone.",
		);
		return;
	}
	response.setHeader("content-type", "application/rss+xml; charset=utf-8");
	response.end(rss(outlet, second));
}

function rss(outlet: DemoOutlet, second: number): string {
	const newest = new Map<string, DemoItem>();
	for (const item of demoItems) {
		if (item.outlet === outlet.id && item.at <= second)
			newest.set(item.id, item);
	}
	const items = [...newest.values()].map((item) => itemXml(item, second));
	return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>${escapeUTF8(outlet.title)}</title>
<link>https://example.invalid/${outlet.id}</link>
<language>${outlet.language}</language>
${items.reverse().join("\n")}
</channel></rss>`;
}

function itemXml(item: DemoItem, second: number): string {
	const published = new Date(Date.now() - (second - item.at) * 1000);
	return `<item>
<guid isPermaLink="false">${item.id}</guid>
<title>${escapeUTF8(item.title)}</title>
<link>https://example.invalid/${item.outlet}/${item.id}</link>
<pubDate>${published.toUTCString()}</pubDate>
<description>${escapeUTF8(item.text)}</description>
</item>`;
}
