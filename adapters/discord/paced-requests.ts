import { DefaultRestOptions, type RESTOptions } from "discord.js";
import type { Pace } from "../../src/chat/pace.ts";
import type { Log } from "../../src/log.ts";
import { invalidRequests } from "./invalid-requests.ts";
import { makeTurns } from "./turns.ts";

type MakeRequest = RESTOptions["makeRequest"];

export interface TrafficTools {
	readonly pace: Pace;
	readonly log: Log;
}

/** Answers to interactions count towards no limit of the bot's. */
const uncounted = /\/v\d+\/(?:interactions|webhooks)\//;

/**
 * Sends each request in its turn, and no more when Discord has refused too
 * many. It stands where discord.js lets a request go, behind the buckets of
 * its route, which discord.js learns from headers.
 */
export function pacedRequests({ pace, log }: TrafficTools): MakeRequest {
	const turns = makeTurns(pace);
	const invalid = invalidRequests();

	return async (url, init) => {
		const isCounted = !uncounted.test(url);
		if (isCounted) {
			invalid.refuseWhenMany();
			await turns.next(init.signal ?? undefined);
		}
		const response = await DefaultRestOptions.makeRequest(url, init);
		const { status, headers } = response;
		invalid.count(status, headers.get("x-ratelimit-scope"));
		if (status === 429 && headers.has("x-ratelimit-global")) {
			const restMs = Number(headers.get("retry-after") ?? 1) * 1000;
			log.warn("discord's limit for the whole bot reached", { restMs });
			await turns.rest(restMs).catch((error) => {
				log.warn("discord's rest not shared", { error });
			});
		}
		return response;
	};
}
