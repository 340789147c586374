import type { Log } from "../log.ts";
import type { StoreClient, StorePool } from "./store-pool.ts";

/** The channel of NOTIFY on which the transcript says where something was said. */
export const spokenOn = "tradewire_spoken";

const reconnectAfterMs = 1_000;

interface EarNeeds {
	readonly pool: StorePool;
	readonly log: Log;
	/** Channels to look at again after a time when nothing could be heard. */
	readonly channels: () => Promise<readonly string[]>;
}

type Heard = (channel: string) => void;

/**
 * One listening session for all who listen in this process, opened for the
 * first and closed after the last. When its connection is lost it is opened
 * anew, and everyone looks at every channel once.
 */
export class TranscriptEar {
	readonly #needs: EarNeeds;
	readonly #listeners = new Set<Heard>();
	#session: Promise<StoreClient> | null = null;
	#retry: NodeJS.Timeout | null = null;

	constructor(needs: EarNeeds) {
		this.#needs = needs;
	}

	async listen(heard: Heard): Promise<() => Promise<void>> {
		// Its own function for each call: the same one may listen twice.
		const listener: Heard = (channel) => heard(channel);
		this.#listeners.add(listener);
		try {
			this.#session ??= this.#open();
			await this.#session;
		} catch (error) {
			this.#listeners.delete(listener);
			this.#session = null;
			throw error;
		}
		return async () => {
			this.#listeners.delete(listener);
			if (this.#listeners.size === 0) await this.close();
		};
	}

	async close(): Promise<void> {
		if (this.#retry) clearTimeout(this.#retry);
		this.#retry = null;
		const session = this.#session;
		this.#session = null;
		const client = await session?.catch(() => null);
		client?.release(true);
	}

	async #open(): Promise<StoreClient> {
		const client = await this.#needs.pool.connect();
		client.on("error", () => this.#lost(client));
		client.on("notification", ({ channel, payload = "" }) => {
			if (channel === spokenOn) this.#tell([payload]);
		});
		try {
			await client.query(`listen ${spokenOn}`);
		} catch (error) {
			client.release(true);
			throw error;
		}
		return client;
	}

	#lost(client: StoreClient): void {
		client.removeAllListeners("notification");
		if (this.#session === null) return;
		this.#session = null;
		client.release(true);
		this.#reopen();
	}

	#reopen(): void {
		this.#retry = setTimeout(async () => {
			try {
				this.#session = this.#open();
				await this.#session;
				this.#tell(await this.#needs.channels());
			} catch (error) {
				this.#session = null;
				this.#needs.log.warn("transcript not heard", { error });
				if (this.#listeners.size > 0) this.#reopen();
			}
		}, reconnectAfterMs);
	}

	#tell(channels: readonly string[]): void {
		for (const channel of channels)
			for (const heard of this.#listeners) heard(channel);
	}
}
