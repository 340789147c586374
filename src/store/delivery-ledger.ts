import { sql } from "kysely";
import { channelKey } from "../chat/channel.ts";
import { type DeliveryState, liveKinds } from "../deliveries/delivery.ts";
import type { DeliveryLedger } from "../deliveries/delivery-ledger.ts";
import { type Database, json } from "./database.ts";
import { claimNext, dueChannels, nextDueAt } from "./delivery-lane.ts";
import {
	deliveriesOfStory,
	deliveryFrom,
	writeDeliveries,
} from "./delivery-rows.ts";
import { type HeldVerbs, heldDeliveries } from "./held-deliveries.ts";

/**
 * The ledger over the table `deliveries`, in order of `seq`.
 *
 * Word from a sender changes only what is being sent: one whose claim was
 * taken over while it hung cannot put back what another has sent since. Word
 * that it was sent is always believed. What was once left unknown or stale
 * comes with `mustFind` until it is sent, also after it was put back between.
 */
export function deliveryLedger(db: Database): DeliveryLedger {
	return { ...tellLedger(db), ...askLedger(db), ...heldDeliveries(db) };
}

type Told = "write" | "markSent" | "putBack" | "markUnknown" | "markDead";
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
): Omit<DeliveryLedger, Told | HeldVerbs | "claim"> {
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
