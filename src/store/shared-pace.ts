import { sql } from "kysely";
import type { Pace } from "../chat/pace.ts";
import type { Database } from "./database.ts";

/** Lanes long free are swept away once in so many bookings of a process. */
const bookingsPerSweep = 2_000;
const longFree = "1 minute";

/**
 * One pace for all processes over a database, by the database's clock: each
 * booking is one statement, and two at once wait for one another.
 */
export function sharedPace(db: Database): Pace {
	let bookings = 0;
	return {
		async book(lane, everyMs) {
			bookings++;
			if (bookings % bookingsPerSweep === 0) await sweep(db);
			const step = sql`${everyMs}::float8 * interval '1 millisecond'`;
			const { rows } = await sql<{ wait_ms: number }>`
				insert into lanes (lane, free_at)
				values (${lane}, clock_timestamp() + ${step})
				on conflict (lane) do update
				set free_at = greatest(lanes.free_at, clock_timestamp()) + ${step}
				returning (extract(epoch from free_at - ${step} - clock_timestamp()) * 1000)::float8 as wait_ms
			`.execute(db);
			return Math.max(0, rows[0]?.wait_ms ?? 0);
		},
		async rest(lane, ms) {
			const until = sql`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
			await sql`
				insert into lanes (lane, free_at) values (${lane}, ${until})
				on conflict (lane) do update
				set free_at = greatest(lanes.free_at, excluded.free_at)
			`.execute(db);
		},
	};
}

async function sweep(db: Database): Promise<void> {
	const before = sql<Date>`clock_timestamp() - ${longFree}::interval`;
	await db.deleteFrom("lanes").where("free_at", "<", before).execute();
}
