import {
	Kysely,
	type PostgresCursor,
	PostgresDialect,
	type PostgresPool,
	type PostgresPoolClient,
	type PostgresQueryResult,
} from "kysely";
import { namedStoreError } from "./store-error.ts";
import type { StoreClient, StorePool } from "./store-pool.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** What Kysely needs of a session, and of those who give it one. */
type Session = Pick<StoreClient, "query" | "release">;
interface Sessions extends Pick<StorePool, "options" | "end"> {
	connect(): Promise<Session>;
}

/** Kysely over the pool. Lost connections surface as StoreError with their cause. */
export function openDatabase(pool: Sessions): Database {
	return new Kysely<Tables>({
		dialect: new PostgresDialect({ pool: kyselyPool(pool) }),
	});
}

/** Kysely within the one session given, so within its transaction too. */
export function databaseOf(client: StoreClient): Database {
	const query: Session["query"] = (...asked) => client.query(...asked);
	const connect = async () => ({ query, release: () => {} });
	return openDatabase({ options: {}, connect, end: async () => {} });
}

/** A value as JSON text for a jsonb column. */
export function json(value: unknown): string {
	return JSON.stringify(value, (_name, part) => storable(part));
}

/** NUL and half surrogate pairs, which Postgres refuses in text, become U+FFFD; offsets stay. */
function storable(value: unknown): unknown {
	return typeof value === "string"
		? value.replaceAll("\0", "\uFFFD").toWellFormed()
		: value;
}

function kyselyPool(pool: Sessions): PostgresPool {
	return {
		options: pool.options,
		connect: async () => {
			try {
				return new KyselyClient(await pool.connect());
			} catch (error) {
				throw namedStoreError(error);
			}
		},
		end: () => pool.end(),
	};
}

class KyselyClient implements PostgresPoolClient {
	readonly #client: Session;

	constructor(client: Session) {
		this.#client = client;
	}

	query<R>(
		text: string,
		params: readonly unknown[],
	): Promise<PostgresQueryResult<R>>;
	query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
	query<R>(
		text: string | PostgresCursor<R>,
		params: readonly unknown[] = [],
	): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
		if (typeof text !== "string") throw new Error("the store has no cursors");
		return this.#run<R>(text, params);
	}

	async #run<R>(
		text: string,
		params: readonly unknown[],
	): Promise<PostgresQueryResult<R>> {
		try {
			const { command, rowCount, rows } = await this.#client.query<R>(
				text,
				params.map(plainText),
			);
			// Kysely names the commands it acts on; the others it passes by.
			const known = command as PostgresQueryResult<R>["command"];
			return { command: known, rowCount: rowCount ?? 0, rows };
		} catch (error) {
			throw namedStoreError(error);
		}
	}

	release(destroy?: boolean): void {
		this.#client.release(destroy);
	}
}

function plainText(param: unknown): unknown {
	return Array.isArray(param) ? param.map(storable) : storable(param);
}
