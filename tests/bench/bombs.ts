import { z } from "zod";
import { pollBombs } from "../fakes/bomb-runs.ts";
import { serveBombs } from "../fakes/bomb-server.ts";
import { memoryUnreadable } from "../fakes/process-memory.ts";
import { feedBombs } from "../fixtures/feed-bombs.ts";
import type { Benchmark } from "./benchmark.ts";

const mostMegabytes = 200;
const alone = z.object({ name: z.string(), peak: z.number() });
const together = z.object({ peak: z.number(), longestPollMs: z.number() });

/** What hostile feeds cost: each alone, then all at once beside an ordinary feed. */
export const bombs: Benchmark = {
	name: "bombs",
	async *run(say) {
		if (memoryUnreadable) return say(`left out: ${memoryUnreadable}`);
		const names = Object.keys(feedBombs);
		const server = await serveBombs(names);
		const comparison = { of: "wanted at most", value: mostMegabytes };
		say(`${names.length} bombs, one by one`);
		for await (const line of pollBombs(server, false)) {
			const { name, peak } = alone.parse(line);
			yield { figure: `MB above idle, ${name}`, value: peak, comparison };
		}
		say("all at once");
		for await (const line of pollBombs(server, true)) {
			const { peak, longestPollMs } = together.parse(line);
			yield { figure: "MB above idle, all at once", value: peak, comparison };
			yield {
				figure: "ms that an ordinary feed's poll took beside them, the longest",
				value: longestPollMs,
				comparison: null,
			};
		}
		server.close();
	},
};
