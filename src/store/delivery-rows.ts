import type { Insertable, Selectable } from "kysely";
import { channelFromKey, channelKey } from "../chat/channel.ts";
import type { Delivery } from "../deliveries/delivery.ts";
import { type Database, json } from "./database.ts";
import type { Tables } from "./tables.ts";

export type DeliveryRow = Selectable<Tables["deliveries"]>;

/** Writes deliveries; one whose id stands is left as it is. Gives the new ids. */
export async function writeDeliveries(
	db: Database,
	deliveries: readonly Delivery[],
): Promise<readonly string[]> {
	const ids: string[] = [];
	for (const some of inBatches(deliveries)) {
		const written = await db
			.insertInto("deliveries")
			.values(some.map(deliveryRow))
			.onConflict((there) => there.column("id").doNothing())
			.returning("id")
			.execute();
		ids.push(...written.map(({ id }) => id));
	}
	return ids;
}

/** A statement takes 65,535 values, and a delivery has nineteen. */
const batch = 1_000;

/** As many deliveries as one statement takes, and the next. */
export function* inBatches(
	deliveries: readonly Delivery[],
): Generator<readonly Delivery[]> {
	for (let at = 0; at < deliveries.length; at += batch) {
		yield deliveries.slice(at, at + batch);
	}
}

/** A story's deliveries, the latest revision first. */
export async function deliveriesOfStory(
	db: Database,
	storyId: string,
): Promise<readonly Delivery[]> {
	const rows = await db
		.selectFrom("deliveries")
		.selectAll()
		.where("kind", "=", "story")
		.where("subject", "=", storyId)
		.orderBy("revision", "desc")
		.orderBy("seq")
		.execute();
	return rows.map(deliveryFrom);
}

export function deliveryFrom(row: DeliveryRow): Delivery {
	return {
		id: row.id,
		channel: channelFromKey(row.channel),
		kind: row.kind,
		subject: row.subject,
		revision: row.revision,
		shows: row.shows,
		card: row.card,
		edition: row.edition,
		sentEdition: row.sent_edition,
		replyTo: row.reply_to,
		state: row.state,
		reason: row.reason,
		flood:
			row.flood_feed !== null && row.flood_until !== null
				? { feedId: row.flood_feed, until: row.flood_until }
				: null,
		message: row.message,
		attempts: row.attempts,
		notBefore: row.not_before,
		createdAt: row.created_at,
		sentAt: row.sent_at,
	};
}

export function deliveryRow(
	delivery: Delivery,
): Insertable<Tables["deliveries"]> {
	return {
		id: delivery.id,
		channel: channelKey(delivery.channel),
		kind: delivery.kind,
		subject: delivery.subject,
		revision: delivery.revision,
		shows: delivery.shows && json(delivery.shows),
		card: json(delivery.card),
		edition: delivery.edition,
		sent_edition: delivery.sentEdition,
		reply_to: delivery.replyTo,
		state: delivery.state,
		reason: delivery.reason,
		message: delivery.message && json(delivery.message),
		flood_feed: delivery.flood?.feedId ?? null,
		flood_until: delivery.flood?.until ?? null,
		attempts: delivery.attempts,
		not_before: delivery.notBefore,
		created_at: delivery.createdAt,
		sent_at: delivery.sentAt,
	};
}
