import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { freePort } from "../fakes/free-port.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import {
	newHome,
	refusedFeeds,
	runTradewire,
	spawnTradewire,
	startTradewire,
	ticks,
} from "../fakes/tradewire-process.ts";

if (postgresMissing) console.warn(`skipped: ${postgresMissing}`);

const noFeeds = join(mkdtempSync(join(tmpdir(), "feeds-")), "none.json");
writeFileSync(noFeeds, refusedFeeds);
const quiet = { TRADEWIRE_FEEDS: noFeeds };

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

describe("a start that cannot succeed says why and ends", {
	timeout: 60_000,
}, () => {
	test("with every wrong setting", async () => {
		const { code, output } = await runTradewire({
			env: { ...quiet, PORT: "eighty", LOG_LEVEL: "loud" },
		});
		expect(code).toBe(1);
		expect(output).toContain("PORT=eighty is no number");
		expect(output).toContain("LOG_LEVEL=loud must be one of");
	});

	test("with a role that does not exist", async () => {
		const { code, output } = await runTradewire({
			words: ["--role", "postman"],
			env: quiet,
		});
		expect(code).toBe(2);
		expect(output).toContain("all, gateway, worker");
	});

	test("with a role of several processes on the embedded store", async () => {
		const { code, output } = await runTradewire({
			words: ["--role", "worker"],
			env: quiet,
		});
		expect(code).toBe(1);
		expect(output).toContain("DATABASE_URL");
	});

	test.each([
		["with a port that is taken", []],
		["with a port that is taken, the demo too", ["--demo"]],
	])("%s", async (_, words) => {
		const holder = createServer().listen(0, "127.0.0.1");
		await new Promise((ready) => holder.once("listening", ready));
		closing.push(async () => holder.close());
		const { port } = holder.address() as AddressInfo;
		const { code, output } = await runTradewire({
			words,
			env: { ...quiet, PORT: String(port), TRADEWIRE_HOME: newHome() },
		});
		expect(code).toBe(1);
		expect(output).toContain(`port ${port} on 127.0.0.1 is taken`);
	});

	test("with a data directory that another process holds", async () => {
		const env = { ...quiet, TRADEWIRE_HOME: newHome() };
		const first = await startTradewire({ env });
		closing.push(() => first.stop());
		const { code, output } = await runTradewire({ env });
		expect(code).toBe(1);
		expect(output).toContain(`is in use by process ${first.process.pid}`);
	});

	test("with a feeds file that is none", async () => {
		const file = join(newHome(), "feeds.json");
		writeFileSync(file, '[{"title":"no address"}]');
		const { code, output } = await runTradewire({
			env: { TRADEWIRE_FEEDS: file, TRADEWIRE_HOME: newHome() },
		});
		expect(code).toBe(1);
		expect(output).toContain("feeds.json");
		expect(output).toContain("url");
	});
});

describe.skipIf(postgresMissing)("a database that is not there yet", () => {
	test("is waited for, and said", { timeout: 90_000 }, async () => {
		const postgres = await startPostgres();
		closing.push(() => postgres.stop());
		await postgres.kill();
		const port = await freePort();
		const { process, output } = spawnTradewire({
			env: { ...quiet, DATABASE_URL: postgres.url, PORT: String(port) },
		});
		closing.push(async () => process.kill("SIGKILL"));
		await until(() => output().includes("database not reached, trying again"));
		await postgres.start();
		await until(async () => {
			const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(
				() => null,
			);
			return answer?.ok === true;
		});
	});

	test("is reported while it is gone, and the program lives on", {
		timeout: 90_000,
	}, async () => {
		const postgres = await startPostgres();
		closing.push(() => postgres.stop());
		const tradewire = await startTradewire({
			env: { ...quiet, DATABASE_URL: postgres.url },
		});
		closing.push(() => tradewire.kill());
		const ready = async () =>
			(await fetch(`${tradewire.address}/readyz`)).status;
		await postgres.kill();
		await until(async () => (await ready()) === 503);
		await postgres.start();
		await until(async () => (await ready()) === 200);
	});
});

test("a platform that refuses its token is named, and the rest runs", {
	timeout: 60_000,
}, async () => {
	const platforms = createServer((_request, response) => {
		response.setHeader("content-type", "application/json");
		const discord = { message: "401: Unauthorized", code: 0 };
		const slack = { ok: false, error: "invalid_auth" };
		response.statusCode = _request.url?.startsWith("/discord") ? 401 : 200;
		response.end(JSON.stringify({ ...discord, ...slack }));
	}).listen(0, "127.0.0.1");
	await new Promise((ready) => platforms.once("listening", ready));
	closing.push(async () => platforms.close());
	const { port } = platforms.address() as AddressInfo;
	const tradewire = await startTradewire({
		env: {
			...quiet,
			TRADEWIRE_HOME: newHome(),
			DISCORD_TOKEN: "wrong",
			DISCORD_API_URL: `http://127.0.0.1:${port}/discord`,
			SLACK_BOT_TOKEN: "xoxb-wrong",
			SLACK_APP_TOKEN: "xapp-wrong",
			SLACK_API_URL: `http://127.0.0.1:${port}/slack/api/`,
		},
	});
	closing.push(() => tradewire.stop());
	await until(() => tradewire.output().includes("slack: not connected"));
	expect(tradewire.output()).toContain("web: connected");
	expect(tradewire.output()).toContain("discord: not connected");
	expect(tradewire.output()).not.toContain("xoxb-wrong");
});

test("SIGTERM ends it within ten seconds, with exit code 0", {
	timeout: 60_000,
}, async () => {
	const tradewire = await startTradewire({
		env: { ...quiet, TRADEWIRE_HOME: newHome() },
	});
	const began = Date.now();
	expect(await tradewire.stop()).toBe(0);
	expect(Date.now() - began).toBeLessThan(10_000);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	for await (const _ of ticks(40_000)) if (await holds()) return;
	throw new Error("waited in vain");
}
