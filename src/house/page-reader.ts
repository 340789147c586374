import { setTimeout as sleep } from "node:timers/promises";
import { FeedError } from "../feeds/feed-error.ts";
import { fetchAnew } from "../feeds/fetch-anew.ts";
import type { FetchOptions } from "../feeds/fetch-feed.ts";
import { freeBytes } from "../feeds/free-bytes.ts";
import { hostOf } from "../feeds/host-of.ts";
import type { HostTurns } from "../feeds/host-turns.ts";
import type { ReadPage } from "../feeds/open-page.ts";
import type { ReadFeed } from "../feeds/read-apart.ts";

/** Reads pages one after another, each when its host's turn has come. */
export function pageReader(
	turns: HostTurns,
	readFeed: ReadFeed,
	options: FetchOptions,
): ReadPage {
	return async ({ url, reader }) => {
		const host = hostOf(url);
		await turn(url, host, turns);
		const { bytes, contentType } = await fetchAnew(
			{ id: url, url },
			options,
		).finally(() => turns.end(host));
		try {
			return await readFeed(bytes, { contentType, url, reader });
		} catch (error) {
			if (error instanceof FeedError) return null;
			throw error;
		} finally {
			freeBytes(bytes);
		}
	};
}

/** Resolves when the host may be asked. */
async function turn(
	url: string,
	host: string,
	turns: HostTurns,
): Promise<void> {
	const waitMs = await turns.turnOf(url, host);
	if (waitMs === null) return;
	await sleep(waitMs);
	await turn(url, host, turns);
}
