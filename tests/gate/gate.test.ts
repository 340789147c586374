import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GateSettings } from "../../src/gate/gate-settings.ts";
import { gatedServer } from "../fakes/gated-server.ts";

const adminToken = "correct-horse-battery";
const proxy = { userHeader: "x-forwarded-user", addresses: ["10.0.0.0/24"] };

interface Sent {
	readonly method?: "GET" | "POST" | "DELETE" | "OPTIONS";
	readonly headers?: Record<string, string>;
	readonly from?: string;
}

/** A house with a route behind each kind of door; each tells whom it let in. */
function house(settings: Partial<GateSettings> = {}) {
	const gated = gatedServer(settings);
	const { http } = gated;
	const who = async ({ guest }: { guest?: unknown }) => ({ guest });
	http.get("/open", { config: { door: "open" } }, who);
	http.get("/", who);
	http.get("/api/read", who);
	http.post("/api/act", who);
	http.get("/desk", { config: { door: "managers" } }, who);
	http.get("/metrics", { config: { door: "figures" } }, who);
	const send = (
		url: string,
		{ method = "GET", headers = {}, from = "127.0.0.1" }: Sent = {},
	) =>
		http.inject({
			...{ url, method, remoteAddress: from },
			headers: { host: "127.0.0.1:8787", ...headers },
		});
	return { ...gated, send };
}
const doors = ["/", "/api/read", "/desk", "/metrics", "/nowhere"];
const acts = { method: "POST" } as const;

describe("with nothing set", () => {
	const { send } = house();

	test("whoever sits at this machine manages", async () => {
		const answer = await send("/api/act", acts);
		expect(answer.json()).toEqual({
			guest: { name: null, mayManage: true, isOperator: true },
		});
		for (const host of ["localhost:8787", "[::1]:8787", "127.0.0.1"])
			expect((await send("/", { headers: { host } })).statusCode).toBe(200);
	});

	test("a token that nobody asked for does no harm", async () => {
		const headers = { authorization: "Bearer of something else" };
		expect((await send("/api/act", { ...acts, headers })).statusCode).toBe(200);
	});

	test.each<[string, Sent]>([
		[
			"a name bound to this machine",
			{ headers: { host: "evil.example:8787" } },
		],
		[
			"a name that begins like ours",
			{ headers: { host: "127.0.0.1.evil.io" } },
		],
		["a proxy", { headers: { "x-forwarded-for": "203.0.113.5" } }],
		["a proxy of another kind", { headers: { forwarded: "for=203.0.113.5" } }],
		["another machine", { from: "10.0.0.7" }],
	])("nothing but an open door is reached through %s", async (_name, sent) => {
		for (const url of doors.slice(0, 4)) {
			const answer = await send(url, sent);
			expect(answer.statusCode).toBe(403);
			expect(answer.json().error).toContain("TRADEWIRE_ADMIN_TOKEN");
		}
		expect((await send("/open", sent)).json()).toEqual({ guest: null });
	});

	test("a reader is told on a page, a program in JSON", async () => {
		const headers = { host: "evil.example", accept: "text/html" };
		const page = await send("/", { headers });
		expect(page.statusCode).toBe(403);
		expect(page.headers["content-type"]).toMatch(/^text\/html/);
		expect(page.body).toContain("as localhost or 127.0.0.1");
		const style = await send("/login/gate.css", { headers });
		expect(style.statusCode).toBe(200);
	});

	test("there is no login", async () => {
		expect((await send("/login")).statusCode).toBe(404);
	});
});

describe("another site's page", () => {
	const { send } = house({ publicUrl: "https://trade.example" });
	const foreign: [string, Record<string, string>][] = [
		["of another site", { "sec-fetch-site": "cross-site" }],
		["of another port", { "sec-fetch-site": "same-site" }],
		["of a foreign origin", { origin: "https://evil.example" }],
		["of another port's origin", { origin: "http://127.0.0.1:9999" }],
		["in a sandbox", { origin: "null" }],
	];

	test.each(foreign)("%s neither acts nor reads", async (_name, headers) => {
		const acted = await send("/api/act", { ...acts, headers });
		const read = await send("/api/read", { headers });
		expect([acted.statusCode, read.statusCode]).toEqual([403, 403]);
	});

	test("may link to a page of ours", async () => {
		const headers = { "sec-fetch-site": "cross-site" };
		expect((await send("/", { headers })).statusCode).toBe(200);
	});

	test.each<[string, Record<string, string>]>([
		["a page of ours", { "sec-fetch-site": "same-origin" }],
		["a page of ours on plain http", { origin: "http://127.0.0.1:8787" }],
		[
			"the page that a proxy shows as ours",
			{ origin: "https://trade.example" },
		],
		["a program", {}],
	])("is not %s", async (_name, headers) => {
		expect((await send("/api/act", { ...acts, headers })).statusCode).toBe(200);
	});
});

describe("with an admin token", () => {
	let open: ReturnType<typeof house>;
	beforeEach(() => {
		open = house({ adminToken, metricsToken: "only-figures" });
	});
	afterEach(() => open.server.close());
	const bearing = (token: string) => ({
		headers: { authorization: `Bearer ${token}` },
	});

	test("nobody comes in without it, not even at this machine", async () => {
		for (const url of doors) {
			const answer = await open.send(url);
			expect(answer.statusCode).toBe(401);
			expect(answer.headers["www-authenticate"]).toMatch(/^Bearer/);
		}
		expect((await open.send("/api/act", acts)).statusCode).toBe(401);
		expect((await open.send("/open")).statusCode).toBe(200);
	});

	test("whoever bears it manages, from anywhere and under any name", async () => {
		const headers = { ...bearing(adminToken).headers, host: "trade.example" };
		const sent = { ...acts, headers, from: "203.0.113.5" };
		expect((await open.send("/api/act", sent)).json()).toEqual({
			guest: { name: null, mayManage: true, isOperator: true },
		});
	});

	test.each([
		"",
		"x",
		`${adminToken}x`,
		adminToken.slice(0, -1),
		adminToken.toUpperCase(),
	])("%j is not it", async (token) => {
		expect((await open.send("/", bearing(token))).statusCode).toBe(401);
	});

	test("the figures have a token of their own, which opens nothing else", async () => {
		const bearer = bearing("only-figures");
		const codes = doors.map((url) => open.send(url, bearer));
		const all = (await Promise.all(codes)).map(({ statusCode }) => statusCode);
		expect(all).toEqual([401, 401, 401, 200, 401]);
	});

	test("a reader is led to the login, and a program is told", async () => {
		const headers = { accept: "text/html,*/*" };
		const answer = await open.send("/desk", { headers });
		expect(answer.statusCode).toBe(303);
		expect(answer.headers.location).toBe("/login?to=/desk");
	});

	test("ten wrong tokens are enough for a while, from that address", async () => {
		const from = "203.0.113.5";
		const wrong = () => open.send("/", { ...bearing("guess"), from });
		for (let guess = 0; guess < 10; guess++)
			expect((await wrong()).statusCode).toBe(401);
		const late = await open.send("/", { ...bearing(adminToken), from });
		expect(late.statusCode).toBe(429);
		expect(late.headers["retry-after"]).toBe("30");
		expect((await open.send("/", bearing(adminToken))).statusCode).toBe(200);
		open.clock.now += 31_000;
		const again = await open.send("/", { ...bearing(adminToken), from });
		expect(again.statusCode).toBe(200);
		expect(open.logged.join()).toContain("wrong admin token refused");
		expect(open.logged.join()).not.toContain("guess");
	});

	test("an IPv6 subscriber is one address, whatever he calls himself", async () => {
		const codes: number[] = [];
		for (let guess = 0; guess < 12; guess++) {
			const from = `2001:db8:0:1::${guess}`;
			codes.push((await open.send("/", { ...bearing("no"), from })).statusCode);
		}
		expect(codes.slice(10)).toEqual([429, 429]);
	});
});

describe("behind a proxy that logs people in", () => {
	const { send } = house({ proxy, managers: ["ana", "local"] });
	const through = (user: string) => ({
		from: "10.0.0.5",
		headers: { "x-forwarded-user": user, host: "trade.example" },
	});
	const stranger = { statusCode: 403 };

	test("people are who the proxy says", async () => {
		const bob = (await send("/api/act", { ...acts, ...through("bob") })).json();
		expect(bob).toEqual({
			guest: { name: "bob", mayManage: false, isOperator: false },
		});
		const ana = (await send("/desk", through("ana"))).json();
		expect(ana.guest).toMatchObject({ name: "ana", mayManage: true });
	});

	test("the desk and the figures are for those who manage", async () => {
		for (const url of ["/desk", "/metrics"])
			expect((await send(url, through("bob"))).statusCode).toBe(403);
	});

	test("nobody becomes a manager by being called local", async () => {
		const { guest } = (await send("/", through("local"))).json();
		expect(guest.mayManage).toBe(false);
	});

	test.each<[string, Sent]>([
		["from another address", { ...through("ana"), from: "10.0.1.5" }],
		["from this machine", { ...through("ana"), from: "127.0.0.1" }],
		["without the header", { from: "10.0.0.5" }],
		["with an empty one", through(" ")],
		["with two, of which one is not the proxy's", through("ana, bob")],
		["with a name of 81 letters", through("x".repeat(81))],
	])("nobody comes in %s", async (_name, sent) => {
		expect(await send("/", sent)).toMatchObject(stranger);
	});

	test("all may manage where the operator said so", async () => {
		const open = house({ proxy, managers: ["anyone"] });
		const { guest } = (await open.send("/desk", through("bob"))).json();
		expect(guest).toEqual({ name: "bob", mayManage: true, isOperator: false });
	});

	test("an IPv4 address is known in its IPv6 clothes", async () => {
		const sent = { ...through("bob"), from: "::ffff:10.0.0.9" };
		expect((await send("/", sent)).statusCode).toBe(200);
	});
});
