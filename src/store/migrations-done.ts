import { type StorePool, storeSchema } from "./store-pool.ts";

/** The names of the migrations that a store has been through, in order; none for one that has no tables yet. */
export async function migrationsDone(
	store: Pick<StorePool, "query">,
): Promise<readonly string[]> {
	const table = `${storeSchema}.migrations`;
	const found = await store.query<{ there: boolean }>(
		`select to_regclass('${table}') is not null as there`,
	);
	if (!found.rows[0]?.there) return [];
	const done = await store.query<{ name: string }>(
		`select name from ${table} order by name`,
	);
	return done.rows.map(({ name }) => name);
}
