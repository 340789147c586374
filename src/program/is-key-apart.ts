import type { Config } from "../config.ts";

/** What seals secrets in the store. */
type Sealing = "slack" | "hubs";

/**
 * Whether secrets may be sealed with a key that other machines do not have:
 * the database is shared, the key is a file of this one, and installing into
 * several workspaces, or hubs that push, give secrets to keep.
 */
export function isKeyApart(config: Config, sealing: Sealing): boolean {
	return (
		config.DATABASE_URL !== null &&
		config.TRADEWIRE_SECRET_KEY === null &&
		isUsed(sealing, config)
	);
}

function isUsed(sealing: Sealing, config: Config): boolean {
	const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, TRADEWIRE_PUBLIC_URL } = config;
	return sealing === "slack"
		? SLACK_CLIENT_ID !== null && SLACK_CLIENT_SECRET !== null
		: TRADEWIRE_PUBLIC_URL !== null;
}
