import { sql } from "kysely";
import { channelFromKey, channelKey } from "../chat/channel.ts";
import { type DeliveryState, liveKinds } from "../deliveries/delivery.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { type Database, json } from "./database.ts";
import { claimNext, dueChannels, nextDueAt } from "./delivery-lane.ts";
import {
	deliveriesOfStory,
	deliveryFrom,
	writeDeliveries,
} from "./delivery-rows.ts";

/**
 * The ledger over the table `deliveries`, in order of `seq`.
 *
 * Word from a sender changes only what is being sent: one whose claim was
 * taken over while it hung cannot put back what another has sent since. Word
 * that it was sent is always believed. What was once left unknown or stale
 * comes with `mustFind` until it is sent, also after it was put back between.
 */
export function deliveryLedger(db: Database): DeliveryLedger {
	return { ...tellLedger(db), ...askLedger(db), ...catchUps(db) };
}

type Told = "write" | "markSent" | "putBack" | "markUnknown" | "markDead";
type CatchUps = "hold" | "holding" | "held" | "catchUp" | "toldIn" | "release";

function tellLedger(db: Database): Pick<DeliveryLedger, Told | "claim"> {
	const sending = (id: string) =>
		db
			.updateTable("deliveries")
			.where("id", "=", id)
			.where("state", "=", "sending");
	return {
		write: (deliveries) => writeDeliveries(db, deliveries),
		claim: (channel, now, staleBefore) =>
			claimNext(db, channel, now, staleBefore),
		async markSent(id, message, edition, now) {
			await db
				.updateTable("deliveries")
				.set({
					state: "sent",
					message: json(message),
					sent_edition: sql`greatest(sent_edition, ${edition})`,
					sent_at: sql`coalesce(sent_at, ${now}::timestamptz)`,
					reason: null,
					must_find: false,
				})
				.where("id", "=", id)
				.execute();
		},
		async putBack(id, notBefore, reason) {
			// A post that only its edit is late for stays sent, and out of date.
			const state = sql<DeliveryState>`case when message is null then 'queued' else 'sent' end`;
			await sending(id).set({ state, not_before: notBefore, reason }).execute();
		},
		async markUnknown(id, notBefore, reason) {
			const attempts = sql<number>`attempts + 1`;
			await sending(id)
				.set({ state: "unknown", not_before: notBefore, reason, attempts })
				.execute();
		},
		async markDead(id, reason) {
			await sending(id).set({ state: "dead", reason }).execute();
		},
	};
}

function askLedger(
	db: Database,
): Omit<DeliveryLedger, Told | CatchUps | "claim"> {
	const all = () => db.selectFrom("deliveries").selectAll();
	return {
		async delivery(id) {
			const row = await all().where("id", "=", id).executeTakeFirst();
			return row ? deliveryFrom(row) : null;
		},
		due: (now, staleBefore, limit) =>
			dueChannels(db, { now, staleBefore }, limit),
		nextDue: (channel) => nextDueAt(db, channel),
		async sentSince(channel, since) {
			const { sent } = await db
				.selectFrom("deliveries")
				.select((row) => row.fn.countAll<number>().as("sent"))
				.where("channel", "=", channelKey(channel))
				.where("kind", "in", liveKinds)
				.where("sent_at", ">=", since)
				.executeTakeFirstOrThrow();
			return sent;
		},
		ofStory: (storyId) => deliveriesOfStory(db, storyId),
		async counts() {
			const rows = await db
				.selectFrom("deliveries")
				.select((row) => ["state", row.fn.countAll<number>().as("count")])
				.groupBy("state")
				.execute();
			const found = new Map(rows.map(({ state, count }) => [state, count]));
			const count = (state: DeliveryState) => found.get(state) ?? 0;
			return {
				queued: count("queued"),
				sending: count("sending"),
				sent: count("sent"),
				held: count("held"),
				"caught-up": count("caught-up"),
				unknown: count("unknown"),
				dead: count("dead"),
				dropped: count("dropped"),
			};
		},
		async newest(state, limit) {
			const rows = await all()
				.where("state", "=", state)
				.orderBy("seq", "desc")
				.limit(limit)
				.execute();
			return rows.map(deliveryFrom);
		},
	};
}

/** It waits for no answer, or has waited long enough. */
function noFlood(now: Date) {
	return sql<boolean>`(flood_until is null or flood_until <= ${now})`;
}

function catchUps(db: Database): Pick<DeliveryLedger, CatchUps> {
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
