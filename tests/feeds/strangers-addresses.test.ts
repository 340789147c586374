import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askHub } from "../../src/feeds/ask-hub.ts";
import type { ConnectTo } from "../../src/feeds/checked-agent.ts";
import { unpolled } from "../../src/feeds/feed.ts";
import { fetchAnew } from "../../src/feeds/fetch-anew.ts";
import { type FetchOptions, fetchFeed } from "../../src/feeds/fetch-feed.ts";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { addFeed } from "../../src/house/add-feed.ts";
import { inMemoryFeeds } from "../fakes/in-memory-feeds.ts";
import { forbidden, names } from "../fixtures/forbidden-addresses.ts";

/** Public hosts of the tests answer from here: by path, with a redirect or a page. */
let server: Server;
let port: number;
const answers = new Map<
	string,
	{ status: number; to?: string; body?: string }
>();

beforeAll(async () => {
	server = createServer((request, response) => {
		const answer = answers.get(request.url ?? "");
		const { status = 404, to, body = "" } = answer ?? {};
		if (to !== undefined) response.setHeader("location", to);
		response.writeHead(status).end(body);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	port = address.port;
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const publicHosts = ["93.184.215.14", "2606:2800:21f::1"];

/**
 * Options that reach nobody: names come from the table, and what would be
 * connected to is written down. Only hosts of the tests that are public
 * answer, and it is our own server that does.
 */
function watched(resolve = resolveByTable, allowPrivate = false) {
	const reached: string[] = [];
	const connectTo: ConnectTo = (addresses) => (target, done) => {
		// An address in digits needs no name server: it is reached as it stands.
		const digits = /^[\d.]+$|:/.test(target.hostname) ? [target.hostname] : [];
		reached.push(...addresses, ...digits);
		const isOurs = addresses.every((one) => publicHosts.includes(one));
		if (!isOurs) return done(new Error("never connects"), null);
		const socket = connect(port, "127.0.0.1", () => done(null, socket));
	};
	const options: FetchOptions = {
		...{ allowPrivate, userAgent: "Tradewire test" },
		...{ resolve, connectTo },
	};
	return { reached, options };
}

async function resolveByTable(host: string): Promise<readonly string[]> {
	const addresses = names[host];
	if (addresses) return addresses;
	throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
}

test("the list of forbidden addresses is long enough to mean something", () => {
	expect(new Set(forbidden).size).toBeGreaterThanOrEqual(60);
});

test.each(["http://127.1/", "http://[::1]/", "http://intranet.example/"])(
	"sees what is reached at %s where the settings allow it",
	async (url) => {
		const { reached, options } = watched(resolveByTable, true);
		const fetching = fetchFeed({ id: "test", url }, unpolled, options);
		await expect(fetching).rejects.toThrow("could not be reached");
		expect(reached).not.toEqual([]);
	},
);

test.each(forbidden)("reaches nobody for a feed at %s", async (url) => {
	const { reached, options } = watched();
	const fetching = fetchFeed({ id: "test", url }, unpolled, options);
	await expect(fetching).rejects.toThrow(/./);
	expect(reached).toEqual([]);
});

test.each(forbidden)("reaches nobody for a hub at %s", async (hub) => {
	const { reached, options } = watched();
	const asking = askHub({ ...wish, hub }, options);
	await expect(asking).rejects.toThrow(/./);
	expect(reached).toEqual([]);
});

const wish = {
	mode: "subscribe",
	topic: "https://news.example/feed",
	callback: "https://us.example/websub/token",
	secret: "s3cret",
} as const;

test.each(forbidden)(
	"reaches only the public host that redirects to %s",
	async (to) => {
		answers.set("/feed", { status: 302, to: inHeader(to) });
		const { reached, options } = watched();
		const feed = { id: "test", url: "http://news.example/feed" };
		await expect(fetchFeed(feed, unpolled, options)).rejects.toThrow(/./);
		expect(new Set(reached)).toEqual(new Set(["93.184.215.14"]));
	},
);

/** Headers hold no letters beyond Latin-1: browsers and servers send UTF-8. */
function inHeader(address: string): string {
	return Buffer.from(address).toString("latin1");
}

interface Trick {
	readonly name: string;
	/** What the public host answers, by path. */
	readonly pages?: Readonly<Record<string, string>>;
	/** Answers of the name server, the last for ever. */
	readonly resolved?: readonly (readonly string[])[];
	readonly status?: number;
	readonly start?: string;
}

const home = ["93.184.215.14"];
const tricks: readonly Trick[] = [
	{
		name: "a chain of redirects that ends inside",
		pages: { "/feed": "/1", "/1": "//other.example/2", "/2": "http://[::1]/" },
	},
	{
		name: "a redirect for good",
		status: 301,
		pages: { "/feed": "http://10.1/" },
	},
	{
		name: "a redirect that keeps the method",
		status: 308,
		pages: { "/feed": "http://0/" },
	},
	{ name: "see other", status: 303, pages: { "/feed": "http://127.1/" } },
	{
		name: "another scheme",
		pages: { "/feed": "gopher://127.0.0.1:6379/_FLUSHALL" },
	},
	{ name: "a local file", pages: { "/feed": "file:///proc/self/environ" } },
	{ name: "no scheme", pages: { "/feed": "//127.0.0.1/" } },
	{ name: "backslashes", pages: { "/feed": "http:\\\\127.0.0.1\\" } },
	{ name: "tabs in the scheme", pages: { "/feed": "ht\ttp://127.0.0.1/" } },
	{
		name: "credentials that look like a host",
		pages: { "/feed": "http://news.example:80@127.0.0.1/" },
	},
	{
		name: "a fragment that looks like a host",
		pages: { "/feed": "http://127.0.0.1#news.example/" },
	},
	{
		name: "a host in escapes",
		pages: { "/feed": "http://%31%32%37%2e0.0.1/" },
	},
	{
		name: "from TLS to a bare port inside",
		start: "https://news.example/feed",
		pages: { "/feed": "http://127.0.0.1:6379/" },
	},
	{
		name: "a public name that means us",
		pages: { "/feed": "http://intranet.example/" },
	},
	{
		name: "a public name that means both",
		pages: { "/feed": "http://mixed.example/" },
	},
	{
		name: "a name that means us the second time",
		resolved: [home, ["127.0.0.1"]],
		pages: { "/feed": "/again" },
	},
	{
		name: "a name that means both the second time",
		resolved: [home, ["93.184.215.14", "169.254.169.254"]],
		pages: { "/feed": "http://news.example/again" },
	},
	{
		name: "a name that means us at the third redirect",
		resolved: [home, home, home, ["::ffff:127.0.0.1"]],
		pages: { "/feed": "/1", "/1": "/2", "/2": "/3" },
	},
];

test.each(tricks)("is not taken in by $name", async (trick) => {
	const { pages = {}, resolved = [], status = 302 } = trick;
	answers.clear();
	for (const [path, to] of Object.entries(pages)) {
		answers.set(path, { status, to });
	}
	const given = [...resolved];
	const { reached, options } = watched(async (host) => {
		const next = given.length > 1 ? given.shift() : given[0];
		return next ?? resolveByTable(host);
	});
	const url = trick.start ?? "http://news.example/feed";
	const fetching = fetchFeed({ id: "test", url }, unpolled, options);
	await expect(fetching).rejects.toThrow(/private|not http or https/);
	expect(reached).not.toEqual([]);
	expect(reached.filter((one) => !publicHosts.includes(one))).toEqual([]);
});

test("connects to what was checked though the name means us right after", async () => {
	answers.set("/feed", { status: 200, body: "<rss/>" });
	let asked = 0;
	const { reached, options } = watched(async () =>
		asked++ === 0 ? home : ["127.0.0.1"],
	);
	const feed = { id: "test", url: "http://news.example/feed" };
	await fetchFeed(feed, unpolled, options);
	expect({ asked, reached }).toEqual({ asked: 1, reached: home });
});

test.each([307, 308])(
	"a hub's %i hands our secret to nobody inside",
	async (status) => {
		answers.set("/hub", { status, to: "http://169.254.169.254/" });
		const { reached, options } = watched();
		const asking = askHub({ ...wish, hub: "http://news.example/hub" }, options);
		await expect(asking).rejects.toThrow("that address is private");
		expect(reached).toEqual(home);
	},
);

test.each(["http://127.0.0.1/feed", "http://intranet.example/", "//[::1]/"])(
	"a page that announces its feed at %s leads nobody there",
	async (href) => {
		const link = `<link rel="alternate" type="application/rss+xml" href="${href}">`;
		answers.set("/page", { status: 200, body: `<html><head>${link}</head>` });
		const { reached, options } = watched();
		const adding = addFeed("http://news.example/page", {
			feeds: inMemoryFeeds(),
			readFeed: parseFeed,
			fetch: (feed) => fetchAnew(feed, options),
		});
		await expect(adding).rejects.toThrow("that address is private");
		expect(reached).toEqual(home);
	},
);
