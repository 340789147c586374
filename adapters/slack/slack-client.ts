import { LogLevel, webApi } from "@slack/bolt";
import type { Log } from "../../src/log.ts";

/** How this app reaches its workspaces: one by its token, others where it is installed. */
export interface SlackSettings {
	/** Bot User OAuth Token, `xoxb-…`. */
	readonly botToken: string | null;
	/** What installing it into many workspaces takes; null when it is not offered. */
	readonly install: InstallSettings | null;
	/** App-Level Token, `xapp-…`, with `connections:write`: events come by Socket Mode. */
	readonly appToken: string | null;
	/** Without an app token, events come by HTTP, signed with this. */
	readonly signingSecret: string | null;
	/** Base of the Web API, ending in `/api/`; Slack's own when null. */
	readonly apiUrl: string | null;
}

/** The app as Slack knows it, for installing it by OAuth. */
export interface InstallSettings {
	readonly clientId: string;
	readonly clientSecret: string;
	/** Signs the state that comes back with the installer; the client secret when null. */
	readonly stateSecret: string | null;
}

/** The core may take a delivery over from us after a minute: no call may come near that. */
const callTimeoutMs = 10_000;

/**
 * What every client of the Web API is made with. The client's own retries are
 * off, for limits too: the core has a queue, and knows when to look before it
 * posts again.
 */
export function clientOptions(
	settings: Pick<SlackSettings, "apiUrl">,
	tools: { readonly log: Log },
): webApi.WebClientOptions {
	return {
		...(settings.apiUrl ? { slackApiUrl: settings.apiUrl } : {}),
		timeout: callTimeoutMs,
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		// Answers to a response address go by the same fetch, and without a timeout.
		fetch: (url, init) =>
			fetch(url, {
				...init,
				signal: init?.signal ?? AbortSignal.timeout(callTimeoutMs),
			}),
		logger: slackLogger(tools.log),
	};
}

/** A client that speaks with a token; an organisation's must say for which of its workspaces. */
export function slackClient(
	token: string,
	settings: Pick<SlackSettings, "apiUrl">,
	tools: { readonly log: Log },
	teamId?: string,
): webApi.WebClient {
	return new webApi.WebClient(token, {
		...clientOptions(settings, tools),
		...(teamId === undefined ? {} : { teamId }),
	});
}

/**
 * Slack's packages log through ours. Their debug lines hold whole messages and
 * are dropped; what they call an error is a fault that we meet ourselves.
 */
export function slackLogger(
	log: Log,
): NonNullable<webApi.WebClientOptions["logger"]> {
	const words = (parts: unknown[]) =>
		parts
			.map((part) => (part instanceof Error ? part.message : String(part)))
			.join(" ");
	return {
		debug: () => {},
		info: (...parts) => log.debug("slack library told", { told: words(parts) }),
		warn: (...parts) =>
			log.debug("slack library warned", { told: words(parts) }),
		error: (...parts) =>
			log.warn("slack library failed", { told: words(parts) }),
		setLevel: () => {},
		getLevel: () => LogLevel.INFO,
		setName: () => {},
	};
}
