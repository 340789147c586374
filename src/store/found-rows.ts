import type { ToldArticle } from "../deliveries/newsroom.ts";
import type { Statement } from "../news/statement.ts";
import { type Database, json } from "./database.ts";

/** Writes what was found in an article: its statements, its matches and a model's summary. */
export async function keepFound(
	db: Database,
	{ article, statements, matches, written }: ToldArticle,
): Promise<void> {
	const article_id = article.id;
	if (written)
		await db
			.insertInto("summaries")
			.values({ article_id, ...written })
			.execute();
	if (statements.length > 0)
		await db
			.insertInto("statements")
			.values(
				statements.map((statement, position) => ({
					...statementRow(statement),
					article_id,
					position,
				})),
			)
			.execute();
	if (matches.length > 0)
		await db
			.insertInto("matches")
			.values(
				matches.map(({ topicId, evidence }, position) => ({
					article_id,
					topic_id: topicId,
					position,
					evidence: json(evidence),
				})),
			)
			.onConflict((there) => there.doNothing())
			.execute();
}

function statementRow(statement: Statement) {
	const { start, end, ...plain } = statement;
	return { ...plain, start_offset: start, end_offset: end };
}
