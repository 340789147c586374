import { type Selectable, sql } from "kysely";
import { clocksAgreeMs } from "../chat/clocks-agree.ts";
import type { Vault } from "../chat/vault.ts";
import type { Feed, FeedMemory, FeedState } from "../feeds/feed.ts";
import { unpolled } from "../feeds/feed.ts";
import { longestRestTimes } from "../feeds/is-resting.ts";
import type { Database } from "./database.ts";
import { forgetAddress, openAddress, sealAddress } from "./sealed-address.ts";
import type { Tables } from "./tables.ts";

/**
 * Feeds and how they are, one row each, in order of id. A feed of the list that
 * people removed keeps its row, so that the list does not bring it back; what
 * was remembered of it is not kept. User names and passwords in addresses lie
 * in the vault.
 */
export function feedMemory(db: Database, vault: Vault): FeedMemory {
	const feedFrom = async (row: FeedRow) => {
		const url = await openAddress(row.id, row.url, vault);
		return described({ ...row, url });
	};
	const sealedRow = async (feed: Feed) =>
		rowOf({ ...feed, url: await sealAddress(feed.id, feed.url, vault) });
	const row = (id: string) =>
		db
			.selectFrom("feeds")
			.selectAll()
			.where("id", "=", id)
			.where("removed", "=", false)
			.executeTakeFirst();
	return {
		async feeds() {
			const rows = await db
				.selectFrom("feeds")
				.selectAll()
				.where("removed", "=", false)
				.orderBy("id")
				.execute();
			return Promise.all(rows.map(feedFrom));
		},
		async feed(id) {
			const found = await row(id);
			return found ? feedFrom(found) : null;
		},
		async keepFeed(feed) {
			const { id, ...described } = await sealedRow(feed);
			await db
				.insertInto("feeds")
				.values({ id, ...described, listed: false })
				.onConflict((there) =>
					there.column("id").doUpdateSet({ ...described, removed: false }),
				)
				.execute();
		},
		async takeList(list) {
			// Before the turn: the embedded store has one line, which that holds.
			const sealed = await Promise.all(list.map(sealedRow));
			await db.transaction().execute(async (turn) => {
				await turn
					.deleteFrom("feeds")
					.where("listed", "=", true)
					.where("id", "not in", idsOf(list))
					.execute();
				for (const { id, ...described } of sealed) {
					await turn
						.insertInto("feeds")
						.values({ id, ...described, listed: true })
						.onConflict((there) => there.column("id").doUpdateSet(described))
						.execute();
				}
			});
		},
		async removeFeed(id) {
			await forgetAddress(id, vault);
			const { numUpdatedRows } = await db
				.updateTable("feeds")
				.set({ removed: true, ...columnsOf(unpolled) })
				.where("id", "=", id)
				.where("removed", "=", false)
				.executeTakeFirstOrThrow();
			return numUpdatedRows > 0n;
		},
		async state(id) {
			const found = await row(id);
			return found ? stateFrom(found) : unpolled;
		},
		async known(id) {
			const found = await row(id);
			if (!found) return null;
			return { feed: await feedFrom(found), state: stateFrom(found) };
		},
		async keepState(id, state) {
			await db
				.updateTable("feeds")
				.set(columnsOf(state))
				.where("id", "=", id)
				.where("removed", "=", false)
				.execute();
		},
		async due(now, most) {
			const rows = await db
				.selectFrom("feeds")
				.select(["id", "rest_until"])
				.where("removed", "=", false)
				.where(sql<boolean>`(${isDueAt(now)})`)
				.orderBy(sql`rest_until asc nulls first`)
				.limit(most)
				.execute();
			return rows.map(({ id, rest_until: at }) => ({
				feedId: id,
				// Not when a clock that was set back would have had it.
				at: at && at > now ? now : at,
			}));
		},
	};
}

/** What `isResting` says, turned about. */
function isDueAt(now: Date) {
	const soon = new Date(now.getTime() + clocksAgreeMs);
	return sql`rest_until is null or rest_until <= ${now} or polled_at > ${soon}
		or (failures = 0 and rest_until > ${soon}::timestamptz
			+ ${longestRestTimes} * interval_ms * interval '1 millisecond')`;
}

/** SQL knows no empty list; no feed has an empty id. */
function idsOf(list: readonly Feed[]): readonly string[] {
	return ["", ...list.map(({ id }) => id)];
}

function columnsOf(state: FeedState) {
	return {
		etag: state.etag,
		last_modified: state.lastModified,
		content_hash: state.contentHash,
		primed_at: state.primedAt,
		polled_at: state.polledAt,
		worked_at: state.workedAt,
		failures: state.failures,
		failing_since: state.failingSince,
		trouble_told_of: state.troubleToldOf,
		trouble: state.trouble,
		rest_until: state.restUntil,
		interval_ms: state.intervalMs,
		gap_ms: state.gapMs,
		newest_at: state.newestAt,
		bytes: state.bytes,
		took_ms: state.tookMs,
		moved_to: state.movedTo,
		moved_times: state.movedTimes,
	};
}

type FeedRow = Selectable<Tables["feeds"]>;

function described(row: FeedRow): Feed {
	const { id, url, title, kind, language, verified, reader } = row;
	const feed = { id, url, title, kind, language, verified };
	return reader === null ? feed : { ...feed, reader };
}

function rowOf({ id, url, title, kind, language, verified, reader }: Feed) {
	return { id, url, title, kind, language, verified, reader: reader ?? null };
}

function stateFrom(row: FeedRow): FeedState {
	return {
		etag: row.etag,
		lastModified: row.last_modified,
		contentHash: row.content_hash,
		primedAt: row.primed_at,
		polledAt: row.polled_at,
		workedAt: row.worked_at,
		failures: row.failures,
		failingSince: row.failing_since,
		troubleToldOf: row.trouble_told_of,
		trouble: row.trouble,
		restUntil: row.rest_until,
		intervalMs: row.interval_ms,
		gapMs: row.gap_ms,
		newestAt: row.newest_at,
		bytes: row.bytes,
		tookMs: row.took_ms,
		movedTo: row.moved_to,
		movedTimes: row.moved_times,
	};
}
