import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { newDelivery } from "../../src/deliveries/new-delivery.ts";
import { makeLog } from "../../src/log.ts";
import { openStore } from "../../src/store/open-store.ts";
import { fakeDiscord } from "../adapters/discord/fake-discord.ts";
import { sampleCard } from "../contracts/sample-news.ts";
import { ask, listen } from "../fakes/chat-client.ts";
import { newHome, startTradewire, ticks } from "../fakes/tradewire-process.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** A server that takes every request and never answers one. */
async function silence() {
	let asked = 0;
	const server = createServer(() => {
		asked++;
	}).listen(0, "127.0.0.1");
	await new Promise((ready) => server.once("listening", ready));
	closing.push(async () => server.close().closeAllConnections());
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/feed`, asked: () => asked };
}

/** Its feed hangs, its platform hangs on a post, and someone listens. */
async function busyProgram() {
	const feed = await silence();
	const discord = await fakeDiscord();
	closing.push(() => discord.close());
	const [id = ""] = discord.channels.add(1);
	const home = newHome();
	const list = [{ id: "wire", url: feed.url, title: "Wire" }];
	writeFileSync(join(home, "feeds.json"), JSON.stringify(list));
	await writeDelivery(home, id);
	discord.fail(/^POST .*\/channels\/\d+\/messages$/, { kind: "hang" });
	const env = {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: join(home, "feeds.json"),
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		DISCORD_API_URL: discord.apiUrl,
		DISCORD_TOKEN: discord.token,
	};
	const tradewire = await startTradewire({ env });
	closing.push(() => tradewire.kill());
	const ear = await listen(tradewire.address, "desk");
	closing.push(async () => ear.close());
	const posts = () =>
		discord.requests.filter(
			({ method, path }) => method === "POST" && path.endsWith("/messages"),
		).length;
	for await (const _ of ticks(60_000))
		if (feed.asked() > 0 && posts() > 0) break;
	return { tradewire, env, heard: () => discord.channels.messages(id) };
}

async function writeDelivery(home: string, id: string) {
	const log = makeLog("error", () => {});
	const store = await openStore({ databaseUrl: null, home, log });
	const at = new Date();
	await store.ledger.write([
		newDelivery({
			channel: { platform: "discord", id },
			...{ kind: "story", subject: "one", card: sampleCard("Steel") },
			...{ notBefore: at, createdAt: at },
		}),
	]);
	await store.close();
}

test("asked to stop with everything under way, it ends within ten seconds with code 0, and goes on after the restart", {
	timeout: 300_000,
}, async () => {
	const { tradewire, env, heard } = await busyProgram();
	const answered = ask(tradewire.address, "desk", "/tariff steel").catch(
		() => null,
	);
	const began = Date.now();
	expect(await tradewire.stop()).toBe(0);
	expect(Date.now() - began).toBeLessThan(10_000);
	await answered;
	const again = await startTradewire({ env });
	closing.push(() => again.stop());
	for await (const _ of ticks(60_000)) if (heard().length > 0) break;
	expect(heard()).toHaveLength(1);
});

test.each([
	["SIGTERM", "SIGTERM"],
	["SIGTERM", "SIGINT"],
	["SIGINT", "SIGTERM"],
] as const)(
	"after %s, %s ends it at once",
	{ timeout: 200_000 },
	async (first, second) => {
		const { tradewire } = await busyProgram();
		const { process, output } = tradewire;
		const gone = new Promise((exited) => process.once("exit", exited));
		process.kill(first);
		for await (const _ of ticks(10_000))
			if (output().includes("stopping")) break;
		process.kill(second);
		const began = Date.now();
		expect(await gone).toBe(1);
		expect(Date.now() - began).toBeLessThan(2_000);
	},
);
