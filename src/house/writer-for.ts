import type { Config } from "../config.ts";
import type { PollTools } from "../flows/poll-feed.ts";
import type { ReadArticle } from "../flows/read-article.ts";
import type { Log } from "../log.ts";
import type { ModelEndpoint } from "../summaries/ask-model.ts";
import { summaryWriter } from "../summaries/summary-writer.ts";
import type { Subscriptions } from "../topics/subscription.ts";

interface WriterNeeds {
	readonly config: Config;
	readonly subscriptions: Subscriptions;
	readonly log: Log;
}

/** The language model that the settings name; null where they name none. */
export function endpointIn(config: Config): ModelEndpoint | null {
	const { TRADEWIRE_LLM_URL: url, TRADEWIRE_LLM_MODEL: model } = config;
	if (url === null || model === null) return null;
	return { url, model, key: config.TRADEWIRE_LLM_KEY };
}

/** Writes summaries with that model, of what some channel is about to hear; or none. */
export function writerFor(needs: WriterNeeds): PollTools["writeSummaries"] {
	const { config, subscriptions, log } = needs;
	const endpoint = endpointIn(config);
	if (endpoint === null) return async () => new Map();
	const write = summaryWriter({ endpoint, log });
	return async (read) => write(await followedOf(read, subscriptions));
}

async function followedOf(
	read: readonly ReadArticle[],
	subscriptions: Subscriptions,
): Promise<readonly ReadArticle[]> {
	const met = read.flatMap(({ matches }) => matches);
	if (met.length === 0) return [];
	const topicIds = [...new Set(met.map(({ topicId }) => topicId))];
	const followers = await subscriptions.to(topicIds);
	const live = new Set(
		followers.flatMap(({ mode, topicId }) =>
			mode === "digest" ? [] : [topicId],
		),
	);
	return read.filter(({ matches }) =>
		matches.some(({ topicId }) => live.has(topicId)),
	);
}
