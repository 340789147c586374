import type { AuthorizeResult, webApi } from "@slack/bolt";
import type { ChannelRef } from "../../src/chat/channel.ts";
import { ChatError } from "../../src/chat/chat-platform.ts";
import type { Pace } from "../../src/chat/pace.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { Installs } from "./installs.ts";
import { slackChannel, slackPlace } from "./slack-channel.ts";
import { type SlackSettings, slackClient } from "./slack-client.ts";
import { type Identity, slackIdentity, teamFor } from "./slack-identity.ts";
import { type SlackPace, slackPace } from "./slack-pace.ts";

/** A workspace as we speak there. */
export interface Workspace {
	readonly team: string;
	readonly client: webApi.WebClient;
	readonly pace: SlackPace;
	/** Who installed the app; null when its token was set by hand. */
	readonly installer: string | null;
}

/** Where an event came from, in Bolt's words: its context, or what it asks to authorize. */
export interface EventSource {
	readonly teamId?: string | undefined;
	readonly enterpriseId?: string | undefined;
	readonly isEnterpriseInstall: boolean;
}

/** All workspaces that have the app: the token's own, and those that installed it. */
export interface Workspaces {
	/** Throws ChatError gone when the app is not installed there. */
	of(channel: ChannelRef): Promise<Workspace>;
	/** Names the channel of an event for the core. */
	channelOf(source: EventSource, channel: string): Promise<ChannelRef>;
	/** With whose token an event is answered; throws when no one's will do. */
	authorize(source: EventSource): Promise<AuthorizeResult>;
}

/** How the app's own token is known: null for each when there is none. */
export interface OwnToken {
	readonly client: webApi.WebClient;
	readonly identity: () => Promise<Identity>;
}

/** The token set by hand, if there is one. */
export function ownToken(
	settings: SlackSettings,
	tools: { readonly log: Log },
): OwnToken | null {
	const { botToken } = settings;
	if (botToken === null) return null;
	const client = slackClient(botToken, settings, tools);
	return { client, identity: slackIdentity(client) };
}

/**
 * An installation comes before the token, which serves its own workspace and,
 * without installations, every channel that we are given.
 */
export function slackWorkspaces(
	settings: SlackSettings,
	known: { readonly own: OwnToken | null; readonly installs: Installs | null },
	tools: { readonly log: Log; readonly say: Say; readonly pace: Pace },
): Workspaces {
	const { own, installs } = known;
	const paces = remember((team: string) => slackPace(tools.pace, team));
	const clients = remember((key: string) => {
		const [token = "", teamId] = key.split(" ");
		return slackClient(token, settings, tools, teamId);
	});
	const isOwn = async (team: string) => {
		if (!own) return false;
		if (!installs) return true;
		const identity = await own.identity();
		return identity.isOrganisation || identity.team === team;
	};
	return {
		async of(channel) {
			const { team, organisation } = slackPlace(channel);
			const id = organisation ?? team;
			const installed = await installs?.tokenOf(id);
			const pace = paces(team);
			if (installed) {
				const { token, installer } = installed;
				// An organisation's token must say which of its workspaces it means.
				const client = clients(organisation ? `${token} ${team}` : token);
				return { team, client, pace, installer };
			}
			if (own && (await isOwn(team))) {
				return { team, client: own.client, pace, installer: null };
			}
			throw new ChatError(
				"gone",
				tools.say("platforms.slackNotInstalled", { team: id }),
			);
		},
		async channelOf(source, channel) {
			const { teamId, enterpriseId, isEnterpriseInstall } = source;
			if (isEnterpriseInstall && teamId && enterpriseId) {
				const isInstalled = await installs?.tokenOf(enterpriseId);
				if (isInstalled) {
					return slackChannel(`${enterpriseId}/${teamId}`, channel);
				}
			}
			const isInstalled = teamId && (await installs?.tokenOf(teamId));
			if (isInstalled || !own) return slackChannel(teamId ?? "", channel);
			return slackChannel(teamFor(await own.identity(), teamId), channel);
		},
		async authorize(source) {
			const { teamId, enterpriseId, isEnterpriseInstall } = source;
			const id = isEnterpriseInstall ? enterpriseId : teamId;
			const installed = id ? await installs?.tokenOf(id) : null;
			if (installed) {
				const { token, botId, botUserId } = installed;
				return { botToken: token, botId, botUserId };
			}
			if (!own) throw new Error(`the app is not installed in ${id}`);
			const { botId, botUserId } = await own.identity();
			return {
				...(own.client.token ? { botToken: own.client.token } : {}),
				...(botId ? { botId } : {}),
				...(botUserId ? { botUserId } : {}),
			};
		},
	};
}

const mostRemembered = 2_000;

/** Makes a thing once for each name. */
function remember<T>(make: (name: string) => T): (name: string) => T {
	const made = new Map<string, T>();
	return (name) => {
		const earlier = made.get(name);
		if (earlier !== undefined) return earlier;
		const [eldest] = made.keys();
		if (eldest !== undefined && made.size >= mostRemembered) {
			made.delete(eldest);
		}
		const thing = make(name);
		made.set(name, thing);
		return thing;
	};
}
