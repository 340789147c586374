import type { Config } from "../config.ts";

/**
 * Whether secrets may be sealed with a key that other machines do not have:
 * the database is shared, the key is a file of this one, and installing into
 * several workspaces gives secrets to keep.
 */
export function isKeyApart(config: Config): boolean {
	return (
		config.DATABASE_URL !== null &&
		config.TRADEWIRE_SECRET_KEY === null &&
		config.SLACK_CLIENT_ID !== null &&
		config.SLACK_CLIENT_SECRET !== null
	);
}
