import { sql } from "kysely";
import { channelFromKey } from "../chat/channel.ts";
import type { Archive } from "../deliveries/archive.ts";
import { archivedFrom, articleColumns, keptArticles } from "./article-rows.ts";
import type { Database } from "./database.ts";
import { storiesFrom } from "./story-rows.ts";

/**
 * The archive over articles and stories. "Since" and "newest" go by when the
 * news was told: published, or first seen when that is unknown or to come.
 */
export function archive(db: Database): Archive {
	return { ...articleArchive(db), ...storyArchive(db) };
}

type OfStories = "story" | "storyLike" | "storiesOn" | "counts";

function articleArchive(db: Database): Omit<Archive, OfStories> {
	const articles = () => db.selectFrom("articles").select(articleColumns);
	const since = (from: Date) => articles().where("told_at", ">=", from);
	return {
		async search(words, from, limit) {
			const rows = await since(from)
				.where(holds(words))
				.orderBy(likeness(words), "desc")
				.orderBy("told_at", "desc")
				.orderBy("id")
				.limit(limit)
				.execute();
			return archivedFrom(db, rows);
		},
		async articlesSince(from, limit) {
			const rows = await since(from)
				.orderBy("told_at", "desc")
				.orderBy("id")
				.limit(limit)
				.execute();
			return archivedFrom(db, rows);
		},
		async article(id) {
			const [found] = await keptArticles(db, [id]);
			return found ?? null;
		},
		async statementsBy(speaker, from, limit) {
			const rows = await since(from)
				.innerJoin("statements", "statements.article_id", "articles.id")
				.select("statements.position")
				.where("statements.speaker", "=", speaker)
				.orderBy("told_at", "desc")
				.orderBy("articles.id")
				.orderBy("statements.position")
				.limit(limit)
				.execute();
			const archived = await archivedFrom(db, rows);
			return archived.flatMap(({ article, statements }, at) => {
				const statement = statements[rows[at]?.position ?? -1];
				return statement ? [{ statement, article }] : [];
			});
		},
		async channelsFedBy(feedId, from) {
			const rows = await db
				.selectFrom("subscriptions")
				.select("channel")
				.distinct()
				.innerJoin("matches", "matches.topic_id", "subscriptions.topic_id")
				.innerJoin("articles", "articles.id", "matches.article_id")
				.where("articles.feed_id", "=", feedId)
				.where("articles.told_at", ">=", from)
				.orderBy("channel")
				.execute();
			return rows.map(({ channel }) => channelFromKey(channel));
		},
	};
}

function storyArchive(db: Database): Pick<Archive, OfStories> {
	const stories = () => db.selectFrom("stories").selectAll();
	return {
		async story(id) {
			const rows = await stories().where("id", "=", id).execute();
			const [found] = await storiesFrom(db, rows);
			return found ?? null;
		},
		async storyLike(idStart) {
			const rows = await stories()
				.where(sql<boolean>`starts_with(id, ${idStart})`)
				.limit(2)
				.execute();
			const found = await storiesFrom(db, rows);
			return found.length === 1 ? (found[0] ?? null) : null;
		},
		async storiesOn(topicIds, from, to) {
			if (topicIds.length === 0) return [];
			const met = sql<string[]>`array_agg(distinct matches.topic_id)`;
			const rows = await db
				.selectFrom("stories")
				.selectAll("stories")
				.innerJoin("articles", "articles.story_id", "stories.id")
				.innerJoin("matches", "matches.article_id", "articles.id")
				.select(met.as("met"))
				.where("first_told_at", ">=", from)
				.where("first_told_at", "<", to)
				.where("matches.topic_id", "in", topicIds)
				.groupBy("stories.id")
				.orderBy("first_told_at")
				.orderBy("stories.id")
				.execute();
			const found = await storiesFrom(db, rows);
			return found.map((story, at) => ({
				story,
				topicIds: topicIds.filter((id) => rows[at]?.met.includes(id)),
			}));
		},
		async counts() {
			const { articles, stories } = await db
				.selectNoFrom((all) => [
					all
						.selectFrom("articles")
						.select((row) => row.fn.countAll<number>().as("count"))
						.as("articles"),
					all
						.selectFrom("stories")
						.select((row) => row.fn.countAll<number>().as("count"))
						.as("stories"),
				])
				.executeTakeFirstOrThrow();
			return { articles: articles ?? 0, stories: stories ?? 0 };
		},
	};
}

/** Each article is asked in its own language; spelled out, so that the index answers. */
function holds(words: string) {
	return sql<boolean>`(
		(language = 'fr' and words @@ ${wordQuery("fr", words)})
		or (language = 'es' and words @@ ${wordQuery("es", words)})
		or (language not in ('fr', 'es') and words @@ ${wordQuery("en", words)}))`;
}

/** Words in the title weigh most, then those in the summary. */
function likeness(words: string) {
	return sql<number>`ts_rank(words, case language
		when 'fr' then ${wordQuery("fr", words)}
		when 'es' then ${wordQuery("es", words)}
		else ${wordQuery("en", words)} end)`;
}

/** As people type into a search engine: "quoted phrases", or, -without. Never fails. */
function wordQuery(language: "en" | "fr" | "es", words: string) {
	return sql`(websearch_to_tsquery(stemming(${language}), ${words})
		|| websearch_to_tsquery('simple', without_accents(${words})))`;
}
