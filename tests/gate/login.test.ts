import { afterEach, beforeEach, expect, test } from "vitest";
import { sessionMs } from "../../src/gate/sessions.ts";
import { gatedServer } from "../fakes/gated-server.ts";

const adminToken = "correct-horse-battery";
let house: ReturnType<typeof gatedServer>;

beforeEach(() => {
	house = openHouse(adminToken);
});
afterEach(() => house.server.close());

function openHouse(token: string, vault = gatedServer().vault) {
	const gated = gatedServer({ adminToken: token }, vault);
	gated.http.get("/", async ({ guest }) => ({ guest }));
	gated.http.get("/stream", (_request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200).write("begun");
	});
	return gated;
}

const form = (
	url: string,
	fields: Record<string, string>,
	headers: Record<string, string> = {},
) =>
	house.http.inject({
		...{ url, method: "POST", payload: new URLSearchParams(fields).toString() },
		headers: {
			"content-type": "application/x-www-form-urlencoded",
			...headers,
		},
	});
const logIn = async (headers: Record<string, string> = {}) => {
	const answer = await form("/login", { token: adminToken, to: "/" }, headers);
	const [pair = ""] = String(answer.headers["set-cookie"]).split(";");
	return { answer, cookie: pair };
};
const isIn = async (cookie: string, at = house) => {
	const answer = await at.http.inject({ url: "/", headers: { cookie } });
	return answer.statusCode === 200;
};

test("the admin token becomes a session in a cookie that no script and no other site can use", async () => {
	const { answer, cookie } = await logIn();
	expect(answer.statusCode).toBe(303);
	expect(answer.headers.location).toBe("/");
	expect(answer.headers["set-cookie"]).toMatch(
		/^tradewire=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
	);
	expect(await isIn(cookie)).toBe(true);
	expect(await isIn(`theme=dark; ${cookie}; x=1`)).toBe(true);
	expect(await isIn("tradewire=guessed")).toBe(false);
});

test("the log tells who came and went, and no token or session", async () => {
	const { cookie } = await logIn();
	await form("/logout", { all: "yes" }, { cookie });
	const logged = house.logged.map((line) => JSON.parse(line));
	expect(logged).toMatchObject([
		{ event: "logged in", from: "127.0.0.1" },
		{ event: "all sessions ended", from: "127.0.0.1" },
	]);
	expect(house.logged.join()).not.toContain(adminToken);
	expect(house.logged.join()).not.toContain(cookie.split("=")[1]);
});

test("on https the cookie is secure, and of this host alone", async () => {
	const origin = "https://localhost:80";
	const { answer, cookie } = await logIn({ origin });
	expect(answer.headers["set-cookie"]).toMatch(
		/^__Host-tradewire=.*; HttpOnly; SameSite=Strict; Secure$/,
	);
	expect(await isIn(cookie)).toBe(true);
});

test("what is kept logs nobody in", async () => {
	const { cookie } = await logIn();
	const [name = ""] = await house.vault.names("");
	expect(cookie).not.toContain(name.replace("session ", ""));
	expect(await isIn(`tradewire=${name.replace("session ", "")}`)).toBe(false);
});

test("a session runs out after seven days, and is then forgotten", async () => {
	const { cookie } = await logIn();
	house.clock.now += sessionMs - 1;
	expect(await isIn(cookie)).toBe(true);
	house.clock.now += 2;
	expect(await isIn(cookie)).toBe(false);
	await logIn();
	expect(await house.vault.names("")).toHaveLength(1);
});

test("a session outlives a restart, and not a change of the token", async () => {
	const { cookie } = await logIn();
	expect(await isIn(cookie, openHouse(adminToken, house.vault))).toBe(true);
	const changed = openHouse("another-token-now", house.vault);
	expect(await isIn(cookie, changed)).toBe(false);
});

test("logging out ends the session, wherever its cookie still is", async () => {
	const [one, other] = [await logIn(), await logIn()];
	const answer = await form("/logout", {}, { cookie: one.cookie });
	expect(String(answer.headers["set-cookie"])).toContain("Max-Age=0");
	expect(await isIn(one.cookie)).toBe(false);
	expect(await isIn(other.cookie)).toBe(true);
});

test("all sessions can be ended at once, by one of them alone", async () => {
	const [one, other] = [await logIn(), await logIn()];
	await form("/logout", { all: "yes" }, { cookie: "tradewire=guessed" });
	expect(await isIn(other.cookie)).toBe(true);
	await form("/logout", { all: "yes" }, { cookie: one.cookie });
	expect([await isIn(one.cookie), await isIn(other.cookie)]).toEqual([
		...[false, false],
	]);
});

test("an ended session's stream ends too", async () => {
	const address = await house.server.open();
	const { cookie } = await logIn({ host: new URL(address).host });
	const answer = await fetch(`${address}/stream`, { headers: { cookie } });
	const reading = answer.text().catch(() => "cut");
	await form("/logout", {}, { cookie });
	expect(await reading).toBe("cut");
});

test("who has been in stays in while the store is away, and nobody new", async () => {
	const { cookie } = await logIn();
	expect(await isIn(cookie)).toBe(true);
	house.clock.now += 60_000;
	house.vault.get = async () => {
		throw new Error("the store is away");
	};
	expect(await isIn(cookie)).toBe(true);
	expect(await isIn("tradewire=guessed")).toBe(false);
});

test("a wrong token is told so, and after ten even the right one waits", async () => {
	for (let guess = 0; guess < 10; guess++) {
		const answer = await form("/login", { token: "guess" });
		expect(answer.statusCode).toBe(401);
		expect(answer.body).toContain("That is not the admin token");
	}
	const { answer } = await logIn();
	expect(answer.statusCode).toBe(429);
	expect(answer.headers["set-cookie"]).toBeUndefined();
	house.clock.now += 31_000;
	expect((await logIn()).answer.statusCode).toBe(303);
});

test.each([
	["/login", { token: adminToken }],
	["/logout", { all: "yes" }],
])("%s takes no form of another site", async (url, fields) => {
	const { cookie } = await logIn();
	for (const headers of [
		{ "sec-fetch-site": "cross-site" },
		{ origin: "https://evil.example" },
		{ origin: "null" },
	]) {
		const answer = await form(url, fields, { ...headers, cookie });
		expect(answer.statusCode).toBe(403);
	}
	expect(await isIn(cookie)).toBe(true);
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", ""])(
	"the way from the login does not lead to %j",
	async (to) => {
		const answer = await form("/login", { token: adminToken, to });
		expect(answer.headers.location).toBe("/");
	},
);

test("a link from elsewhere comes back by itself, with its cookie", async () => {
	const { cookie } = await logIn();
	const get = (headers: Record<string, string>) =>
		house.http.inject({ url: "/login?to=/desk", headers });
	const linked = await get({ "sec-fetch-site": "cross-site" });
	expect(linked.body).toContain('content="0; url=/login?to=/desk"');
	const again = await get({ "sec-fetch-site": "same-origin", cookie });
	expect(again.headers.location).toBe("/desk");
});

test.each(["/login", "/login?to=/desk", "/login/gate.css"])(
	"%s has no script, no inline style, and loads nothing from elsewhere",
	async (url) => {
		const { body, headers } = await house.http.inject({ url });
		expect(body).not.toMatch(/<script|<style|style=|https?:/);
		expect(headers["content-security-policy"]).toMatch(/default-src 'none'/);
	},
);
