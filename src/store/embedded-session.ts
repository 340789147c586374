import type { PGlite } from "@electric-sql/pglite";
import type { StoreResult } from "./store-pool.ts";
import { Upkeep } from "./upkeep.ts";

/** As long as pg's pool would wait for a session, with room for a slow disk. */
const longestWaitMs = 60_000;

/** BullMQ knows a closed pool by these words, which are pg's own. */
export const poolEnded = "Cannot use a pool after calling end on the pool";

/** Whoever takes a turn. */
export interface Holder {
	/** Its commits need not be on the disk before they are acknowledged. */
	readonly isLazy: boolean;
}

interface Waiter {
	readonly holder: Holder;
	readonly go: () => void;
	readonly refuse: (error: Error) => void;
}

/** PGlite's only session, taken in turns: one query, or one transaction, at a time. */
export class EmbeddedSession {
	readonly #database: PGlite;
	readonly #upkeep: Upkeep;
	#holder: Holder | null = null;
	/** As the session is set. */
	#isLazy = false;
	readonly #waiting: Waiter[] = [];
	#closed = false;

	constructor(database: PGlite) {
		this.#database = database;
		this.#upkeep = new Upkeep(database);
	}

	/** Runs SQL when it is the holder's turn; a transaction it opens keeps the turn. */
	async run<Row>(
		holder: Holder,
		text: string,
		params: readonly unknown[],
	): Promise<StoreResult<Row>> {
		await this.#take(holder);
		try {
			if (!this.#inTransaction()) await this.#commitAs(holder);
			const result = await execute<Row>(this.#database, text, params);
			if (!this.#inTransaction()) await this.#upkeep.after(params);
			return result;
		} finally {
			if (!this.#inTransaction()) this.#pass();
		}
	}

	/** Takes a turn for work that is no SQL. */
	async hold<Done>(work: () => Promise<Done>): Promise<Done> {
		const holder = { isLazy: false };
		await this.#take(holder);
		try {
			return await work();
		} finally {
			this.#pass();
		}
	}

	/** Ends the turn of a holder that leaves; an open transaction is rolled back. */
	async leave(holder: Holder): Promise<void> {
		if (this.#holder !== holder) return;
		try {
			await this.#database.exec("rollback");
		} finally {
			this.#pass();
		}
	}

	/** Takes the last turn; whoever waits behind it, or comes after, is refused. */
	async close(close: () => Promise<void>): Promise<void> {
		const turn = this.#take({ isLazy: false });
		this.#closed = true;
		await turn;
		for (const { refuse } of this.#waiting) refuse(new Error(poolEnded));
		await close();
	}

	/** What was committed lazily is on the disk with the next commit that is not. */
	async #commitAs({ isLazy }: Holder): Promise<void> {
		if (isLazy === this.#isLazy) return;
		await this.#database.exec(
			`set synchronous_commit to ${isLazy ? "off" : "on"}`,
		);
		this.#isLazy = isLazy;
	}

	#inTransaction(): boolean {
		return this.#database.Module._IsTransactionBlock() !== 0;
	}

	async #take(holder: Holder): Promise<void> {
		if (this.#holder === holder) return;
		if (this.#closed) throw new Error(poolEnded);
		if (this.#holder === null) {
			this.#holder = holder;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => {
				this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
				reject(new Error(`the store was busy for ${longestWaitMs / 1000} s`));
			}, longestWaitMs);
			const waiter: Waiter = {
				holder,
				go: () => {
					clearTimeout(timer);
					resolve();
				},
				refuse: (error) => {
					clearTimeout(timer);
					reject(error);
				},
			};
			this.#waiting.push(waiter);
		});
	}

	/** Hands the turn to the next in line at once, so that no newcomer slips in between. */
	#pass(): void {
		const next = this.#waiting.shift();
		this.#holder = next?.holder ?? null;
		next?.go();
	}
}

/** Without parameters the simple protocol runs, as in pg: migrations hold many statements. */
async function execute<Row>(
	database: PGlite,
	text: string,
	params: readonly unknown[],
): Promise<StoreResult<Row>> {
	const result =
		params.length > 0
			? await database.query<Row>(text, [...params])
			: (await database.exec(text)).at(-1);
	return {
		command: result?.command ?? "",
		rowCount: result?.rowCount ?? null,
		// PGlite's exec has no type of row; the caller names it, as with query.
		rows: (result?.rows ?? []) as Row[],
	};
}
