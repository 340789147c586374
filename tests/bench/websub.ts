import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, type Listener, listen } from "../fakes/chat-client.ts";
import type { FeedItem } from "../fakes/feed-server.ts";
import { freePort } from "../fakes/free-port.ts";
import { newHome, startTradewire } from "../fakes/tradewire-process.ts";
import { until } from "../fakes/until.ts";
import { serveHub, type WebSubHub } from "../fakes/websub-hub.ts";
import { type Benchmark, quantile } from "./benchmark.ts";

const items = 120;
const warmUp = 10;

/** From an item's publication at its hub to its message in the web chat, one after another, on the embedded store. */
export const websub: Benchmark = {
	name: "websub",
	async *run(say) {
		await using opened = new AsyncDisposableStack();
		const hub = await serveHub();
		opened.defer(() => hub.close());
		const tradewire = await startTradewire({ env: await settingsFor(hub) });
		opened.defer(async () => void (await tradewire.stop()));
		await ask(tradewire.address, "bench", "/topic create dockets docket");
		await ask(tradewire.address, "bench", "/subscribe dockets");
		say("waiting until the hub has verified the subscription");
		await until(hub.hasSubscriber, 60_000);
		const ear = await listen(tradewire.address, "bench");
		say(`${items} items, one after another`);
		const told: number[] = [];
		const answered: number[] = [];
		for (let n = 0; n < warmUp + items; n++) {
			const took = await push(itemOf(n), hub, ear);
			if (n < warmUp) continue;
			told.push(took.told);
			answered.push(took.answered);
		}
		ear.close();
		for (const share of [0.5, 0.99]) {
			yield {
				figure: `ms, published at the hub to web chat, p${share * 100}`,
				value: quantile(told, share),
				comparison: {
					of: `hub answered p${share * 100}`,
					value: quantile(answered, share),
				},
			};
		}
	},
};

async function settingsFor(hub: WebSubHub) {
	const home = newHome();
	const file = join(home, "feeds.json");
	const wire = { id: "wire", url: hub.feedUrl, title: "Wire" };
	writeFileSync(file, JSON.stringify([wire]));
	const port = await freePort();
	return {
		TRADEWIRE_HOME: home,
		TRADEWIRE_FEEDS: file,
		// So seldom that nothing is told by a poll.
		TRADEWIRE_POLL_SECONDS: "3600",
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: "1",
		TRADEWIRE_PUBLIC_URL: `http://127.0.0.1:${port}`,
		PORT: `${port}`,
		LOG_LEVEL: "warn",
	};
}

/** Both in ms from the push; the message may come before the answer. */
async function push(item: FeedItem, hub: WebSubHub, ear: Listener) {
	const before = ear.heard.length;
	const began = performance.now();
	let answered = 0;
	const publishing = hub.publish(item).then((status) => {
		answered = performance.now() - began;
		if (status !== 204) throw new Error(`the push was answered ${status}`);
	});
	await until(() => ear.heard.length > before, 30_000);
	const told = performance.now() - began;
	await publishing;
	return { told, answered };
}

const goods =
	"steel aluminum lumber copper canola potash dairy wine glass seafood cement tyres paper".split(
		" ",
	);
const places =
	"Ottawa Detroit Monterrey Halifax Brussels Geneva Tokyo Seoul Lima Oslo Rotterdam Santos Durban Mumbai Hamburg Vancouver Montreal".split(
		" ",
	);
const acts =
	"raised suspended extended reviewed challenged halved postponed repealed defended".split(
		" ",
	);

/** Made-up items, each an event of its own: the lists' lengths share no factor. */
function itemOf(n: number): FeedItem {
	const [good, place, act] = [goods, places, acts].map(
		(words) => words[n % words.length],
	);
	const docket = `docket ${1000 + n}`;
	return {
		id: `item-${n}`,
		title: `Duties on ${good} ${act} in ${place}, ${docket}`,
		text: `Officials in ${place} said that the duties of ${docket} on ${good} would be ${act}.`,
	};
}
