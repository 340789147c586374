import type { Selectable } from "kysely";
import type { Story, Telling } from "../news/story.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

type StoryRow = Selectable<Tables["stories"]>;
type TellingRow = Selectable<Tables["tellings"]>;

/** The stories of these rows with their tellings, in the rows' order. */
export async function storiesFrom(
	db: Database,
	rows: readonly StoryRow[],
): Promise<readonly Story[]> {
	if (rows.length === 0) return [];
	const tellings = await db
		.selectFrom("tellings")
		.selectAll()
		.where(
			"story_id",
			"in",
			rows.map(({ id }) => id),
		)
		.orderBy("position")
		.execute();
	const byStory = Map.groupBy(tellings, ({ story_id }) => story_id);
	return rows.map((row) => storyFrom(row, byStory.get(row.id) ?? []));
}

/** Writes the story's new form, and the tellings that are not kept yet. */
export async function keepStory(db: Database, story: Story): Promise<void> {
	const form = {
		headline: story.headline,
		url: story.url,
		language: story.language,
		first_told_at: story.firstToldAt,
		last_told_at: story.lastToldAt,
		revision: story.revision,
		terms: [...story.terms],
		figures: [...story.figures],
	};
	await db
		.insertInto("stories")
		.values({ id: story.id, ...form })
		.onConflict((there) => there.column("id").doUpdateSet(form))
		.execute();
	if (story.tellings.length === 0) return;
	await db
		.insertInto("tellings")
		.values(story.tellings.map((telling, at) => tellingRow(story, telling, at)))
		.onConflict((there) => there.doNothing())
		.execute();
}

/** Writes the story's new form, and its telling of that article in new words. */
export async function reviseStory(
	db: Database,
	story: Story,
	articleId: string,
): Promise<void> {
	await keepStory(db, story);
	const telling = story.tellings.find((one) => one.articleId === articleId);
	if (!telling) return;
	const { title, url, terms } = telling;
	await db
		.updateTable("tellings")
		.set({ title, url, terms: [...terms] })
		.where("story_id", "=", story.id)
		.where("article_id", "=", articleId)
		.execute();
}

function storyFrom(row: StoryRow, tellings: readonly TellingRow[]): Story {
	return {
		id: row.id,
		headline: row.headline,
		url: row.url,
		language: row.language,
		firstToldAt: row.first_told_at,
		lastToldAt: row.last_told_at,
		revision: row.revision,
		terms: row.terms,
		figures: row.figures,
		tellings: tellings.map((telling) => ({
			articleId: telling.article_id,
			outlet: telling.outlet,
			title: telling.title,
			url: telling.url,
			at: telling.at,
			terms: telling.terms,
		})),
	};
}

function tellingRow(
	story: Story,
	telling: Telling,
	position: number,
): TellingRow {
	return {
		story_id: story.id,
		article_id: telling.articleId,
		position,
		outlet: telling.outlet,
		title: telling.title,
		url: telling.url,
		at: telling.at,
		terms: [...telling.terms],
	};
}
