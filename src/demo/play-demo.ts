import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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

/**
 * Plays the demo day on loopback, in a new store that goes when the demo ends.
 * What was opened before a failure is closed again.
 */
export async function playDemo(needs: DemoNeeds): Promise<Program> {
	await using opening = new AsyncDisposableStack();
	const home = await mkdtemp(join(tmpdir(), "tradewire-demo-"));
	opening.defer(() => rm(home, { recursive: true, force: true }));
	const served = await serveDemoFeeds();
	opening.defer(() => served.close());
	const program = await openProgram({
		config: demoConfig(needs.config, home),
		wishes,
		feeds: served.feeds,
		stopped: needs.stopped,
		digestsEveryMs: 2_000,
	});
	opening.defer(() => program.close());
	for (const line of firstLines(new Date())) {
		await program.house.answer({ channel, asker, line });
	}
	needs.tell(`Tradewire plays a demo day: ${program.address}/#trade-desk`);
	needs.tell("Everything in it is invented. It takes about a minute.");
	await served.everyFeedAsked(needs.stopped);
	served.begin();
	const opened = opening.move();
	return { ...program, close: () => opened.disposeAsync() };
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
