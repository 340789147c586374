import type { webApi } from "@slack/bolt";
import type { Log } from "../../src/log.ts";
import { slackCode, slackError } from "./slack-error.ts";

/** Whom the bot token speaks for. */
export interface Identity {
	readonly team: string;
	/** The token is an organisation's, for many workspaces. */
	readonly isOrganisation: boolean;
	readonly botId: string | undefined;
	readonly botUserId: string | undefined;
}

/** Asks Slack whose token it is, once; a failure, a ChatError, is asked again. */
export function slackIdentity(
	client: webApi.WebClient,
): () => Promise<Identity> {
	let known: Promise<Identity> | undefined;
	const ask = async () => {
		try {
			const { auth } = client;
			const { team_id, is_enterprise_install, bot_id, user_id } =
				await auth.test();
			if (!team_id) throw new Error("auth.test named no team");
			return {
				team: team_id,
				isOrganisation: is_enterprise_install ?? false,
				botId: bot_id,
				botUserId: user_id,
			};
		} catch (error) {
			known = undefined;
			throw slackError(error, "ask Slack whose token this is");
		}
	};
	return () => {
		known ??= ask();
		return known;
	};
}

/**
 * The team that names a channel: the app's own workspace, also when someone
 * from another one asks in a channel that both share. An organisation's token
 * serves many, so there the event says which.
 */
export function teamFor(identity: Identity, named: string | undefined): string {
	return (identity.isOrganisation && named) || identity.team;
}

/** Throws when Slack does not know the token; when Slack cannot be reached, only says so. */
export async function checkToken(
	identity: () => Promise<Identity>,
	log: Log,
): Promise<void> {
	try {
		await identity();
	} catch (error) {
		const { kind, message } = slackError(error, "start");
		if (kind === "gone") {
			throw new Error(
				`Slack refused SLACK_BOT_TOKEN (${slackCode(error)}): it is the Bot User OAuth Token, xoxb-…`,
				{ cause: error },
			);
		}
		log.warn("slack token not checked", { reason: message });
	}
}
