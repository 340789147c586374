import type { StorePool } from "../../src/store/store-pool.ts";

/** Deletes every row, whatever refers to it; truncating would make every file anew. */
export async function emptyStore({
	pool,
}: {
	readonly pool: StorePool;
}): Promise<void> {
	await pool.query(`do $$ declare each record; begin
		perform set_config('session_replication_role', 'replica', true);
		for each in select relname from pg_class
			where relnamespace = 'tradewire'::regnamespace and relkind = 'r'
			and relname not like 'migrations%'
		loop execute format('delete from tradewire.%I', each.relname); end loop;
	end $$`);
}
