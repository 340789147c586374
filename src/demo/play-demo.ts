import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { openProgram, type Program } from "../program/open-program.ts";
import { serveDemoFeeds } from "./demo-feeds.ts";

interface DemoNeeds {
	readonly config: Config;
	readonly stopped: AbortSignal;
	tell(line: string): void;
}

const channel = { platform: "web", id: "trade-desk" };
const asker = { id: "demo", name: "demo", mayManage: true };
const wishes = { role: "all", console: false } as const;

/** Plays the demo day on loopback, in a store of its own that is made anew each time. */
export async function playDemo(needs: DemoNeeds): Promise<Program> {
	const home = join(needs.config.TRADEWIRE_HOME, "demo");
	await rm(home, { recursive: true, force: true });
	const served = await serveDemoFeeds();
	const program = await openProgram({
		config: demoConfig(needs.config, home),
		wishes,
		feeds: served.feeds,
		stopped: needs.stopped,
		digestsEveryMs: 2_000,
	});
	for (const line of firstLines(new Date())) {
		await program.house.answer({ channel, asker, line });
	}
	needs.tell(`Tradewire plays a demo day: ${program.address}/#trade-desk`);
	needs.tell("Everything in it is invented. It takes about a minute.");
	await served.everyFeedAsked(needs.stopped);
	served.begin();
	return {
		...program,
		async close() {
			await served.close();
			await program.close();
		},
	};
}

function demoConfig(config: Config, home: string): Config {
	return {
		...config,
		TRADEWIRE_HOME: home,
		DATABASE_URL: null,
		REDIS_URL: null,
		TRADEWIRE_POLL_SECONDS: 1,
		TRADEWIRE_ALLOW_PRIVATE_FEEDS: true,
	};
}

/** What a new channel would type; the digest comes at the first whole minute after the day's news. */
function firstLines(now: Date): readonly string[] {
	const minute = 60_000;
	const end = Math.ceil((now.getTime() + 55_000) / minute) * minute;
	const at = new Date(end).toISOString().slice(11, 16);
	return [
		"/settings zone UTC",
		"/subscribe cusma-review both",
		"/subscribe steel-tariffs both",
		"/subscribe greer-statements both",
		"/subscribe softwood-dispute both",
		`/digest at ${at} UTC daily`,
	];
}
