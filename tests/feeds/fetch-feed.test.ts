import { createServer, type RequestListener, type Server } from "node:http";
import {
	brotliCompressSync,
	deflateRawSync,
	deflateSync,
	gzipSync,
	zstdCompressSync,
} from "node:zlib";
import { afterEach, expect, test } from "vitest";
import type { FeedState } from "../../src/feeds/feed.ts";
import { FeedError } from "../../src/feeds/feed-error.ts";
import { fetchAnew } from "../../src/feeds/fetch-anew.ts";
import { type FetchOptions, fetchFeed } from "../../src/feeds/fetch-feed.ts";

const words = "<rss><channel><title>Trade</title></channel></rss>";
const fresh: Pick<FeedState, "etag" | "lastModified"> = {
	etag: null,
	lastModified: null,
};
const open: Server[] = [];

afterEach(() => {
	for (const server of open.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

/** Serves on a free loopback port; gives the address without a path. */
async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	open.push(server);
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	return `http://127.0.0.1:${address.port}`;
}

function fetched(
	url: string,
	options: Partial<FetchOptions> = {},
	state = fresh,
) {
	return fetchFeed({ id: "test", url }, state, {
		allowPrivate: true,
		userAgent: "Tradewire test",
		...options,
	});
}

async function failure(work: Promise<unknown>): Promise<FeedError> {
	const error = await work.then(
		() => null,
		(reason: unknown) => reason,
	);
	if (error instanceof FeedError) return error;
	throw new Error(`expected a FeedError, got ${String(error)}`);
}

test("gives bytes with their headers and hash", async () => {
	const url = await serve((request, response) => {
		expect(request.headers["user-agent"]).toBe("Tradewire test");
		response.setHeader("content-type", "application/rss+xml; charset=utf-8");
		response.setHeader("etag", '"1"');
		response.setHeader("last-modified", "Sun, 22 Nov 2026 00:00:00 GMT");
		response.end(words);
	});
	const got = await fetched(`${url}/feed.xml`);
	expect(got).toMatchObject({
		kind: "bytes",
		contentType: "application/rss+xml; charset=utf-8",
		etag: '"1"',
		lastModified: "Sun, 22 Nov 2026 00:00:00 GMT",
		url: `${url}/feed.xml`,
		hash: expect.stringMatching(/^[\da-f]{64}$/),
	});
	expect(got.kind === "bytes" && Buffer.from(got.bytes).toString()).toBe(words);
});

test("gives the hub and the address that the Link headers name", async () => {
	const url = await serve((_request, response) => {
		response.setHeader("link", [
			'<https://hub.example/>; rel="hub", </feed>; rel=self',
			"<https://hub.example/>; rel=other",
		]);
		response.end(words);
	});
	expect(await fetched(`${url}/feed.xml`)).toMatchObject({
		links: { hubs: ["https://hub.example/"], self: `${url}/feed` },
	});
});

test("asks only for what is new", async () => {
	const url = await serve((request, response) => {
		const known =
			request.headers["if-none-match"] === '"1"' &&
			request.headers["if-modified-since"] === "then";
		response.writeHead(known ? 304 : 200).end(words);
	});
	const state = { etag: '"1"', lastModified: "then" };
	expect(await fetched(url, {}, state)).toMatchObject({ kind: "unchanged" });
	expect((await fetched(url)).kind).toBe("bytes");
});

test.each([
	["gzip", gzipSync(words)],
	["br", brotliCompressSync(words)],
	["deflate", deflateSync(words)],
	["deflate", deflateRawSync(words)],
	["zstd", zstdCompressSync(words)],
	["gzip, br", brotliCompressSync(gzipSync(words))],
	["identity", gzipSync(words)],
	["gzip", gzipSync(words).subarray(0, -4)],
])("reads %s, told or untold, whole or cut", async (encoding, body) => {
	const url = await serve((_, response) => {
		response.setHeader("content-encoding", encoding);
		response.end(body);
	});
	const got = await fetched(url);
	expect(got.kind === "bytes" && Buffer.from(got.bytes).toString()).toBe(words);
});

test.each([
	[500, "127.0.0.1 answered 500", false],
	[404, "127.0.0.1 answered 404", false],
	[204, "127.0.0.1 answered 204", false],
	[410, "127.0.0.1 answered 410", true],
])("says that the server answered %i", async (status, message, gone) => {
	const url = await serve((_, response) => response.writeHead(status).end());
	const error = await failure(fetched(url));
	expect(error).toMatchObject({ message, gone, retryAfterMs: null });
});

test.each([
	[429, "120", 120_000],
	[503, "7", 7000],
	[500, "7", null],
])("on %i with Retry-After %s rests %s ms", async (status, after, wait) => {
	const url = await serve((_, response) =>
		response.writeHead(status, { "retry-after": after }).end(),
	);
	expect((await failure(fetched(url))).retryAfterMs).toBe(wait);
});

test("tells a Cloudflare check from a plain refusal", async () => {
	const url = await serve((_, response) =>
		response.writeHead(403, { "cf-mitigated": "challenge" }).end(),
	);
	expect((await failure(fetched(url))).message).toBe(
		"127.0.0.1 answered 403: Cloudflare asks for a browser",
	);
});

test.each<[string, RequestListener]>([
	["never answers", () => {}],
	["stops after the headers", (_, response) => response.write("<rss>")],
	[
		"drips a byte at a time",
		(_, response) => {
			const drip = setInterval(() => response.write(" "), 20);
			response.on("close", () => clearInterval(drip));
		},
	],
])("gives up on a server that %s", async (_, answer) => {
	const url = await serve(answer);
	const error = await failure(fetched(url, { timeoutMs: 200 }));
	expect(error.message).toBe("no answer within 0.2 s");
});

test("gives up on a name server that never answers", async () => {
	const error = await failure(
		fetched("http://feeds.example/", {
			timeoutMs: 100,
			resolve: () => new Promise(() => {}),
		}),
	);
	expect(error.message).toBe("no answer within 0.1 s");
});

test("stops reading an endless body at the cap", async () => {
	const url = await serve((_, response) => {
		const pour = () => {
			while (!response.destroyed && response.write(Buffer.alloc(65_536)));
		};
		response.on("drain", pour);
		pour();
	});
	const error = await failure(fetched(url, { maxBytes: 2 * 1024 ** 2 }));
	expect(error.message).toBe("larger than 2 MB");
});

test("stops unpacking a bomb at the cap", async () => {
	const bomb = gzipSync(Buffer.alloc(20 * 1024 ** 2));
	expect(bomb.length).toBeLessThan(100_000);
	const url = await serve((_, response) => {
		response.setHeader("content-encoding", "gzip");
		response.end(bomb);
	});
	expect((await failure(fetched(url))).message).toBe("larger than 10 MB");
});

test("says that compression is broken", async () => {
	const url = await serve((_, response) => {
		response.setHeader("content-encoding", "br");
		response.end("not brotli");
	});
	expect((await failure(fetched(url))).message).toBe(
		"its br compression is broken",
	);
});

test("follows redirects and says where it ended", async () => {
	const url = await serve((request, response) => {
		const hops = Number(request.url?.slice(1));
		if (hops === 0) response.end(words);
		else response.writeHead(302, { location: `/${hops - 1}` }).end();
	});
	expect(await fetched(`${url}/5`)).toMatchObject({ url: `${url}/0` });
	expect((await failure(fetched(`${url}/6`))).message).toBe(
		"it redirects more than 5 times",
	);
});

test.each([
	["/loop", "it redirects in a loop"],
	[
		"file:///etc/passwd",
		"it redirects to an address that is not http or https",
	],
])("refuses a redirect to %s", async (location, message) => {
	const url = await serve((_, response) =>
		response.writeHead(301, { location }).end(),
	);
	expect((await failure(fetched(`${url}/loop`))).message).toBe(message);
});

test("refuses private addresses unless allowed", async () => {
	const url = await serve((_, response) => response.end(words));
	const error = await failure(fetched(url, { allowPrivate: false }));
	expect(error.message).toContain("TRADEWIRE_ALLOW_PRIVATE_FEEDS=1");
});

test("refuses a public name that resolves to a private address", async () => {
	const options = {
		allowPrivate: false,
		resolve: async () => ["8.8.8.8", "10.0.0.1"],
	};
	const error = await failure(fetched("http://feeds.example/", options));
	expect(error.message).toContain("that address is private");
});

test("connects to the address that was checked, whatever the name means later", async () => {
	const url = await serve((request, response) =>
		response.end(request.headers.host),
	);
	const { port } = new URL(url);
	const asked: string[] = [];
	const got = await fetched(`http://feeds.example:${port}/`, {
		resolve: async (host) => {
			asked.push(host);
			return ["127.0.0.1"];
		},
	});
	expect(asked).toEqual(["feeds.example"]);
	expect(got.kind === "bytes" && Buffer.from(got.bytes).toString()).toBe(
		`feeds.example:${port}`,
	);
});

test("sends credentials to their own server only and never shows them", async () => {
	const other = await serve((request, response) =>
		response.end(request.headers.authorization ?? "none"),
	);
	const url = await serve((request, response) => {
		if (request.url === "/away")
			response.writeHead(302, { location: other }).end();
		else if (request.url === "/down") response.writeHead(500).end();
		else response.end(request.headers.authorization);
	});
	const secret = url.replace("//", "//reader:p%40ss@");
	const own = await fetched(secret);
	expect(own).toMatchObject({ url: `${url}/` });
	expect(own.kind === "bytes" && Buffer.from(own.bytes).toString()).toBe(
		`Basic ${Buffer.from("reader:p@ss").toString("base64")}`,
	);
	const away = await fetched(`${secret}/away`);
	expect(away.kind === "bytes" && Buffer.from(away.bytes).toString()).toBe(
		"none",
	);
	expect((await failure(fetched(`${secret}/down`))).message).not.toMatch(
		/reader|ss@/,
	);
});

test("keeps credentials where their own server sends it on to itself", async () => {
	const url = await serve((request, response) => {
		if (request.url === "/old")
			response.writeHead(301, { location: `${url}/new` }).end();
		else response.end(request.headers.authorization ?? "none");
	});
	const got = await fetched(url.replace("//", "//reader:pass@").concat("/old"));
	expect(got.kind === "bytes" && Buffer.from(got.bytes).toString()).toBe(
		`Basic ${Buffer.from("reader:pass").toString("base64")}`,
	);
	expect(got.movedTo).toBe(`${url}/new`);
});

test("sends credentials with a percent sign that escapes nothing", async () => {
	const url = await serve((request, response) =>
		response.end(request.headers.authorization),
	);
	const got = await fetched(url.replace("//", "//reader:100%25%C3%A9%zz@"));
	expect(got.kind === "bytes" && Buffer.from(got.bytes).toString()).toBe(
		`Basic ${Buffer.from("reader:100%é%zz").toString("base64")}`,
	);
});

test.each([
	["UTF-8", Buffer.from("/é").toString("latin1")],
	["Latin-1", "/é"],
])("follows a redirect written in %s", async (_, location) => {
	const url = await serve((request, response) => {
		if (request.url !== "/") response.end(words);
		else response.writeHead(302, { location }).end();
	});
	expect(await fetched(url)).toMatchObject({ url: `${url}/%C3%A9` });
});

test.each([
	["ftp://feeds.example/a", "the address is not an http or https address"],
	["not an address", "the address is not an http or https address"],
	["http://127.0.0.1:1/", "127.0.0.1 refuses connections"],
])("says what is wrong with %s", async (url, message) => {
	expect((await failure(fetched(url))).message).toBe(message);
});

test("says that a name is unknown", async () => {
	const resolve = () =>
		Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
	const error = await failure(fetched("http://feeds.example/", { resolve }));
	expect(error.message).toBe(
		"there is no host called feeds.example: is the address right?",
	);
});

test.each([
	[[301, 308], true],
	[[301, 302], false],
	[[307], false],
	[[], false],
])(
	"after redirects %o the feed moved for good: %s",
	async (statuses, moved) => {
		const url = await serve((request, response) => {
			const hop = Number(request.url?.slice(1) || 0);
			const status = statuses[hop];
			if (status === undefined) response.end(words);
			else response.writeHead(status, { location: `/${hop + 1}` }).end();
		});
		const { movedTo } = await fetched(url);
		expect(movedTo).toBe(moved ? new URL("/2", url).href : null);
	},
);

test("tells how long the answer stays fresh, also when nothing is new", async () => {
	const url = await serve((request, response) => {
		response.setHeader("cache-control", "max-age=900");
		const isKnown = request.headers["if-none-match"] !== undefined;
		response.writeHead(isKnown ? 304 : 200).end(isKnown ? undefined : words);
	});
	expect((await fetched(url)).freshMs).toBe(900_000);
	const state = { etag: '"1"', lastModified: null };
	expect((await fetched(url, {}, state)).freshMs).toBe(900_000);
});

test("nothing new is no answer to who asks for the first time", async () => {
	const url = await serve((_, response) => response.writeHead(304).end());
	const asking = fetchAnew(
		{ id: "test", url },
		{ allowPrivate: true, userAgent: "Tradewire test" },
	);
	await expect(asking).rejects.toThrow("the server answered with nothing");
});
