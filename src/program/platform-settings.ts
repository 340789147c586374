import type { PlatformSettings } from "../../adapters/index.ts";
import type { Config } from "../config.ts";

/** What the settings say of the platforms; the console is asked for when starting. */
export function platformSettings(
	config: Config,
	console: boolean,
): PlatformSettings {
	return {
		console,
		discord: {
			token: config.DISCORD_TOKEN,
			applicationId: config.DISCORD_APPLICATION_ID,
			apiUrl: config.DISCORD_API_URL,
		},
		slack: {
			botToken: config.SLACK_BOT_TOKEN,
			appToken: config.SLACK_APP_TOKEN,
			signingSecret: config.SLACK_SIGNING_SECRET,
			clientId: config.SLACK_CLIENT_ID,
			clientSecret: config.SLACK_CLIENT_SECRET,
			stateSecret: config.SLACK_STATE_SECRET,
			apiUrl: config.SLACK_API_URL,
		},
	};
}
