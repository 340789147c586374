import { Redis } from "ioredis";
import { postgresMissing, startPostgres } from "../fakes/postgres-server.ts";
import { redisMissing, startRedis } from "../fakes/redis-server.ts";
import { faults } from "../faults/fault-proxy.ts";
import {
	type OpenWorld,
	openDiscordWorld,
	openSlackWorld,
} from "../faults/fault-world.ts";
import { type Outcome, runFaults } from "../faults/run-faults.ts";
import type { Benchmark, Row } from "./benchmark.ts";

const size = { channels: 5, deliveries: 40 };
const platforms: readonly OpenWorld[] = [openDiscordWorld, openSlackWorld];

/** 200 deliveries for each platform and fault: every one is heard once, in order, or the row says how many were not. */
export const platformFaults: Benchmark = {
	name: "faults",
	async *run(say) {
		for (const open of platforms) {
			for (const fault of faults) {
				const every = fault.startsWith("killed") ? 10 : 3;
				const outcome = await runFaults({ ...size, open, fault, every });
				say(`${outcome.platform}, ${fault}`);
				yield rowOf(fault, outcome);
			}
			const missing = postgresMissing ?? redisMissing;
			if (missing) say(`left out, Redis emptied: ${missing}`);
			else yield rowOf("Redis emptied", await runOverRedis(open));
		}
	},
};

/** Redis loses all that it holds, every second. */
async function runOverRedis(open: OpenWorld): Promise<Outcome> {
	const [postgres, redis] = [await startPostgres(), await startRedis()];
	const asking = new Redis(redis.url);
	try {
		return await runFaults({
			...size,
			open,
			fault: null,
			every: 1,
			env: { DATABASE_URL: postgres.url, REDIS_URL: redis.url },
			disturb: () => asking.flushall(),
		});
	} finally {
		asking.disconnect();
		await redis.stop();
		await postgres.stop();
	}
}

function rowOf(fault: string, outcome: Outcome): Row {
	const { platform, written, lost, doubled, misplaced } = outcome;
	const happened = outcome.faults > 0 ? ` ×${outcome.faults}` : "";
	return {
		figure: `heard once in order, ${platform}, ${fault}${happened}; lost ${lost}, doubled ${doubled}, out of order ${misplaced}`,
		value: written - lost - doubled - misplaced,
		comparison: { of: "written", value: written },
	};
}
