import { EventEmitter } from "node:events";
import type { PGlite } from "@electric-sql/pglite";
import { EmbeddedSession, type Holder, poolEnded } from "./embedded-session.ts";
import {
	mostListeners,
	type StoreClient,
	type StorePool,
	type StoreResult,
} from "./store-pool.ts";

/**
 * Many clients over the one session that PGlite has. A client holds the
 * session for as long as its transaction is open; outside of transactions,
 * queries take turns. So a client may be kept for listening without blocking
 * anyone, as BullMQ's workers do.
 */
export class EmbeddedPool extends EventEmitter implements StorePool {
	/** In one process no notification is lost: BullMQ's workers may sleep long. */
	readonly options = { keepAlive: true };
	readonly #database: PGlite;
	readonly #session: EmbeddedSession;
	readonly #isLazy: boolean;
	readonly #clients = new Set<EmbeddedClient>();
	#ended: Promise<void> | null = null;

	constructor(
		database: PGlite,
		session = new EmbeddedSession(database),
		isLazy = false,
	) {
		super();
		this.setMaxListeners(mostListeners);
		this.#database = database;
		this.#session = session;
		this.#isLazy = isLazy;
		database.onNotification((channel, payload) => {
			for (const client of this.#clients) client.hear(channel, payload);
		});
	}

	async connect(): Promise<StoreClient> {
		if (this.#ended) throw new Error(poolEnded);
		const client = new EmbeddedClient(this.#session, {
			isLazy: this.#isLazy,
			forget: () => this.#clients.delete(client),
		});
		this.#clients.add(client);
		this.emit("connect", client);
		return client;
	}

	async query<Row>(
		text: string,
		params?: readonly unknown[],
	): Promise<StoreResult<Row>> {
		const client = await this.connect();
		try {
			return await client.query<Row>(text, params);
		} finally {
			client.release();
		}
	}

	/**
	 * The same session for what may be lost with the power, as the queue may:
	 * it is a timer. Its commits wait for no disk; the pool itself is closed alone.
	 */
	lazily(): StorePool {
		return new EmbeddedPool(this.#database, this.#session, true);
	}

	/** Works while nobody reads or writes: the files stand as a crash would leave them. */
	still<Done>(work: () => Promise<Done>): Promise<Done> {
		return this.#session.hold(work);
	}

	/** Waits for an open transaction, then closes the database. */
	end(): Promise<void> {
		this.#ended ??= this.#session.close(() => this.#database.close());
		return this.#ended;
	}
}

interface ClientNeeds {
	readonly isLazy: boolean;
	forget(): void;
}

class EmbeddedClient extends EventEmitter implements StoreClient, Holder {
	readonly isLazy: boolean;
	readonly #session: EmbeddedSession;
	readonly #forget: () => void;
	readonly #channels = new Set<string>();
	/** One client's queries run in the order given, awaited or not. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(session: EmbeddedSession, { isLazy, forget }: ClientNeeds) {
		super();
		this.isLazy = isLazy;
		this.#session = session;
		this.#forget = forget;
	}

	query<Row>(
		text: string,
		params: readonly unknown[] = [],
	): Promise<StoreResult<Row>> {
		const result = this.#last.then(() => this.#run<Row>(text, params));
		this.#last = result.catch(() => {});
		return result;
	}

	async #run<Row>(
		text: string,
		params: readonly unknown[],
	): Promise<StoreResult<Row>> {
		const listening = readListening(text);
		// The session is shared: what one client no longer hears, others may.
		if (listening?.ends) {
			if (listening.channel === "*") this.#channels.clear();
			else this.#channels.delete(listening.channel);
			return { command: "UNLISTEN", rowCount: null, rows: [] };
		}
		const result = await this.#session.run<Row>(this, text, params);
		if (listening) this.#channels.add(listening.channel);
		return result;
	}

	hear(channel: string, payload: string): void {
		if (this.#channels.has(channel))
			this.emit("notification", { channel, payload });
	}

	release(): void {
		this.#channels.clear();
		this.#forget();
		this.#last = this.#last.then(() => this.#session.leave(this));
	}
}

/** Reads `LISTEN name` and `UNLISTEN name`; comments may stand above. */
function readListening(
	text: string,
): { channel: string; ends: boolean } | null {
	const found =
		/^(?:\s*--[^\n]*\n)*\s*(un)?listen\s+(?:"([^"]+)"|(\w+|\*))\s*;?\s*$/i.exec(
			text,
		);
	if (!found) return null;
	const [, un, quoted, plain = ""] = found;
	return { channel: quoted ?? plain.toLowerCase(), ends: un !== undefined };
}
