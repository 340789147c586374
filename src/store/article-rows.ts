import type { Selectable } from "kysely";
import type { ArchivedArticle } from "../deliveries/archive.ts";
import type { ToldArticle } from "../deliveries/newsroom.ts";
import type { Article } from "../news/article.ts";
import type { Statement } from "../news/statement.ts";
import { textHash } from "../news/text-hash.ts";
import type { WrittenSummary } from "../news/written-summary.ts";
import type { Database } from "./database.ts";
import { keepFound } from "./found-rows.ts";
import type { Tables } from "./tables.ts";

/** An article's columns, without those that only searching needs. */
export const articleColumns = [
	"articles.id",
	"articles.feed_id",
	"articles.story_id",
	"articles.url",
	"articles.outlet",
	"articles.kind",
	"articles.language",
	"articles.title",
	"articles.summary",
	"articles.body",
	"articles.published",
	"articles.detected",
	"articles.flooded",
] as const;

type ArticleRow = Omit<
	Selectable<Tables["articles"]>,
	"told_at" | "words" | "text_hash" | "revised_at"
>;
type StatementRow = Omit<
	Selectable<Tables["statements"]>,
	"article_id" | "position"
>;

/** Writes an article with its statements and matches; one that is kept already stays as it was. */
export async function keepArticle(
	db: Database,
	told: ToldArticle,
): Promise<void> {
	const { article, story, isFlooded: flooded = false } = told;
	const { feedId, ...plain } = article;
	const more = { text_hash: textHash(article), flooded };
	const { numInsertedOrUpdatedRows } = await db
		.insertInto("articles")
		.values({ ...plain, ...more, feed_id: feedId, story_id: story.id })
		.onConflict((there) => there.column("id").doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows) await keepFound(db, told);
}

/** Gives a kept article its new words, and what was found in them instead of what was found in the old. */
export async function reviseArticle(
	db: Database,
	told: ToldArticle,
	now: Date,
): Promise<void> {
	const { id, url, language, title, summary, body } = told.article;
	await db
		.updateTable("articles")
		.set({ url, language, title, summary, body })
		.set({ text_hash: textHash(told.article), revised_at: now })
		.where("id", "=", id)
		.execute();
	for (const table of ["summaries", "statements", "matches"] as const) {
		await db.deleteFrom(table).where("article_id", "=", id).execute();
	}
	await keepFound(db, told);
}

/** Those of these articles that are kept, with what was found in them. */
export async function keptArticles(
	db: Database,
	ids: readonly string[],
): Promise<readonly ArchivedArticle[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("articles")
		.select(articleColumns)
		.where("id", "in", ids)
		.execute();
	return archivedFrom(db, rows);
}

/** The articles of these rows with what was found in them, in the rows' order. */
export async function archivedFrom(
	db: Database,
	rows: readonly ArticleRow[],
): Promise<readonly ArchivedArticle[]> {
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	const [matches, statements, summaries] = await Promise.all([
		db
			.selectFrom("matches")
			.selectAll()
			.where("article_id", "in", ids)
			.orderBy("position")
			.execute(),
		db
			.selectFrom("statements")
			.selectAll()
			.where("article_id", "in", ids)
			.orderBy("position")
			.execute(),
		db
			.selectFrom("summaries")
			.selectAll()
			.where("article_id", "in", ids)
			.execute(),
	]);
	const written = new Map(
		summaries.map(({ article_id, text, model }) => [
			article_id,
			{ text, model },
		]),
	);
	const met = Map.groupBy(matches, ({ article_id }) => article_id);
	const said = Map.groupBy(statements, ({ article_id }) => article_id);
	return rows.map((row) => ({
		article: articleFrom(row),
		storyId: row.story_id,
		matches: (met.get(row.id) ?? []).map(({ topic_id, evidence }) => ({
			topicId: topic_id,
			evidence,
		})),
		statements: (said.get(row.id) ?? []).map(statementFrom),
		...writtenOf(written.get(row.id)),
		...(row.flooded && { isFlooded: true }),
	}));
}

function writtenOf(written: WrittenSummary | undefined) {
	return written ? { written } : {};
}

function articleFrom(row: ArticleRow): Article {
	return {
		id: row.id,
		feedId: row.feed_id,
		url: row.url,
		outlet: row.outlet,
		kind: row.kind,
		language: row.language,
		title: row.title,
		summary: row.summary,
		body: row.body,
		published: row.published,
		detected: row.detected,
	};
}

function statementFrom(row: StatementRow): Statement {
	return {
		field: row.field,
		speaker: row.speaker,
		cue: row.cue,
		text: row.text,
		quote: row.quote,
		kind: row.kind,
		start: row.start_offset,
		end: row.end_offset,
	};
}
