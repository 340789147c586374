import type { PGlite } from "@electric-sql/pglite";

/** Looks after so many statements; one counts once more for each so many letters of it. */
const statements = 200;
const letters = 10_000;
/** So much log may stand before a checkpoint lets it go: four of Postgres's files. */
const mostLogBytes = 64 * 1024 * 1024;
/** A table is cleared of its dead rows when they are so many, and a fifth of the living besides. */
const leastDead = 1000;

/**
 * Does what a Postgres server does in the background and PGlite, one process,
 * never: lets the write-ahead log go, and clears away the dead rows that every
 * poll and every job of the queue leaves. Without it the files of a program
 * that runs for months would fill the disk.
 */
export class Upkeep {
	readonly #database: PGlite;
	#done = 0;

	constructor(database: PGlite) {
		this.#database = database;
	}

	/** Called after each statement outside of transactions; what fails is tried again after the next ones. */
	async after(params: readonly unknown[]): Promise<void> {
		this.#done += 1 + lengthOf(params) / letters;
		if (this.#done < statements) return;
		this.#done = 0;
		try {
			await this.#checkpoint();
			await this.#vacuum();
		} catch {
			// Whatever ails the disk, the statement itself has succeeded.
		}
	}

	async #checkpoint(): Promise<void> {
		const { rows } = await this.#database.query<{ bytes: number }>(
			"select (pg_current_wal_insert_lsn() - redo_lsn)::float8 as bytes from pg_control_checkpoint()",
		);
		if ((rows[0]?.bytes ?? 0) > mostLogBytes)
			await this.#database.exec("checkpoint");
	}

	/** One table at a time: others wait meanwhile. */
	async #vacuum(): Promise<void> {
		const { rows } = await this.#database.query<{ name: string }>(mostDead, [
			leastDead,
		]);
		for (const { name } of rows) await this.#database.exec(`vacuum ${name}`);
	}
}

/** Counts of living rows are lost in a crash; what the table itself says stays. */
const mostDead = `
select format('%I.%I', schemaname, counted.relname) as name
from pg_stat_user_tables counted join pg_class on oid = relid
where n_dead_tup > $1 + greatest(n_live_tup, reltuples) / 5
order by n_dead_tup desc
limit 1`;

function lengthOf(params: readonly unknown[]): number {
	return params.reduce<number>(
		(sum, one) => sum + (typeof one === "string" ? one.length : 0),
		0,
	);
}
