import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { ChannelRef } from "../../src/chat/channel.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { serveFeeds } from "../fakes/feed-server.ts";
import { steelEvents } from "../fakes/steel-events.ts";
import { newHome, startTradewire, ticks } from "../fakes/tradewire-process.ts";
import { slackWorld } from "../faults/chat-worlds.ts";

const root = resolve(import.meta.dirname, "../..");
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

test("a backup of the running program, restored elsewhere after a crash, loses nothing and doubles nothing", {
	timeout: 300_000,
}, async () => {
	const world = await slackWorld(Date.now);
	closing.push(() => world.close());
	const feeds = await serveFeeds();
	closing.push(() => feeds.close());
	const home = newHome();
	const list = [{ id: "wire", url: feeds.url("wire"), title: "Wire" }];
	writeFileSync(join(home, "feeds.json"), JSON.stringify(list));
	const env = {
		PATH: process.env.PATH,
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		TRADEWIRE_POLL_SECONDS: "1",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		...world.settings(world.target),
	};
	const [channel] = world.channels;
	if (!channel) throw new Error("no channel");
	await follow(channel, home);
	const heard = () =>
		world
			.heard(channel)
			.map((one) =>
				steelEvents.findIndex(({ title }) => one.title.includes(title)),
			);
	const publish = (n: 0 | 1 | 2) =>
		feeds.publish("wire", { id: `event-${n}`, ...steelEvents[n] });

	const first = await startTradewire({ env });
	closing.push(() => first.kill());
	await until(() => feeds.asked("wire") >= 2);
	publish(0);
	await until(() => heard().length === 1);
	const file = join(home, "day.backup");
	expect(tradewire(env, "backup", file)).toMatch(/^\d+ rows of \d+ tables/);
	publish(1);
	await until(() => heard().length === 2);
	await first.kill();

	const elsewhere = { ...env, TRADEWIRE_HOME: newHome() };
	expect(tradewire(elsewhere, "restore", file, "--check")).toContain(
		"is whole",
	);
	expect(tradewire(elsewhere, "restore", file)).toContain(
		`restored into ${elsewhere.TRADEWIRE_HOME}`,
	);
	const second = await startTradewire({ env: elsewhere });
	closing.push(() => second.stop());
	publish(2);
	await until(() => heard().includes(2));
	await until(() => second.output().includes("delivery found on its platform"));
	const asked = feeds.asked("wire");
	await until(() => feeds.asked("wire") >= asked + 2);
	expect(heard()).toEqual([0, 1, 2]);
});

async function follow(channel: ChannelRef, home: string) {
	const log = makeLog("error", () => {});
	const store = await openStore({ databaseUrl: null, home, log });
	await store.subscriptions.subscribe({
		...{ channel, topicId: "steel-tariffs", mode: "live" },
		since: new Date(),
	});
	await store.close();
}

function tradewire(env: NodeJS.ProcessEnv, ...words: readonly string[]) {
	const ran = spawnSync(process.execPath, ["src/cli.ts", ...words], {
		...{ cwd: root, env, encoding: "utf8" },
	});
	expect(ran.stderr).toBe("");
	expect(ran.status).toBe(0);
	return ran.stdout;
}

async function until(holds: () => boolean): Promise<void> {
	for await (const _ of ticks(60_000)) if (holds()) return;
	throw new Error("waited in vain");
}
