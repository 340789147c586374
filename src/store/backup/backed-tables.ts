import { type StoreClient, storeSchema } from "../store-pool.ts";

/** A table whose rows are worth keeping. */
export interface BackedTable {
	readonly table: string;
	/** Those that are written; generated ones come by themselves. */
	readonly columns: readonly string[];
	/** Columns numbered by a sequence, with the number's type. */
	readonly numbered: readonly {
		readonly column: string;
		readonly type: string;
	}[];
}

/**
 * The tables of the store as they stand, whichever version made them, each
 * after those that it refers to. Left out are the list of migrations, which a
 * backup names in its header, and unlogged tables, which a crash may empty.
 */
export async function backedTables(
	client: Pick<StoreClient, "query">,
): Promise<readonly BackedTable[]> {
	const { rows } = await client.query<BackedTable & { refersTo: string[] }>(
		shapes,
		[storeSchema],
	);
	return parentsFirst(rows);
}

const shapes = `
select class.relname::text as table,
	(select coalesce(json_agg(attname::text order by attnum), '[]') from pg_attribute
		where attrelid = class.oid and attnum > 0
		and not attisdropped and attgenerated = '') as columns,
	(select coalesce(json_agg(json_build_object(
			'column', attname, 'type', atttypid::regtype::text)), '[]')
		from pg_attribute where attrelid = class.oid and attidentity <> '') as numbered,
	(select coalesce(json_agg(parent.relname::text), '[]')
		from pg_constraint join pg_class parent on parent.oid = confrelid
		where conrelid = class.oid and contype = 'f'
		and confrelid <> conrelid) as "refersTo"
from pg_class class join pg_namespace on pg_namespace.oid = relnamespace
where nspname = $1 and relkind = 'r' and relpersistence = 'p'
	and relname not in ('migrations', 'migrations_lock')
order by relname`;

function parentsFirst<Table extends { table: string; refersTo: string[] }>(
	tables: readonly Table[],
): readonly Table[] {
	const ordered = new Map<string, Table>();
	const place = (one: Table) => {
		if (ordered.has(one.table)) return;
		for (const parent of tables)
			if (one.refersTo.includes(parent.table)) place(parent);
		ordered.set(one.table, one);
	};
	for (const one of tables) place(one);
	return [...ordered.values()];
}
