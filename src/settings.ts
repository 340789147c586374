import { isIP } from "node:net";
import { z } from "zod";
import { logLevels } from "./log.ts";

const instant = z.iso
	.datetime({
		offset: true,
		error: "is no ISO instant such as 2026-06-04T12:00:00Z",
	})
	.transform((text) => new Date(text));
const wholeNumber = (least: number, most: number) =>
	z.coerce
		.number({ error: "is no number" })
		.int("must be a whole number")
		.min(least, `must be at least ${least}`)
		.max(most, `must be at most ${most}`);
const address = (schemes: readonly string[]) =>
	z
		.string()
		.refine(
			(text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)),
			`must begin with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}`,
		);
const text = z.string();

/**
 * Every setting: how it is read, and what it is for. The README's table is
 * checked against this. A secret one is never shown, and may stand in a file
 * that `<name>_FILE` names.
 */
export const settings = {
	TRADEWIRE_HOME: {
		purpose: "Data directory of the embedded store",
		fallback: "./data",
		schema: text,
	},
	HOST: {
		purpose: "Address that the web chat and the desk listen on",
		fallback: "127.0.0.1",
		schema: text,
	},
	PORT: {
		purpose: "Port of the web chat and the desk; 0 takes a free one",
		fallback: "8787",
		schema: wholeNumber(0, 65535),
	},
	TRADEWIRE_PUBLIC_URL: {
		purpose:
			"Address under which people and WebSub hubs reach us, for links and pushes; https://…",
		fallback: null,
		schema: address(["https", "http"]).transform((url) =>
			url.replace(/\/+$/, ""),
		),
	},
	TRADEWIRE_ADMIN_TOKEN: {
		purpose:
			"Whoever shows it may use and manage the web chat and the desk; needed where HOST is not loopback",
		fallback: null,
		schema: text.min(
			8,
			"must be at least 8 characters: make one with openssl rand -base64 32",
		),
		secret: true,
	},
	TRADEWIRE_METRICS_TOKEN: {
		purpose: "Opens /metrics alone, for Prometheus",
		fallback: null,
		schema: text.regex(
			/^\S{8,}$/,
			"must be at least 8 characters, without spaces",
		),
		secret: true,
	},
	TRADEWIRE_PROXY_ADDRESSES: {
		purpose:
			"Addresses of reverse proxies whose X-Forwarded-… headers are believed, apart by spaces: 10.0.0.5 172.18.0.0/16",
		fallback: null,
		schema: text
			.transform((ranges) => ranges.split(/[\s,]+/))
			.refine(
				(ranges) => ranges.every(isRange),
				"must be addresses or ranges such as 10.0.0.5 172.18.0.0/16",
			),
	},
	TRADEWIRE_PROXY_USER_HEADER: {
		purpose:
			"Header in which those proxies name the person that they logged in, such as X-Forwarded-User",
		fallback: null,
		schema: text
			.regex(/^[a-z][a-z0-9-]+$/i, "must be a header's name")
			.toLowerCase(),
	},
	TRADEWIRE_WEB_MANAGERS: {
		purpose:
			"Who may manage in the web chat, beside whoever holds the admin token: local (who sits at this machine), anyone who is let in, or names that the proxy gives, apart by spaces",
		fallback: "local",
		schema: text.transform((names) => names.split(/\s+/)),
	},
	TRADEWIRE_COMMANDS_PER_MINUTE: {
		purpose:
			"How many commands a minute one person may give, on any platform; whoever runs the house is not counted",
		fallback: "600",
		schema: wholeNumber(1, 100_000),
	},
	TRADEWIRE_BOOK_CHANNELS: {
		purpose:
			"Channels whose managers may confirm changes of the tariff book, apart by spaces: slack:T1/C2, or web:* for all of the web chat; those named without * are told of proposals",
		fallback: "web:* console:*",
		schema: text
			.regex(
				/^(?:[a-z]+:\S+\s*)+$/,
				"must be channels such as web:* or slack:T1/C2, apart by spaces",
			)
			.transform((channels) => channels.split(/\s+/)),
	},
	DATABASE_URL: {
		purpose: "Postgres to use instead of the embedded store",
		fallback: null,
		schema: address(["postgres", "postgresql"]),
	},
	REDIS_URL: {
		purpose: "Redis or Valkey for the queue instead of Postgres",
		fallback: null,
		schema: address(["redis", "rediss"]),
	},
	TRADEWIRE_FEEDS: {
		purpose:
			"Path of a feeds file (JSON or OPML) that replaces the default list",
		fallback: null,
		schema: text,
	},
	TRADEWIRE_POLL_SECONDS: {
		purpose: "Shortest time between two polls of a feed",
		fallback: "300",
		schema: wholeNumber(1, 86400),
	},
	TRADEWIRE_ALLOW_PRIVATE_FEEDS: {
		purpose: "1 lets feeds live on loopback and private addresses",
		fallback: "0",
		schema: z
			.enum(["0", "1"], { error: "must be 0 or 1" })
			.transform((flag) => flag === "1"),
	},
	TRADEWIRE_CONTACT: {
		purpose:
			"Address or mail under which feeds' servers may reach you, told in our User-Agent",
		fallback: null,
		schema: text.regex(
			/^[\x21-\x7e]+$/,
			"must be an address or mail in plain letters, without spaces",
		),
	},
	TRADEWIRE_NOW: {
		purpose: "ISO instant that commands treat as now, for replaying history",
		fallback: null,
		schema: instant,
	},
	TRADEWIRE_SECRET_KEY: {
		purpose:
			"Key that secrets in the store are sealed with; several apart by spaces: the first seals, any opens. Made in TRADEWIRE_HOME when not given",
		fallback: null,
		schema: text.refine(
			(keys) => keys.split(/\s+/).every((key) => key.length >= 32),
			"must be at least 32 characters: make one with openssl rand -base64 32",
		),
		secret: true,
	},
	SLACK_BOT_TOKEN: {
		purpose: "Slack app's Bot User OAuth Token, xoxb-…",
		fallback: null,
		schema: text,
		secret: true,
	},
	SLACK_APP_TOKEN: {
		purpose: "Slack app's App-Level Token, xapp-…, for Socket Mode",
		fallback: null,
		schema: text,
		secret: true,
	},
	SLACK_SIGNING_SECRET: {
		purpose:
			"Slack app's Signing Secret, for events by HTTP instead of Socket Mode",
		fallback: null,
		schema: text,
		secret: true,
	},
	SLACK_CLIENT_ID: {
		purpose: "Slack app's Client ID, for installing into several workspaces",
		fallback: null,
		schema: text,
	},
	SLACK_CLIENT_SECRET: {
		purpose: "Slack app's Client Secret, beside its Client ID",
		fallback: null,
		schema: text,
		secret: true,
	},
	SLACK_STATE_SECRET: {
		purpose:
			"Any long random text, the same on every machine: it signs who began an installation",
		fallback: null,
		schema: text,
		secret: true,
	},
	SLACK_API_URL: {
		purpose: "Web API to use instead of Slack's own; ends with /api/",
		fallback: null,
		schema: address(["https", "http"]).refine(
			(url) => url.endsWith("/api/"),
			"must end with /api/",
		),
	},
	DISCORD_TOKEN: {
		purpose: "Token of the Discord bot; without it Discord is not connected",
		fallback: null,
		schema: text,
		secret: true,
	},
	DISCORD_APPLICATION_ID: {
		purpose: "Id of the Discord application; asked of Discord when not given",
		fallback: null,
		schema: text.regex(/^\d{17,20}$/, "must be an id of 17 to 20 digits"),
	},
	DISCORD_API_URL: {
		purpose: "Address of Discord's API, without the version",
		fallback: null,
		schema: address(["http", "https"]),
	},
	TRADEWIRE_LLM_URL: {
		purpose:
			"OpenAI-compatible endpoint that sums up articles, up to /v1; without it cards quote their first sentences",
		fallback: null,
		schema: address(["https", "http"]).transform((url) =>
			url.replace(/\/+$/, ""),
		),
	},
	TRADEWIRE_LLM_MODEL: {
		purpose: "Name of the model at TRADEWIRE_LLM_URL",
		fallback: null,
		schema: text,
	},
	TRADEWIRE_LLM_KEY: {
		purpose: "Key of that endpoint, where it wants one",
		fallback: null,
		schema: text,
		secret: true,
	},
	LOG_LEVEL: {
		purpose: `Lowest level logged: ${logLevels.join(", ")}`,
		fallback: "info",
		schema: z.enum(logLevels, {
			error: `must be one of ${logLevels.join(", ")}`,
		}),
	},
} as const;

/** An address, or a range of them in CIDR notation; not all there are. */
function isRange(text: string): boolean {
	const [address = "", bits, more] = text.split("/");
	const family = isIP(address);
	if (family === 0 || more !== undefined) return false;
	if (bits === undefined) return true;
	const most = family === 4 ? 32 : 128;
	return /^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most;
}
