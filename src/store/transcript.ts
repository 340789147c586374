import { type Selectable, sql } from "kysely";
import type { Transcript, Utterance } from "../chat/transcript.ts";
import { type Database, json } from "./database.ts";
import type { Tables } from "./tables.ts";
import { spokenOn, type TranscriptEar } from "./transcript-ear.ts";

/** Any number; whoever says something waits for this one. */
const speakingTurn = 7_403_153;

/**
 * What our own platforms have said. People speak one at a time across all
 * processes, so a higher `seq` is never seen before a lower one, and a reader
 * that resumes after the last it saw misses nothing.
 */
export function transcript(db: Database, ear: TranscriptEar): Transcript {
	const all = () => db.selectFrom("utterances").selectAll();
	return {
		post: (entry) =>
			inTurn(db, async (tx) => {
				const first = await utterance(tx, entry.key, "asc");
				return first ?? say(tx, { ...entry, revision: 1 });
			}),
		revise: (key, card) =>
			inTurn(db, async (tx) => {
				const last = await utterance(tx, key, "desc");
				if (!last) throw new Error(`nothing was posted with the key ${key}`);
				return say(tx, { ...last, card, revision: last.revision + 1 });
			}),
		find: (key) => utterance(db, key, "desc"),
		async after(channel, seq, limit) {
			const rows = await all()
				.where("channel", "=", channel)
				.where("seq", ">", seq)
				.orderBy("seq")
				.limit(limit)
				.execute();
			return rows.map(utteranceFrom);
		},
		async latest(channel, limit) {
			const rows = await all()
				.where("channel", "=", channel)
				.orderBy("seq", "desc")
				.limit(limit)
				.execute();
			return rows.reverse().map(utteranceFrom);
		},
		channels: () => channels(db),
		listen: (heard) => ear.listen(heard),
	};
}

/** Names of channels that have heard something, in order. */
export async function channels(db: Database): Promise<readonly string[]> {
	const rows = await db
		.selectFrom("utterances")
		.select("channel")
		.distinct()
		.orderBy("channel")
		.execute();
	return rows.map(({ channel }) => channel);
}

function inTurn<T>(
	db: Database,
	work: (tx: Database) => Promise<T>,
): Promise<T> {
	return db.transaction().execute(async (tx) => {
		await sql`select pg_advisory_xact_lock(${speakingTurn})`.execute(tx);
		return work(tx);
	});
}

async function say(
	tx: Database,
	words: Omit<Utterance, "seq" | "at">,
): Promise<Utterance> {
	const { channel, key, revision, card, replyTo } = words;
	const row = await tx
		.insertInto("utterances")
		.values({ channel, key, revision, card: json(card), reply_to: replyTo })
		.returningAll()
		.executeTakeFirstOrThrow();
	await sql`select pg_notify(${spokenOn}, ${channel})`.execute(tx);
	return utteranceFrom(row);
}

async function utterance(
	db: Database,
	key: string,
	order: "asc" | "desc",
): Promise<Utterance | null> {
	const row = await db
		.selectFrom("utterances")
		.selectAll()
		.where("key", "=", key)
		.orderBy("revision", order)
		.limit(1)
		.executeTakeFirst();
	return row ? utteranceFrom(row) : null;
}

function utteranceFrom(row: Selectable<Tables["utterances"]>): Utterance {
	const { reply_to, ...plain } = row;
	return { ...plain, replyTo: reply_to };
}
