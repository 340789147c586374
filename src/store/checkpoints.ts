import type { PGlite } from "@electric-sql/pglite";

/** Looks after so many statements; one counts once more for each so many letters of it. */
const statements = 200;
const letters = 10_000;
/** So much log may stand before a checkpoint lets it go: four of Postgres's files. */
const mostLogBytes = 64 * 1024 * 1024;

/**
 * Lets the write-ahead log go. On a server the checkpointer does it; PGlite is
 * one process, which never checkpoints until it is closed: the log of a
 * program that runs for months would fill the disk.
 */
export class Checkpoints {
	readonly #database: PGlite;
	#done = 0;

	constructor(database: PGlite) {
		this.#database = database;
	}

	/** Called after each statement outside of transactions; a checkpoint that fails is tried again after the next ones. */
	async after(params: readonly unknown[]): Promise<void> {
		this.#done += 1 + lengthOf(params) / letters;
		if (this.#done < statements) return;
		this.#done = 0;
		try {
			const { rows } = await this.#database.query<{ bytes: number }>(
				"select (pg_current_wal_insert_lsn() - redo_lsn)::float8 as bytes from pg_control_checkpoint()",
			);
			if ((rows[0]?.bytes ?? 0) > mostLogBytes)
				await this.#database.exec("checkpoint");
		} catch {
			// Whatever ails the disk, the statement itself has succeeded.
		}
	}
}

function lengthOf(params: readonly unknown[]): number {
	return params.reduce<number>(
		(sum, one) => sum + (typeof one === "string" ? one.length : 0),
		0,
	);
}
