import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type FeedItem, rssOf } from "./feed-server.ts";

/** A feed and its hub on one loopback port: the feed names the hub in its Link header. */
export interface WebSubHub {
	readonly feedUrl: string;
	/** Whether a subscriber has asked and was verified. */
	hasSubscriber(): boolean;
	/** Adds an item to the feed and pushes it, signed; gives the subscriber's status. */
	publish(item: FeedItem): Promise<number>;
	/** Pushes once more what was published last, byte for byte. */
	replay(): Promise<number>;
	/** Pushes what the feed does not hold, under a signature that is no hub's, or none. */
	forge(item: FeedItem, signature: string | null): Promise<number>;
	close(): Promise<void>;
}

interface Subscriber {
	readonly callback: string;
	readonly secret: string;
}

const feed = "wire";

/** Opens a hub that grants every lease at once, and remembers the last subscriber. */
export async function serveHub(): Promise<WebSubHub> {
	const items: FeedItem[] = [];
	let subscriber: Subscriber | null = null;
	let origin = "";
	const server = createServer((request, response) => {
		if (request.method === "POST") {
			response.writeHead(202).end();
			void text(request).then(grant);
			return;
		}
		const links = [
			`<${origin}/hub>; rel="hub"`,
			`<${origin}/${feed}>; rel="self"`,
		];
		response.writeHead(200, { "content-type": type, link: links.join(", ") });
		response.end(rssOf(feed, items));
	});
	await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	let last = "";
	const subscribed = () => {
		if (subscriber === null) throw new Error("nobody has subscribed");
		return subscriber;
	};
	const send = async (body: string, signature: string | null) => {
		const signed = signature === null ? {} : { "x-hub-signature": signature };
		const { status } = await fetch(subscribed().callback, {
			method: "POST",
			headers: { "content-type": type, ...signed },
			body,
		});
		return status;
	};
	const sendSigned = (body: string) => {
		const signing = createHmac("sha256", subscribed().secret).update(body);
		return send(body, `sha256=${signing.digest("hex")}`);
	};
	return {
		feedUrl: `${origin}/${feed}`,
		hasSubscriber: () => subscriber !== null,
		async publish(item) {
			items.unshift(item);
			last = rssOf(feed, [item]);
			return sendSigned(last);
		},
		replay: () => sendSigned(last),
		forge: (item, signature) => send(rssOf(feed, [item]), signature),
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};

	/** Verifies the subscriber's intent, as WebSub §5.3 has it. */
	async function grant(form: string) {
		const wish = new URLSearchParams(form);
		const callback = wish.get("hub.callback") ?? "";
		const url = new URL(callback);
		const challenge = `challenge ${Date.now()}`;
		url.searchParams.set("hub.mode", wish.get("hub.mode") ?? "");
		url.searchParams.set("hub.topic", wish.get("hub.topic") ?? "");
		url.searchParams.set("hub.challenge", challenge);
		url.searchParams.set("hub.lease_seconds", "864000");
		const answer = await fetch(url);
		if (answer.ok && (await answer.text()) === challenge)
			subscriber = { callback, secret: wish.get("hub.secret") ?? "" };
	}
}

const type = "application/rss+xml";
