import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ask, listen } from "../fakes/chat-client.ts";
import { serveFeeds } from "../fakes/feed-server.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import {
	newHome,
	type RunningTradewire,
	startTradewire,
} from "../fakes/tradewire-process.ts";

const file = resolve(import.meta.dirname, "../../docker-compose.yml");
const service = z.object({
	command: z.array(z.string()),
	environment: z.record(z.string(), z.string()),
	deploy: z.object({ replicas: z.number() }).optional(),
});
const written: unknown = parse(readFileSync(file, "utf8"), { merge: true });
const { gateway, worker } = z
	.object({ services: z.object({ gateway: service, worker: service }) })
	.parse(written).services;
const confined = z.object({
	read_only: z.literal(true),
	cap_drop: z.tuple([z.literal("ALL")]),
	cap_add: z.array(z.string()).default([]),
	security_opt: z.tuple([z.literal("no-new-privileges:true")]),
	user: z.string().optional(),
	ports: z.array(z.string()).default([]),
});
const services = z
	.object({ services: z.record(z.string(), confined) })
	.parse(written).services;

test.each(Object.entries(services))(
	"%s can change nothing of its image, and is not root",
	(name, { user, cap_add, ports }) => {
		const isKeyMaker = name === "secrets";
		expect(cap_add).toEqual(isKeyMaker ? ["CHOWN"] : []);
		if (!isKeyMaker) expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
		for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
	},
);

test("the image runs as a user who owns nothing of the program", () => {
	const image = readFileSync(resolve(file, "../Dockerfile"), "utf8");
	const user = image.indexOf("\nUSER node\n");
	expect(user).toBeGreaterThan(image.lastIndexOf("\nCOPY "));
	expect(user).toBeLessThan(image.indexOf("\nENTRYPOINT "));
	expect(image).not.toMatch(/--chown/);
});

const missing = [postgresMissing, redisMissing].filter(Boolean).join(" and ");
if (missing) console.warn(`skipped, ${missing} missing: several processes`);

const adminToken = "made-at-the-first-start";

const compose = spawnSync("docker-compose", ["--version"]).status === 0;
if (!compose) console.warn("skipped, docker-compose missing: compose file");

test.runIf(compose)("docker-compose accepts the file", () => {
	execFileSync("docker-compose", ["-f", file, "config", "--quiet"]);
});

test("no password stands in the compose file", () => {
	const text = readFileSync(file, "utf8");
	expect(text).not.toMatch(/PASSWORD:|:\/\/\w+:\w+@/);
});

describe.skipIf(missing)("the compose file's commands, without Docker", () => {
	const running: { stop(): Promise<unknown> }[] = [];
	const started = <T extends { stop(): Promise<unknown> }>(one: T): T => {
		running.unshift(one);
		return one;
	};
	afterAll(async () => {
		for (const one of running) await one.stop();
	});

	test("one gateway and two workers tell a story once", {
		timeout: 120_000,
	}, async () => {
		const feeds = await serveFeeds();
		running.unshift({ stop: () => feeds.close() });
		const env = {
			...localEnvironment(
				started(await startPostgres()).url,
				started(await startRedis()).url,
			),
			...feedSettings(feeds.url("wire")),
		};
		const start = (words: readonly string[]): Promise<RunningTradewire> =>
			startTradewire({ words, env });
		const front = started(await start(gateway.command));
		const workers = worker.deploy?.replicas ?? 1;
		expect(workers).toBe(2);
		for (let i = 0; i < workers; i++) started(await start(worker.command));

		await expect(ask(front.address, "desk", "/help")).rejects.toThrow("401");
		const headers = { authorization: `Bearer ${adminToken}` };
		const house = { address: front.address, headers };
		const ear = await listen(house, "desk");
		await ask(house, "desk", "/subscribe steel-tariffs");
		while (feeds.asked("wire") < 3) await new Promise((r) => setTimeout(r, 50));
		feeds.publish("wire", {
			id: "steel",
			title: "Steel tariffs raised to 50 per cent",
			text: "The tariffs on imported steel were raised to 50 per cent on Monday.",
		});
		expect(await ear.until(1, 10_000)).toHaveLength(1);
		expect(await ear.until(2, 3_000)).toHaveLength(1);
		ear.close();
	});
});

/** The compose file's environment with its hosts moved to this machine. */
function localEnvironment(postgresUrl: string, redisUrl: string) {
	const { DATABASE_URL, REDIS_URL, PGPASSFILE, ...rest } = gateway.environment;
	expect([DATABASE_URL, REDIS_URL, PGPASSFILE].every(Boolean)).toBe(true);
	const secrets = Object.entries(rest).filter(([, value]) =>
		value.startsWith("/secrets/"),
	);
	expect(secrets.map(([name]) => name)).toEqual([
		...["TRADEWIRE_ADMIN_TOKEN_FILE", "TRADEWIRE_SECRET_KEY_FILE"],
	]);
	// What Compose fills in from its own environment is not given here.
	const given = Object.entries(rest).map(([name, value]) => [
		name,
		value.includes("${") ? "" : value,
	]);
	return {
		...Object.fromEntries(given),
		TRADEWIRE_ADMIN_TOKEN_FILE: fileOf(adminToken),
		TRADEWIRE_SECRET_KEY_FILE: fileOf("k".repeat(64)),
		DATABASE_URL: postgresUrl,
		REDIS_URL: redisUrl,
		TRADEWIRE_HOME: newHome(),
	};
}

function fileOf(secret: string): string {
	const file = join(newHome(), "secret");
	writeFileSync(file, `${secret}\n`);
	return file;
}

function feedSettings(url: string) {
	const file = join(newHome(), "feeds.json");
	writeFileSync(file, JSON.stringify([{ id: "wire", url, title: "Wire" }]));
	return {
		TRADEWIRE_FEEDS: file,
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
	};
}
