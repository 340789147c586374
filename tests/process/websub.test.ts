import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ask, listen } from "../fakes/chat-client.ts";
import { freePort } from "../fakes/free-port.ts";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { newHome, startTradewire } from "../fakes/tradewire-process.ts";
import { until } from "../fakes/until.ts";
import { serveHub } from "../fakes/websub-hub.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

if (postgresMissing)
	console.warn(`skipped, pushes to a gateway: ${postgresMissing}`);

/** Gives the settings of a program whose one feed is polled once in the test, and pushed after that. */
async function openWorld() {
	const hub = await serveHub();
	closing.push(() => hub.close());
	const home = newHome();
	const file = join(home, "feeds.json");
	const wire = { id: "wire", url: hub.feedUrl, title: "Wire" };
	writeFileSync(file, JSON.stringify([wire]));
	const port = await freePort();
	const env = {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: file,
		TRADEWIRE_POLL_SECONDS: "3600",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_PUBLIC_URL: `http://127.0.0.1:${port}`,
	};
	return { hub, env, port: `${port}` };
}

async function start(env: Record<string, string>, words: string[] = []) {
	const tradewire = await startTradewire({ env, words });
	closing.push(() => tradewire.stop());
	return tradewire.address;
}

const steel = {
	id: "steel",
	title: "Steel tariffs raised to 50 per cent",
	text: "The tariffs on imported steel were raised to 50 per cent on Monday.",
};
const forged = {
	id: "forged",
	title: "Steel tariffs abolished by a forger",
	text: "The tariffs on imported steel are no more, a stranger claims.",
};

test("what a hub pushes is in the chat, once, and nothing that is forged, replayed or unsigned", {
	timeout: 120_000,
}, async () => {
	const { hub, env, port } = await openWorld();
	const address = await start({ ...env, PORT: port });
	await ask(address, "desk", "/subscribe steel-tariffs");
	await until(hub.hasSubscriber, 60_000);
	const ear = await listen(address, "desk");
	expect(await hub.forge(forged, null)).toBe(403);
	expect(await hub.forge(forged, `sha256=${"0".repeat(64)}`)).toBe(403);
	expect(await hub.publish(steel)).toBe(204);
	expect(await ear.until(1, 10_000)).toHaveLength(1);
	expect(await hub.replay()).toBe(409);
	const heard = await ear.until(2, 3_000);
	expect(heard.map(({ card }) => card.title)).toEqual([
		expect.stringContaining(steel.title),
	]);
	ear.close();
});

describe.skipIf(postgresMissing)("on several machines", () => {
	test("a gateway takes the push and a worker sends it", {
		timeout: 120_000,
	}, async () => {
		const { hub, env, port } = await openWorld();
		const postgres = await startPostgres();
		closing.push(() => postgres.stop());
		const secret = "a-key-that-all-of-our-machines-share";
		const shared = {
			...{ ...env, DATABASE_URL: postgres.url },
			TRADEWIRE_SECRET_KEY: secret,
		};
		const front = { ...shared, PORT: port };
		const address = await start(front, ["--role", "gateway"]);
		await start(shared, ["--role", "worker"]);
		await ask(address, "desk", "/subscribe steel-tariffs");
		await until(hub.hasSubscriber, 60_000);
		const ear = await listen(address, "desk");
		expect(await hub.publish(steel)).toBe(204);
		expect(await ear.until(1, 10_000)).toHaveLength(1);
		ear.close();
	});
});
