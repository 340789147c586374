/** Where our tables live; BullMQ's Postgres backend keeps its own in `bullmq`. */
export const storeSchema = "tradewire";

/**
 * Every connection looks names up here: ours first, then BullMQ's, which
 * writes its SQL without schema names. Nothing of ours bears the name of one
 * of its tables (ours are plural), and nothing stands in `public`, which a
 * database shared with other programs may have filled.
 */
export const searchPath = `${storeSchema}, bullmq`;

export interface StoreResult<Row> {
	readonly command: string;
	readonly rowCount: number | null;
	readonly rows: Row[];
}

/** A message sent by `NOTIFY`, as pg hands it over. */
interface Notification {
	readonly channel: string;
	readonly payload?: string;
}

/** One session checked out of the pool: what begins a transaction, or listens. */
export interface StoreClient {
	query<Row>(
		text: string,
		params?: readonly unknown[],
	): Promise<StoreResult<Row>>;
	on(event: "notification", heard: (message: Notification) => void): this;
	on(event: "error", failed: (error: Error) => void): this;
	on(event: "end", ended: () => void): this;
	removeListener(
		event: "notification",
		heard: (message: Notification) => void,
	): this;
	removeAllListeners(event?: string): this;
	/** Gives the session back; true throws it away instead. */
	release(destroy?: boolean): void;
}

/**
 * The part of pg's Pool that Kysely, BullMQ's Postgres backend and the store
 * use, with the same meaning over a Postgres server and over PGlite.
 */
export interface StorePool {
	readonly options: object;
	query<Row>(
		text: string,
		params?: readonly unknown[],
	): Promise<StoreResult<Row>>;
	connect(): Promise<StoreClient>;
	end(): Promise<void>;
	on(event: "error", failed: (error: Error) => void): this;
	on(event: "connect", connected: (client: StoreClient) => void): this;
	removeAllListeners(event?: string): this;
}

/** Each of BullMQ's queues and workers listens for the pool's errors, two for each platform; Node would warn of a leak from the eleventh. */
export const mostListeners = 100;

/**
 * How values are read, by type oid, where the two engines differ: int8 and
 * numeric as numbers (counts and sequences stay far below 2^53).
 */
export const valueParsers: ReadonlyMap<number, (text: string) => unknown> =
	new Map([
		[20, Number],
		[1700, Number],
	]);
