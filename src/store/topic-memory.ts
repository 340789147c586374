import type { TopicMemory } from "../topics/topic.ts";
import { type Database, json } from "./database.ts";

/** The topics that channels made, in order of id. */
export function topicMemory(db: Database): TopicMemory {
	return {
		topics: () =>
			db
				.selectFrom("topics")
				.select(["id", "names", "query", "owner"])
				.orderBy("id")
				.execute(),
		async keepTopic({ id, names, query, owner }) {
			const described = { names: json(names), query, owner };
			await db
				.insertInto("topics")
				.values({ id, ...described })
				.onConflict((there) => there.column("id").doUpdateSet(described))
				.execute();
		},
		async removeTopic(id) {
			await db.transaction().execute(async (tx) => {
				await tx.deleteFrom("topics").where("id", "=", id).execute();
				await tx
					.deleteFrom("subscriptions")
					.where("topic_id", "=", id)
					.execute();
			});
		},
	};
}
