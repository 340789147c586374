import { createServer, type IncomingMessage, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { askHub, type HubWish } from "../../src/feeds/ask-hub.ts";

const open: Server[] = [];
afterEach(() => {
	for (const server of open.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

interface Answer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A hub on a free loopback port, and what it was asked. */
async function openHub(answerTo: (path: string) => Answer) {
	const asked: { path: string; type: unknown; form: unknown }[] = [];
	const take = async (request: IncomingMessage) => {
		const form = Object.fromEntries(new URLSearchParams(await text(request)));
		const type = request.headers["content-type"];
		asked.push({ path: `${request.method} ${request.url}`, type, form });
		return answerTo(request.url ?? "");
	};
	const server = createServer((request, response) => {
		void take(request).then(({ status, headers = {} }) =>
			response.writeHead(status, headers).end("as you wish"),
		);
	});
	open.push(server);
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	return { asked, hub: `http://127.0.0.1:${address.port}/hub` };
}

const wish: Omit<HubWish, "hub"> = {
	mode: "subscribe",
	topic: "https://wto.example/feed?a=1&b=2",
	callback: "https://us.example/websub/token",
	secret: "s3cret",
};
const options = { allowPrivate: true, userAgent: "Tradewire test" };

test("asks for a topic with all that the hub must know", async () => {
	const { hub, asked } = await openHub(() => ({ status: 202 }));
	await askHub({ ...wish, hub }, options);
	expect(asked).toEqual([
		{
			path: "POST /hub",
			type: "application/x-www-form-urlencoded",
			form: {
				"hub.mode": "subscribe",
				"hub.topic": wish.topic,
				"hub.callback": wish.callback,
				"hub.secret": "s3cret",
				"hub.lease_seconds": "864000",
			},
		},
	]);
});

test("ends a topic without telling the secret again", async () => {
	const { hub, asked } = await openHub(() => ({ status: 202 }));
	await askHub({ ...wish, hub, mode: "unsubscribe" }, options);
	expect(asked[0]?.form).toEqual({
		"hub.mode": "unsubscribe",
		"hub.topic": wish.topic,
		"hub.callback": wish.callback,
	});
});

test("goes where the hub sends it, wish and all, but not for ever", async () => {
	const moved = { status: 308, headers: { location: "/new" } };
	const { hub, asked } = await openHub((path) =>
		path === "/hub" ? moved : { status: 202 },
	);
	await askHub({ ...wish, hub }, options);
	expect(asked[1]).toMatchObject({ path: "POST /new", form: asked[0]?.form });
	const endless = await openHub(() => moved);
	await expect(askHub({ ...wish, hub: endless.hub }, options)).rejects.toThrow(
		"it redirects more than 3 times",
	);
	expect(endless.asked).toHaveLength(4);
});

test("says that a hub refused, and how long it asks us to wait", async () => {
	const headers = { "retry-after": "120" };
	const { hub } = await openHub(() => ({ status: 429, headers }));
	await expect(askHub({ ...wish, hub }, options)).rejects.toMatchObject({
		message: "127.0.0.1 answered 429",
		retryAfterMs: 120_000,
	});
});

test("asks no hub at a private address, unless that is allowed", async () => {
	const { hub, asked } = await openHub(() => ({ status: 202 }));
	const strict = { ...options, allowPrivate: false };
	await expect(askHub({ ...wish, hub }, strict)).rejects.toThrow("private");
	expect(asked).toEqual([]);
});

test.each(["ftp://hub.example/", "hub"])("asks no hub at %s", async (hub) => {
	await expect(askHub({ ...wish, hub }, options)).rejects.toThrow(
		"its hub is not at an http or https address",
	);
});
