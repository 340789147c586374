import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../fakes/chat-client.ts";
import {
	newHome,
	refusedFeeds,
	startTradewire,
} from "../fakes/tradewire-process.ts";
import { type Benchmark, quantile } from "./benchmark.ts";

const times = 500;
const warmUp = 50;

/** `/tariff` through `POST /api/chat`, one asker, against the same server's `/healthz`. */
export const commandLatency: Benchmark = {
	name: "command",
	async *run(say) {
		const home = newHome();
		writeFileSync(join(home, "feeds.json"), refusedFeeds);
		const tradewire = await startTradewire({
			env: {
				TRADEWIRE_HOME: home,
				TRADEWIRE_FEEDS: join(home, "feeds.json"),
			},
		});
		say(`${times} questions`);
		const asked = await timed(() =>
			ask(tradewire.address, "bench", "/tariff steel"),
		);
		const bare = await timed(async () => {
			await (await fetch(`${tradewire.address}/healthz`)).text();
		});
		await tradewire.stop();
		for (const share of [0.5, 0.99]) {
			yield {
				figure: `ms, /tariff steel through POST /api/chat, p${share * 100}`,
				value: quantile(asked, share),
				comparison: {
					of: `GET /healthz p${share * 100}`,
					value: quantile(bare, share),
				},
			};
		}
	},
};

async function timed(act: () => Promise<unknown>): Promise<number[]> {
	const took: number[] = [];
	for (let time = 0; time < warmUp + times; time++) {
		const began = performance.now();
		await act();
		if (time >= warmUp) took.push(performance.now() - began);
	}
	return took;
}
