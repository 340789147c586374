import { REST, type RESTOptions } from "discord.js";
import type { ChatError } from "../../src/chat/chat-platform.ts";
import { chatErrorFrom, isTokenRefused } from "./chat-error-from.ts";
import { pacedRequests, type TrafficTools } from "./paced-requests.ts";

export interface DiscordSettings {
	/** The bot's token. */
	readonly token: string;
	/** Asked of Discord when null. */
	readonly applicationId: string | null;
	/** Where the API is, without the version; Discord's own when null. */
	readonly apiUrl: string | null;
}

/** Discord's HTTP API. */
export interface DiscordRest {
	/** How every request of ours is made, the gateway's too. */
	readonly options: Partial<RESTOptions>;
	/** Makes one request; `about` names its object in errors. Throws ChatError alone. */
	ask<T>(about: string, request: Request<T>): Promise<T>;
	/** Reads what Discord documents as a `T`. Throws ChatError alone. */
	read<T>(
		about: string,
		route: `/${string}`,
		query?: URLSearchParams,
	): Promise<T>;
	/** Gives what is under way a moment, then breaks it off. */
	close(): Promise<void>;
}

type Request<T> = (rest: REST, signal: AbortSignal) => Promise<T>;

/** A limit that passes sooner is waited for here; a later one is the caller's to wait for. */
const patienceMs = 2_000;
/** The whole of a request, its place in the queue included. */
const longestRequestMs = 20_000;
const networkTimeoutMs = 10_000;
const farewellMs = 1_500;
/** Discord bans an address after 10,000 invalid requests in ten minutes. */
const invalidRequestsPerWarning = 500;

/** No waiting in the dark, and no repeat that the caller does not know of. */
function restOptions(
	{ apiUrl }: DiscordSettings,
	tools: TrafficTools,
): Partial<RESTOptions> {
	return {
		...(apiUrl === null ? {} : { api: apiUrl.replace(/\/+$/, "") }),
		retries: 0,
		timeout: networkTimeoutMs,
		invalidRequestWarningInterval: invalidRequestsPerWarning,
		// Without Retry-After, discord.js would ask again at once, for ever.
		rejectOnRateLimit: ({ retryAfter }) =>
			retryAfter > patienceMs || retryAfter <= 0,
		makeRequest: pacedRequests(tools),
	};
}

/** Opens the HTTP side alone: enough to post, and to look for posts. */
export function openDiscordRest(
	settings: DiscordSettings,
	tools: TrafficTools,
): DiscordRest {
	const options = restOptions(settings, tools);
	const rest = new REST(options).setToken(settings.token);
	rest.on("invalidRequestWarning", ({ count, remainingTime }) => {
		tools.log.warn("discord refused many requests", { count, remainingTime });
	});
	const closing = new AbortController();
	const underWay = new Set<Promise<unknown>>();
	let tokenRefused: ChatError | null = null;

	const ask: DiscordRest["ask"] = async (about, request) => {
		if (tokenRefused) throw tokenRefused;
		const timeout = AbortSignal.timeout(longestRequestMs);
		const signal = AbortSignal.any([closing.signal, timeout]);
		const asked = request(rest, signal);
		underWay.add(asked);
		try {
			return await asked;
		} catch (error) {
			const failure = chatErrorFrom(error, about);
			// Asking on with a refused token gets the address banned.
			if (isTokenRefused(error)) tokenRefused = failure;
			throw failure;
		} finally {
			underWay.delete(asked);
		}
	};

	return {
		options,
		ask,
		async read<T>(
			about: string,
			route: `/${string}`,
			query = new URLSearchParams(),
		) {
			const answer = await ask(about, (api, signal) =>
				api.get(route, { query, signal }),
			);
			return answer as T; // Discord's own answer, of its documented shape
		},
		async close() {
			const timer = setTimeout(() => closing.abort(), farewellMs);
			await Promise.allSettled(underWay);
			clearTimeout(timer);
			closing.abort();
			rest.clearHashSweeper();
			rest.clearHandlerSweeper();
		},
	};
}
