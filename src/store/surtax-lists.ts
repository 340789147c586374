import { sql } from "kysely";
import {
	codesWithin,
	type SurtaxFound,
	type SurtaxList,
} from "../tariffs/surtax-list.ts";
import { type Database, json } from "./database.ts";

/** Keeps lists, each in place of the one of its order, schedule and day; all of them or none. */
export async function keepSurtaxLists(
	db: Database,
	lists: readonly SurtaxList[],
): Promise<void> {
	await db.transaction().execute(async (turn) => {
		for (const { instrument, schedule, from, source, items } of lists) {
			await turn
				.deleteFrom("surtax_lists")
				.where("instrument", "=", instrument)
				.where("schedule", "=", schedule)
				.where("from_day", "=", from)
				.execute();
			const { id } = await turn
				.insertInto("surtax_lists")
				.values({ instrument, schedule, from_day: from, source: json(source) })
				.returning("id")
				.executeTakeFirstOrThrow();
			await sql`insert into surtax_items
				select ${id}, code, "ratePercent"
				from jsonb_to_recordset(${json(items)}::jsonb)
				as item (code text, "ratePercent" numeric)`.execute(turn);
		}
	});
}

/** What each list says of the goods of these codes, oldest list first. */
export async function findSurtaxLists(
	db: Database,
	codes: readonly string[],
): Promise<SurtaxFound[]> {
	const lists = await db
		.selectFrom("surtax_lists")
		.selectAll()
		.orderBy("from_day")
		.orderBy("id")
		.execute();
	if (lists.length === 0 || codes.length === 0) return [];
	const { rows } = await sql<ItemRow>`
		select distinct list_id, code, rate_percent
		from surtax_items, unnest(${[...codes]}::text[]) as asked
		where starts_with(code, asked) or starts_with(asked, code)
		order by code`.execute(db);
	return lists.map(({ id, instrument, schedule, from_day: from, source }) => {
		const items = rows
			.filter(({ list_id }) => list_id === id)
			.map(({ code, rate_percent }) => ({ code, ratePercent: rate_percent }));
		const held = codesWithin(codes, items);
		return { instrument, schedule, from, source, ...held };
	});
}

interface ItemRow {
	readonly list_id: number;
	readonly code: string;
	readonly rate_percent: number | null;
}
