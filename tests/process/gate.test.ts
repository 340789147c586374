import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import {
	newHome,
	type RunningTradewire,
	refusedFeeds,
	runTradewire,
	startTradewire,
} from "../fakes/tradewire-process.ts";

const root = resolve(import.meta.dirname, "../..");
const adminToken = "correct-horse-battery-staple";
const home = newHome();
const env = {
	TRADEWIRE_HOME: home,
	TRADEWIRE_FEEDS: join(home, "feeds.json"),
	LOG_LEVEL: "debug",
};
let tradewire: RunningTradewire;

beforeAll(async () => {
	writeFileSync(env.TRADEWIRE_FEEDS, refusedFeeds);
	const TRADEWIRE_ADMIN_TOKEN = adminToken;
	tradewire = await startTradewire({ env: { ...env, TRADEWIRE_ADMIN_TOKEN } });
}, 60_000);
afterAll(() => tradewire?.stop());

const statusOf = async (path: string, init: RequestInit = {}) => {
	const answer = await fetch(tradewire.address + path, {
		redirect: "manual",
		...init,
	});
	await answer.body?.cancel();
	return answer.status;
};

test.each([
	["/healthz", 200],
	["/readyz", 200],
	["/login", 200],
	["/calendar.ics", 200],
	["/tariff/steel", 200],
	["/", 401],
	["/page/main.ts", 401],
	["/page/words.json", 401],
	["/desk", 401],
	["/desk/desk.css", 401],
	["/metrics", 401],
	["/api/chat/history?channel=general", 401],
	["/api/chat/stream?channel=general", 401],
	["/api/chat/unread?channel=general", 401],
	["/api/chat/channels", 401],
	["/api/chat/commands", 401],
	["/api/chat/suggest?channel=a", 401],
	["/nowhere", 401],
	["/healthz/../desk", 401],
	["//desk", 401],
	["/%64esk", 401],
])("a stranger who asks for %s is answered %i", async (path, status) => {
	expect(await statusOf(path)).toBe(status);
});

test.each([
	"/api/chat",
	"/desk/proposals",
	"/api/imports/0b6a5c5e-8c44-4f0e-9d0f-6a2f0f9a7b11",
	"/api/copies/0b6a5c5e-8c44-4f0e-9d0f-6a2f0f9a7b11",
])("a stranger changes nothing by %s", async (path) => {
	expect(await statusOf(path, { method: "POST" })).toBe(401);
});

test("a program with the token asks and listens as ever", async () => {
	const headers = { authorization: `Bearer ${adminToken}` };
	const house = { address: tradewire.address, headers };
	const ear = await listen(house, "general");
	expect((await ask(house, "general", "/help")).tone).toBe("answer");
	expect(await statusOf("/metrics", { headers })).toBe(200);
	expect(await statusOf("/desk", { headers })).toBe(200);
	ear.close();
});

test.each([
	["ask", "/feeds list"],
	["backup", join(home, "day.backup")],
])(
	"the terminal gets in by the data directory to %s, and others cannot read what lets it in",
	{
		timeout: 60_000,
	},
	(...words) => {
		const run = spawnSync(process.execPath, ["src/cli.ts", ...words], {
			...{ cwd: root, encoding: "utf8" },
			env: { PATH: process.env.PATH, ...env },
		});
		expect(run.stderr).toBe("");
		expect(run.status).toBe(0);
		expect(statSync(join(home, "pass")).mode & 0o077).toBe(0);
	},
);

test("says nothing of its token, wherever it speaks", async () => {
	await statusOf(`/nowhere?token=${adminToken}`);
	expect(tradewire.output()).not.toContain(adminToken);
});

test("does not start where others reach it and nothing asks who they are", {
	timeout: 30_000,
}, async () => {
	const { code, output } = await runTradewire({
		env: { ...env, TRADEWIRE_HOME: newHome(), HOST: "0.0.0.0" },
	});
	expect(code).toBe(1);
	expect(output).toContain("set TRADEWIRE_ADMIN_TOKEN");
});
