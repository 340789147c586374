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
const worlds: Readonly<Record<string, OpenWorld>> = {
	discord: openDiscordWorld,
	slack: openSlackWorld,
};
/** `npm run bench -- faults slack` for one of them. */
const wanted = process.argv[3];
/** Every so many posts meet the fault. */
const every = 10;

/** 200 deliveries for each platform and fault: every one is heard once, in order, or the row says how many were not. */
export const platformFaults: Benchmark = {
	name: "faults",
	async *run(say) {
		for (const [platform, open] of Object.entries(worlds)) {
			if (wanted !== undefined && wanted !== platform) continue;
			for (const fault of faults) {
				const outcome = await runFaults({ ...size, open, fault, every });
				const row = rowOf(fault, outcome);
				say(`${row.value} ${row.figure}`);
				yield row;
			}
			const missing = postgresMissing ?? redisMissing;
			if (missing) say(`left out, Redis emptied: ${missing}`);
			else {
				const row = rowOf("Redis emptied", await runOverRedis(open));
				say(`${row.value} ${row.figure}`);
				yield row;
			}
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
