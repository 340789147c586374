import { type Selectable, sql } from "kysely";
import { channelFromKey, channelKey } from "../chat/channel.ts";
import {
	type RateRound,
	type RateState,
	type RateWatch,
	type RateWatches,
	toldId,
} from "../deliveries/rate-watch.ts";
import type { RateQuestion } from "../tariffs/rate-timeline.ts";
import { type Database, json } from "./database.ts";
import { writeDeliveries } from "./delivery-rows.ts";
import type { Tables } from "./tables.ts";

/** Watches of rates; what was told is kept once for all who were told the same. */
export function rateWatches(db: Database): RateWatches {
	return {
		async of(channel) {
			const rows = await db
				.selectFrom("rate_watches")
				.selectAll()
				.where("channel", "=", channelKey(channel))
				.orderBy("goods")
				.orderBy("importer")
				.orderBy("origin")
				.execute();
			return rows.map(watchFrom);
		},
		watch: (watch, told) => addWatch(db, watch, told),
		async unwatch(channel, question) {
			const { numDeletedRows } = await db
				.deleteFrom("rate_watches")
				.where("channel", "=", channelKey(channel))
				.where((row) => row.and(columnsOf(question)))
				.executeTakeFirstOrThrow();
			return numDeletedRows > 0n;
		},
		...tellWatches(db),
	};
}

function tellWatches(
	db: Database,
): Pick<RateWatches, "standing" | "told" | "watching" | "tell" | "notices"> {
	return {
		async standing() {
			const rows = await db
				.selectFrom("rate_watches")
				.select(["goods", "importer", "origin", "told_id"])
				.distinct()
				.orderBy("goods")
				.orderBy("importer")
				.orderBy("origin")
				.orderBy("told_id")
				.execute();
			return rows.map(({ told_id, ...question }) => ({
				question,
				toldId: told_id,
			}));
		},
		async told(id) {
			const row = await db
				.selectFrom("rates_told")
				.select("told")
				.where("id", "=", id)
				.executeTakeFirst();
			return row?.told ?? null;
		},
		async watching({ question, toldId }) {
			const rows = await db
				.selectFrom("rate_watches")
				.selectAll()
				.where((row) => row.and({ ...columnsOf(question), told_id: toldId }))
				.orderBy("channel")
				.execute();
			return rows.map(watchFrom);
		},
		tell: (round) => db.transaction().execute((tx) => tellRound(tx, round)),
		async notices(channel, from, to) {
			const rows = await db
				.selectFrom("rate_notices")
				.select("notice")
				.where("channel", "=", channelKey(channel))
				.where("at", ">=", from)
				.where("at", "<", to)
				.orderBy("seq")
				.execute();
			return rows.map(({ notice }) => notice);
		},
	};
}

async function addWatch(
	db: Database,
	watch: RateWatch,
	told: RateState,
): Promise<void> {
	const { channel, mode, ...rest } = watch;
	const { id, since, revision } = rest;
	await db.transaction().execute(async (tx) => {
		await keepTold(tx, told, since);
		await tx
			.insertInto("rate_watches")
			.values({
				...columnsOf(watch),
				...{ id, channel: channelKey(channel), mode, since, revision },
				told_id: toldId(told),
			})
			.onConflict((there) =>
				there
					.columns(["channel", "goods", "importer", "origin"])
					.doUpdateSet({ mode }),
			)
			.execute();
	});
}

/** Renews `kept_at` of what is kept already, so that nobody drops it meanwhile. */
async function keepTold(tx: Database, told: RateState, now: Date) {
	await tx
		.insertInto("rates_told")
		.values({ id: toldId(told), told: json(told), kept_at: now })
		.onConflict((there) =>
			there.column("id").doUpdateSet({
				kept_at: sql<Date>`greatest(rates_told.kept_at, excluded.kept_at)`,
			}),
		)
		.execute();
}

async function tellRound(
	tx: Database,
	{ standing, told, tellings, now }: RateRound,
): Promise<readonly string[]> {
	if (tellings.length === 0) return [];
	await keepTold(tx, told, now);
	const ids = sql<string[]>`${tellings.map(({ watch }) => watch.id)}::text[]`;
	const most = Math.max(...tellings.map((one) => one.deliveries.length));
	const moved = await tx
		.updateTable("rate_watches")
		.set({
			told_id: toldId(told),
			revision: sql<number>`revision + ${most}::integer`,
		})
		.where(sql<boolean>`id = any(${ids})`)
		.where("told_id", "=", standing.toldId)
		.returning("id")
		.execute();
	const mine = new Set(moved.map(({ id }) => id));
	const won = tellings.filter(({ watch }) => mine.has(watch.id));
	await writeDeliveries(
		tx,
		won.flatMap(({ deliveries }) => deliveries),
	);
	const notices = won.flatMap(({ watch, notices }) =>
		notices.map((notice) => ({
			channel: channelKey(watch.channel),
			notice: json(notice),
			at: now,
		})),
	);
	if (notices.length > 0) {
		await tx.insertInto("rate_notices").values(notices).execute();
	}
	await dropUntold(tx, now);
	await tx
		.deleteFrom("rate_notices")
		.where("at", "<", new Date(now.getTime() - noticeDays * dayMs))
		.execute();
	return [...mine];
}

const dayMs = 24 * 60 * 60 * 1000;
/** Twice as far back as any digest reaches. */
const noticeDays = 30;

/** What no watch was told any more; not yet what was kept within the day, for a watch that is being made. */
async function dropUntold(tx: Database, now: Date) {
	await tx
		.deleteFrom("rates_told")
		.where("kept_at", "<", new Date(now.getTime() - dayMs))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("rate_watches")
						.select("id")
						.whereRef("rate_watches.told_id", "=", "rates_told.id"),
				),
			),
		)
		.execute();
}

function columnsOf({ goods, importer, origin }: RateQuestion) {
	return { goods, importer, origin };
}

function watchFrom(row: Selectable<Tables["rate_watches"]>): RateWatch {
	const { id, channel, goods, importer, origin, mode, since, revision } = row;
	return {
		...{ id, channel: channelFromKey(channel), goods, importer, origin },
		...{ mode, since, revision },
	};
}
