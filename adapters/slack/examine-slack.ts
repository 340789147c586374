import type { webApi } from "@slack/bolt";
import type { Finding } from "../../src/chat/finding.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { Installs } from "./installs.ts";
import { type SlackSettings, slackClient } from "./slack-client.ts";
import { mendingOf, slackCode, slackError } from "./slack-error.ts";
import { neededScopes } from "./slack-scopes.ts";
import type { OwnToken } from "./slack-workspaces.ts";

export interface ExamineTools {
	readonly say: Say;
	readonly log: Log;
	readonly own: OwnToken | null;
	readonly installs: Installs | null;
}

/** How our tokens stand: the bot's, the app's, and that of each installation. Never throws. */
export async function examineSlack(
	settings: SlackSettings,
	tools: ExamineTools,
): Promise<readonly Finding[]> {
	const { say } = tools;
	try {
		const findings: Finding[] = [];
		if (tools.own) {
			const what = say("platforms.slackBotToken");
			findings.push(...(await examineToken(tools.own.client, what, say)));
		}
		if (settings.appToken) {
			const client = slackClient(settings.appToken, settings, tools);
			findings.push(await examineAppToken(client, say));
		}
		for (const id of (await tools.installs?.ids()) ?? []) {
			findings.push(...(await examineInstallation(id, settings, tools)));
		}
		return findings;
	} catch (error) {
		return [notReached(error, say)];
	}
}

async function examineInstallation(
	id: string,
	settings: SlackSettings,
	{ installs, say, log }: ExamineTools,
): Promise<readonly Finding[]> {
	const installed = await installs?.tokenOf(id);
	if (!installed) return [];
	const client = slackClient(installed.token, settings, { log });
	const what = say("platforms.slackInstallation", { team: id });
	return examineToken(client, what, say);
}

/** One finding when all is well, else one for each fault. Throws when Slack is out of reach. */
async function examineToken(
	client: webApi.WebClient,
	what: string,
	say: Say,
): Promise<readonly Finding[]> {
	try {
		const { team, user, response_metadata } = await client.auth.test();
		const granted = response_metadata?.scopes ?? [...neededScopes];
		const missing = neededScopes.filter((scope) => !granted.includes(scope));
		if (missing.length === 0) {
			const says = say("platforms.slackTokenWorks", {
				user: user ?? "?",
				team: team ?? "?",
			});
			return [{ what, state: "well", says, mend: null }];
		}
		return missing.map((scope) => ({
			what,
			state: "ill",
			says: say("platforms.slackScopeMissing", { scope }),
			mend: say("platforms.slackAddScope", { scope }),
		}));
	} catch (error) {
		return [refusal(error, what, say)];
	}
}

/** Asks for a connection's address, and opens none. */
async function examineAppToken(
	client: webApi.WebClient,
	say: Say,
): Promise<Finding> {
	const what = say("platforms.slackAppToken");
	try {
		await client.apps.connections.open({});
		const says = say("platforms.slackAppTokenWorks");
		return { what, state: "well", says, mend: null };
	} catch (error) {
		const { says } = refusal(error, what, say);
		const mend = say("platforms.slackMendAppToken");
		return { what, state: "ill", says, mend };
	}
}

/** What Slack said no with; throws when it said nothing. */
function refusal(error: unknown, what: string, say: Say): Finding {
	const code = slackCode(error);
	if (code === null) throw error;
	const says = say("platforms.slackRefuses", { code });
	return { what, state: "ill", says, mend: mendingOf(code) };
}

/** Slack, or what stands between us, did not answer. */
export function notReached(error: unknown, say: Say): Finding {
	const { message } = slackError(error, "Slack");
	return {
		what: "Slack",
		state: "off",
		says: say("platforms.slackNotReached", { reason: message }),
		mend: null,
	};
}
