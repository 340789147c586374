import { App, type Receiver, type webApi } from "@slack/bolt";
import type { FastifyInstance } from "fastify";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { ChatPlatform } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import type { Vault } from "../../src/chat/vault.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import { atMost } from "./at-most.ts";
import { examineSlackChannel } from "./examine-channel.ts";
import { examineSlack } from "./examine-slack.ts";
import { httpConnection } from "./http-connection.ts";
import { type Installs, slackInstalls } from "./installs.ts";
import { slackKeeper } from "./keeper-of.ts";
import { slackPictures } from "./put-pictures.ts";
import {
	clientOptions,
	type SlackSettings,
	slackLogger,
} from "./slack-client.ts";
import { checkToken } from "./slack-identity.ts";
import {
	ownToken,
	slackWorkspaces,
	type Workspaces,
} from "./slack-workspaces.ts";
import { socketConnection } from "./socket-connection.ts";
import { speakInSlack } from "./speak-in-slack.ts";
import { takeInvocations } from "./take-invocations.ts";
import { takeRemovals } from "./take-removals.ts";
import { type Rights, slackRights } from "./who-may-manage.ts";

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
 * Slack: the workspace of a bot token, and all that install the app by OAuth.
 * Posting needs no `start`; commands come by Socket Mode when an app token is
 * given, else by signed HTTP. A channel's id is `team/channel`, behind its
 * organisation's where that installed the app for all its workspaces.
 */
export function slackPlatform(
	settings: SlackSettings,
	tools: SlackTools,
): ChatPlatform {
	const { install, apiUrl } = settings;
	const own = ownToken(settings, tools);
	const installs = install && slackInstalls({ ...install, apiUrl }, tools);
	const workspaces = slackWorkspaces(settings, { own, installs }, tools);
	const pictures = slackPictures(tools);
	const rights = rightsIn(workspaces, tools);
	let stop = async () => {};
	return {
		name: "slack",
		...speakInSlack(workspaces, { ...tools, pictures }),
		async start(specs, answer) {
			const app = openApp(settings, { ...tools, workspaces });
			const answered = takeInvocations(app, {
				...{ ...tools, commands: specs, answer, rights, workspaces, pictures },
			});
			if (installs) serveInstalls(app, installs, tools);
			stop = async () => {
				await app.stop();
				await atMost(lastAnswersMs, answered());
			};
			const checked = own && checkToken(own.identity, tools.log);
			const begun = Promise.all([checked, app.start()]);
			begun.catch((error) => tools.log.error("slack not started", { error }));
			return (await atMost(startWithinMs, begun)) ? "connected" : "connecting";
		},
		examine: (channel) =>
			channel
				? examineSlackChannel(channel, { ...tools, workspaces })
				: examineSlack(settings, { ...tools, own, installs }),
		keeperOf: (channel) => slackKeeper(channel, { ...tools, workspaces }),
		stop() {
			const ending = stop();
			stop = async () => {};
			return ending;
		},
	};
}

/** Who may manage what is remembered for each workspace. */
function rightsIn(workspaces: Workspaces, tools: SlackTools) {
	const known = new WeakMap<webApi.WebClient, Rights>();
	return async (channel: ChannelRef): Promise<Rights> => {
		const { client } = await workspaces.of(channel);
		const rights =
			known.get(client) ?? slackRights(client, { ...tools, now: Date.now });
		known.set(client, rights);
		return rights;
	};
}

function serveInstalls(
	app: App,
	installs: Installs,
	{ http, log }: SlackTools,
): void {
	takeRemovals(app, installs, log);
	if (http) installs.serve(http);
}

function openApp(
	settings: SlackSettings,
	tools: SlackTools & { readonly workspaces: Workspaces },
): App {
	const app = new App({
		receiver: connectionFor(settings, tools),
		clientOptions: clientOptions(settings, tools),
		logger: slackLogger(tools.log),
		convoStore: false,
		authorize: (source) => tools.workspaces.authorize(source),
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
