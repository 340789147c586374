import { sql } from "kysely";
import {
	type ChannelRef,
	type ChannelSettings,
	type Channels,
	channelFromKey,
	channelKey,
	defaultChannelSettings,
} from "../chat/channel.ts";
import { type Database, json } from "./database.ts";
import type { KeptSettings } from "./tables.ts";

/** What channels have chosen. Only that is kept, so a new default reaches everyone else. */
export function channelMemory(db: Database): Channels {
	return {
		settings: (channel) => channelSettings(db, channel),
		async change(channel, changes) {
			const { settings } = await db
				.insertInto("channels")
				.values({ channel: channelKey(channel), settings: json(changes) })
				.onConflict((there) =>
					there.column("channel").doUpdateSet({
						settings: sql`channels.settings || excluded.settings`,
					}),
				)
				.returning("settings")
				.executeTakeFirstOrThrow();
			return settingsFrom(settings);
		},
		async all() {
			const rows = await db
				.selectFrom("channels")
				.select("channel")
				.union(db.selectFrom("subscriptions").select("channel"))
				.orderBy("channel")
				.execute();
			const kept = await db.selectFrom("channels").selectAll().execute();
			const chosen = new Map(
				kept.map(({ channel, settings }) => [channel, settings]),
			);
			return rows.map(({ channel }) => ({
				channel: channelFromKey(channel),
				settings: settingsFrom(chosen.get(channel) ?? {}),
			}));
		},
	};
}

/** The channel's settings, the defaults where it chose nothing. */
async function channelSettings(
	db: Database,
	channel: ChannelRef,
): Promise<ChannelSettings> {
	const row = await db
		.selectFrom("channels")
		.select("settings")
		.where("channel", "=", channelKey(channel))
		.executeTakeFirst();
	return settingsFrom(row?.settings ?? {});
}

/** What these channels chose, by their keys. */
export async function settingsChosen(
	db: Database,
	channels: readonly ChannelRef[],
): Promise<ReadonlyMap<string, ChannelSettings>> {
	if (channels.length === 0) return new Map();
	const keys = sql<string[]>`${channels.map(channelKey)}::text[]`;
	const rows = await db
		.selectFrom("channels")
		.selectAll()
		.where(sql<boolean>`channel = any(${keys})`)
		.execute();
	return new Map(
		rows.map(({ channel, settings }) => [channel, settingsFrom(settings)]),
	);
}

function settingsFrom(kept: KeptSettings): ChannelSettings {
	const { digest = null, suspended = null, ...plain } = kept;
	return {
		...defaultChannelSettings,
		...plain,
		digest: digest && { ...digest, since: new Date(digest.since) },
		suspended: suspended && {
			...suspended,
			since: new Date(suspended.since),
		},
	};
}
