import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Delivery } from "../deliveries/delivery.ts";
import type { Newsroom, NewsTurn } from "../deliveries/newsroom.ts";
import { keepArticle, keptArticles, reviseArticle } from "./article-rows.ts";
import { keepProposal } from "./book-changes.ts";
import { settingsChosen } from "./channel-memory.ts";
import type { Database } from "./database.ts";
import { deliveriesOfStory, deliveryRow, inBatches } from "./delivery-rows.ts";
import { floodUntil } from "./floods.ts";
import { keepStory, reviseStory, storiesFrom } from "./story-rows.ts";
import { subscriptionsTo } from "./subscription-memory.ts";

/** Any number; every turn, in whichever process, waits for this one. */
const newsTurn = 7_403_152;
/** More candidates than any event has; the likeliest are among the first. */
const mostCandidates = 50;

/**
 * Turns as SQL transactions that hold one advisory lock. Inside a turn use
 * only what the turn gives: on PGlite, everything else waits until it ends.
 */
export function newsroom(db: Database): Newsroom {
	// One waiter per process, or waiting polls would take every session of the pool.
	let last: Promise<unknown> = Promise.resolve();
	return {
		inTurn(work) {
			const turn = last.then(() =>
				db.transaction().execute(async (tx) => {
					await sql`select pg_advisory_xact_lock(${newsTurn})`.execute(tx);
					return work(openTurn(tx));
				}),
			);
			last = turn.catch(() => {});
			return turn;
		},
	};
}

function openTurn(tx: Database): NewsTurn {
	return {
		async known(articleIds) {
			if (articleIds.length === 0) return new Map();
			const rows = await tx
				.selectFrom("articles")
				.select(["id", "revised_at", hash.as("hash")])
				.where("id", "in", articleIds)
				.execute();
			return new Map(
				rows.map(({ id, ...row }) => [
					id,
					{ hash: row.hash, revisedAt: row.revised_at },
				]),
			);
		},
		itemsTitled: (feedId, titles) =>
			tx
				.selectFrom("articles")
				.select(["url", "title"])
				.where("feed_id", "=", feedId)
				.where(sql`md5(title)`, "in", hashesOf(titles))
				.execute(),
		newestItems: (feedId, most) => newestItems(tx, feedId, most),
		floodUntil: (feedId, now) => floodUntil(tx, feedId, now),
		storiesLike: (terms, since) => storiesLike(tx, terms, since),
		async story(id) {
			const rows = await tx
				.selectFrom("stories")
				.selectAll()
				.where("id", "=", id)
				.execute();
			const [found] = await storiesFrom(tx, rows);
			return found ?? null;
		},
		kept: (articleIds) => keptArticles(tx, articleIds),
		async keep(told) {
			await keepStory(tx, told.story);
			await keepArticle(tx, told);
		},
		async revise(told, now) {
			await reviseStory(tx, told.story, told.article.id);
			await reviseArticle(tx, told, now);
		},
		subscriptionsTo: (topicIds) => subscriptionsTo(tx, topicIds),
		settings: (channels) => settingsChosen(tx, channels),
		propose: (proposal) => keepProposal(tx, proposal),
		deliveriesOf: (storyId) => deliveriesOfStory(tx, storyId),
		async plan(deliveries) {
			const planned = new Map(deliveries.map((one) => [one.id, one]));
			for (const some of inBatches([...planned.values()])) {
				await planSome(tx, some);
			}
		},
	};
}

/** What older rows lack is reckoned here, as `textHash` does. */
const hash = sql<string>`coalesce(text_hash, md5(concat_ws(E'\\n', title,
	left(coalesce(nullif(summary, ''), body), 300)))
	|| md5(concat_ws(E'\\n', title, summary, body)))`;

/** As the index of titles has them; one that no title has, because SQL knows no empty list. */
function hashesOf(titles: readonly string[]): readonly string[] {
	const md5 = (title: string) => createHash("md5").update(title).digest("hex");
	return ["", ...titles.map(md5)];
}

function newestItems(tx: Database, feedId: string, most: number) {
	return tx
		.selectFrom("articles")
		.select(["url", "title", "published", "detected"])
		.select([hash.as("hash"), "flooded as isFlooded"])
		.where("feed_id", "=", feedId)
		.orderBy("detected", "desc")
		.limit(most)
		.execute();
}

function planSome(tx: Database, deliveries: readonly Delivery[]) {
	return tx
		.insertInto("deliveries")
		.values(deliveries.map(deliveryRow))
		.onConflict((there) =>
			there.column("id").doUpdateSet({
				shows: (row) => row.ref("excluded.shows"),
				card: (row) => row.ref("excluded.card"),
				edition: (row) => row.ref("excluded.edition"),
				not_before: (row) => row.ref("excluded.not_before"),
				flood_feed: (row) => row.ref("excluded.flood_feed"),
				flood_until: (row) => row.ref("excluded.flood_until"),
			}),
		)
		.execute();
}

async function storiesLike(
	tx: Database,
	terms: readonly string[],
	since: Date,
) {
	const wanted = sql<string[]>`${[...terms]}::text[]`;
	const shared = sql<number>`(select count(*) from unnest(terms) as term
		where term = any(${wanted}))`;
	const rows = await tx
		.selectFrom("stories")
		.selectAll()
		.where("last_told_at", ">=", since)
		.where(sql<boolean>`terms && ${wanted}`)
		.orderBy(shared, "desc")
		.orderBy("last_told_at", "desc")
		.orderBy("id")
		.limit(mostCandidates)
		.execute();
	return storiesFrom(tx, rows);
}
