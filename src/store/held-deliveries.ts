import { sql } from "kysely";
import { channelFromKey, channelKey } from "../chat/channel.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import type { Database } from "./database.ts";
import { deliveryFrom, writeDeliveries } from "./delivery-rows.ts";

/** What the ledger is asked about deliveries that are held. */
export type HeldVerbs =
	| "hold"
	| "holding"
	| "held"
	| "catchUp"
	| "toldIn"
	| "release";

/** The ledger's part on what is held, and on the catch-ups that tell it. */
export function heldDeliveries(db: Database): Pick<DeliveryLedger, HeldVerbs> {
	return {
		async hold(id, reason) {
			await db
				.updateTable("deliveries")
				.set({
					...{ state: "held", reason },
					must_find: sql`must_find or state = 'unknown'`,
				})
				.where("id", "=", id)
				.where("state", "in", ["queued", "sending", "unknown"])
				.execute();
		},
		async holding(now) {
			const rows = await db
				.selectFrom("deliveries")
				.select("channel")
				.distinct()
				.where("state", "=", "held")
				.where(noFlood(now))
				.orderBy("channel")
				.execute();
			return rows.map(({ channel }) => channelFromKey(channel));
		},
		async held(channel, now) {
			const rows = await db
				.selectFrom("deliveries")
				.selectAll()
				.where("state", "=", "held")
				.where("channel", "=", channelKey(channel))
				.where(noFlood(now))
				.orderBy("seq")
				.execute();
			return rows.map((row) => ({
				...deliveryFrom(row),
				mustFind: row.must_find,
			}));
		},
		async catchUp(catchUp, told) {
			await db.transaction().execute(async (tx) => {
				// One that stands already told what it told; these were not in it.
				const written = await writeDeliveries(tx, [catchUp]);
				if (written.length === 0 || told.length === 0) return;
				const caught_in = catchUp.id;
				await tx
					.updateTable("deliveries")
					.set({ state: "caught-up", caught_in })
					.where("id", "in", told)
					.where("state", "=", "held")
					.execute();
				await tx
					.updateTable("deliveries")
					.set({ caught_in })
					.where("caught_in", "in", told)
					.execute();
			});
		},
		async toldIn(catchUpIds) {
			if (catchUpIds.length === 0) return [];
			const rows = await db
				.selectFrom("deliveries")
				.selectAll()
				.where("caught_in", "in", catchUpIds)
				.where("kind", "<>", "catch-up")
				.orderBy("seq")
				.execute();
			return rows.map(deliveryFrom);
		},
		async release(ids, now) {
			if (ids.length === 0) return;
			await db
				.updateTable("deliveries")
				.set({ state: "queued", not_before: now, reason: null })
				.where("id", "in", ids)
				.where("state", "=", "held")
				.execute();
		},
	};
}

/** It waits for no answer, or has waited long enough. */
function noFlood(now: Date) {
	return sql<boolean>`(flood_until is null or flood_until <= ${now})`;
}
