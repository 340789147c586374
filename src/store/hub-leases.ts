import type { Insertable, Selectable, Updateable } from "kysely";
import type { Vault } from "../chat/vault.ts";
import type {
	HubLease,
	HubLeaseChange,
	HubLeases,
} from "../feeds/hub-lease.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** Leases and pushes in tables of their own; the secrets lie sealed in the vault. */
export function hubLeases(db: Database, vault: Vault): HubLeases {
	const all = db.selectFrom("hub_leases").selectAll();
	return {
		async ofFeed(feedId) {
			const row = await all
				.where("feed_id", "=", feedId)
				.where("state", "!=", "ending")
				.executeTakeFirst();
			return row ? leaseFrom(row) : null;
		},
		async byToken(token) {
			const row = await all.where("token", "=", token).executeTakeFirst();
			return row ? leaseFrom(row) : null;
		},
		async all() {
			const rows = await all.orderBy("feed_id").orderBy("token").execute();
			return rows.map(leaseFrom);
		},
		async due(now, most) {
			const rows = await all
				.where("ask_at", "<=", now)
				.orderBy("ask_at")
				.orderBy("token")
				.limit(most)
				.execute();
			return rows.map(leaseFrom);
		},
		async begin(lease, secret) {
			// Sealed first: a hub is never given a secret that we do not have.
			await vault.put(secretName(lease.token), secret);
			const { numInsertedOrUpdatedRows } = await db
				.insertInto("hub_leases")
				.values(rowOf(lease))
				.onConflict((there) => there.doNothing())
				.executeTakeFirstOrThrow();
			const isFirst = (numInsertedOrUpdatedRows ?? 0n) > 0n;
			if (!isFirst) await vault.remove(secretName(lease.token));
			return isFirst;
		},
		async change(token, change) {
			await db
				.updateTable("hub_leases")
				.set(columnsOf(change))
				.where("token", "=", token)
				.execute();
		},
		async forget(token) {
			await db.deleteFrom("hub_leases").where("token", "=", token).execute();
			await vault.remove(secretName(token));
		},
		secret: (token) => vault.get(secretName(token)),
		...pushes(db),
	};
}

function pushes(
	db: Database,
): Pick<HubLeases, "hasPush" | "keepPush" | "forgetPushes"> {
	return {
		async hasPush(token, hash) {
			const row = await db
				.selectFrom("hub_pushes")
				.select("at")
				.where("token", "=", token)
				.where("hash", "=", hash)
				.executeTakeFirst();
			return row !== undefined;
		},
		async keepPush(token, hash, at) {
			await db
				.insertInto("hub_pushes")
				.values({ token, hash, at })
				.onConflict((there) => there.doNothing())
				.execute();
		},
		async forgetPushes(before) {
			await db.deleteFrom("hub_pushes").where("at", "<", before).execute();
		},
	};
}

function secretName(token: string): string {
	return `websub ${token}`;
}

type Table = Tables["hub_leases"];

function leaseFrom(row: Selectable<Table>): HubLease {
	return {
		feedId: row.feed_id,
		hub: row.hub,
		topic: row.topic,
		token: row.token,
		state: row.state,
		callback: row.callback,
		leaseUntil: row.lease_until,
		askedAt: row.asked_at,
		askAt: row.ask_at,
		failures: row.failures,
		trouble: row.trouble,
		pushedAt: row.pushed_at,
		missedAt: row.missed_at,
	};
}

function rowOf(lease: HubLease): Insertable<Table> {
	return {
		token: lease.token,
		feed_id: lease.feedId,
		hub: lease.hub,
		topic: lease.topic,
		state: lease.state,
		callback: lease.callback,
		lease_until: lease.leaseUntil,
		asked_at: lease.askedAt,
		ask_at: lease.askAt,
		failures: lease.failures,
		trouble: lease.trouble,
		pushed_at: lease.pushedAt,
		missed_at: lease.missedAt,
	};
}

/** Kysely leaves out what is undefined. */
function columnsOf(change: HubLeaseChange): Updateable<Table> {
	return {
		state: change.state,
		callback: change.callback,
		lease_until: change.leaseUntil,
		asked_at: change.askedAt,
		ask_at: change.askAt,
		failures: change.failures,
		trouble: change.trouble,
		pushed_at: change.pushedAt,
		missed_at: change.missedAt,
	};
}
