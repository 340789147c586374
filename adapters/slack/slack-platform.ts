import { App, type Receiver } from "@slack/bolt";
import type { FastifyInstance } from "fastify";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import type { Vault } from "../../src/chat/vault.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { atMost } from "./at-most.ts";
import { httpConnection } from "./http-connection.ts";
import {
	clientOptions,
	type SlackSettings,
	slackClient,
	slackLogger,
} from "./slack-client.ts";
import { checkToken, type Identity, slackIdentity } from "./slack-identity.ts";
import { socketConnection } from "./socket-connection.ts";
import { speakInSlack } from "./speak-in-slack.ts";
import { takeInvocations } from "./take-invocations.ts";
import { slackRights } from "./who-may-manage.ts";

export interface SlackTools {
	readonly log: Log;
	readonly say: Say;
	/** The house's server, not yet listening; null in a process that serves nothing. */
	readonly http: FastifyInstance | null;
	readonly pace: Pace;
	readonly vault: Vault;
	readonly drawPng: (svg: string) => Promise<Uint8Array>;
}

/** A slow Slack does not keep the house from starting: it goes on by itself. */
const startWithinMs = 5_000;
/** How long a stop waits for the answers under way. */
const lastAnswersMs = 1_000;

/**
 * Slack: one workspace, or one organisation, by its bot token. Posting needs
 * no `start`; commands come by Socket Mode when an app token is given, else by
 * signed HTTP. A channel's id is `team/channel`.
 */
export function slackPlatform(
	settings: SlackSettings,
	tools: SlackTools,
): ChatPlatform {
	const client = slackClient(settings, tools);
	const identity = slackIdentity(client);
	let stop = async () => {};
	return {
		name: "slack",
		...speakInSlack(client, tools),
		async start(specs, answer) {
			const rights = slackRights(client, { ...tools, now: Date.now });
			const app = openApp(settings, { ...tools, identity });
			const commands = specs.map(({ name }) => name);
			const invocations = { ...tools, commands, answer, rights, identity };
			const answered = takeInvocations(app, invocations);
			stop = async () => {
				await app.stop();
				await atMost(lastAnswersMs, answered());
			};
			const checked = checkToken(identity, tools.log);
			const begun = Promise.all([checked, app.start()]);
			begun.catch((error) => tools.log.error("slack not started", { error }));
			return (await atMost(startWithinMs, begun)) ? "connected" : "connecting";
		},
		examine: async () => [],
		keeperOf: async () => null,
		stop() {
			const ending = stop();
			stop = async () => {};
			return ending;
		},
	};
}

function openApp(
	settings: SlackSettings,
	tools: SlackTools & { readonly identity: () => Promise<Identity> },
): App {
	const app = new App({
		receiver: connectionFor(settings, tools),
		clientOptions: clientOptions(settings, tools),
		logger: slackLogger(tools.log),
		convoStore: false,
		authorize: async () => {
			const { botId, botUserId } = await tools.identity();
			const { botToken } = settings;
			return {
				botToken,
				...(botId ? { botId } : {}),
				...(botUserId ? { botUserId } : {}),
			};
		},
	});
	app.error(async (error) => {
		tools.log.error("slack event failed", { error });
	});
	return app;
}

function connectionFor(
	{ appToken, signingSecret, apiUrl }: SlackSettings,
	tools: SlackTools,
): Receiver {
	if (appToken) return socketConnection({ appToken, apiUrl }, tools);
	if (signingSecret) return httpConnection(signingSecret, tools);
	throw new Error("Slack takes commands by an app token or a signing secret");
}
