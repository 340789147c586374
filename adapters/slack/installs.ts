import { InstallProvider } from "@slack/oauth";
import type { FastifyInstance } from "fastify";
import type { Vault } from "../../src/chat/vault.ts";
import type { Log } from "../../src/log.ts";
import type { Say } from "../../src/phrases/say.ts";
import {
	failurePage,
	installCss,
	installLook,
	installPage,
	successPage,
} from "./install-pages.ts";
import { installationsIn } from "./installations.ts";
import {
	clientOptions,
	type InstallSettings,
	slackClient,
	slackLogger,
} from "./slack-client.ts";
import { neededScopes } from "./slack-scopes.ts";

/** The token of one installation, and whose it is. */
interface InstalledToken {
	readonly token: string;
	readonly botId: string;
	readonly botUserId: string;
	/** Slack's id of the person who installed the app. */
	readonly installer: string;
}

/** The app as many workspaces install it. */
export interface Installs {
	/** By workspace or organisation; null when the app is not installed there. A token about to expire is refreshed. */
	tokenOf(id: string): Promise<InstalledToken | null>;
	/** Ids of all workspaces and organisations, in order. */
	ids(): Promise<readonly string[]>;
	/** Slack said that the app was removed there; forgotten unless its token still works. */
	removed(id: string): Promise<void>;
	/** Serves the page that adds the app, and the address that Slack sends people back to. */
	serve(http: FastifyInstance): void;
}

const installPath = "/slack/install";
const redirectPath = "/slack/oauth_redirect";
/** Slack asks who installs, and signs what comes back. */
const open = { config: { door: "open" } } as const;
/** One refresh serves all who ask at once, and for a while after. */
const askedAgainAfterMs = 15_000;

/**
 * Installs by OAuth, over Slack's own InstallProvider: its state is signed,
 * lasts ten minutes and is bound to the browser by a cookie.
 */
export function slackInstalls(
	settings: InstallSettings & { readonly apiUrl: string | null },
	tools: { readonly log: Log; readonly say: Say; readonly vault: Vault },
): Installs {
	const { log, say, vault } = tools;
	const installations = installationsIn(vault, Date.now);
	const options = clientOptions(settings, { log });
	const provider = new InstallProvider({
		clientId: settings.clientId,
		clientSecret: settings.clientSecret,
		stateSecret: settings.stateSecret ?? settings.clientSecret,
		installationStore: installations,
		authorizationUrl: authorizationUrl(settings.apiUrl),
		installUrlOptions: { scopes: [...neededScopes] },
		renderHtmlForInstallPath: (url) => installPage(url, say),
		clientOptions: options,
		logger: slackLogger(log),
	});
	const asked = new Map<string, { answer: Promise<string>; until: number }>();
	/** Refreshes the token when it is about to expire. */
	const freshToken = (id: string): Promise<string> => {
		const found = asked.get(id);
		if (found && found.until > Date.now()) return found.answer;
		const answer = provider
			.authorize(
				id.startsWith("E")
					? { teamId: undefined, enterpriseId: id, isEnterpriseInstall: true }
					: { teamId: id, enterpriseId: undefined, isEnterpriseInstall: false },
			)
			.then(({ botToken }) => botToken ?? "");
		answer.catch(() => asked.delete(id));
		asked.set(id, { answer, until: Date.now() + askedAgainAfterMs });
		return answer;
	};
	return {
		async tokenOf(id) {
			const installation = await installations.get(id);
			if (!installation?.bot) return null;
			const { id: botId, userId: botUserId, expiresAt } = installation.bot;
			const token =
				expiresAt === undefined ? installation.bot.token : await freshToken(id);
			return { token, botId, botUserId, installer: installation.user.id };
		},
		ids: () => installations.ids(),
		async removed(id) {
			const installation = await installations.get(id);
			const token = installation?.bot?.token;
			if (!token) return;
			const client = slackClient(token, settings, { log });
			// Events come late: it may have been installed again since.
			const works = await client.auth.test().catch(() => null);
			if (works) return;
			asked.delete(id);
			await installations.remove(id);
			log.info("slack installation removed", { workspace: id });
		},
		serve(http) {
			http.get(installPath, open, async ({ raw }, reply) => {
				reply.hijack();
				await provider.handleInstallPath(raw, reply.raw);
			});
			http.get(installLook, open, (_request, reply) =>
				reply.type("text/css; charset=utf-8").send(installCss),
			);
			http.get(redirectPath, open, async ({ raw }, reply) => {
				reply.hijack();
				await provider.handleCallback(raw, reply.raw, {
					success: (installation, _options, _request, response) => {
						asked.delete(installation.team?.id ?? "");
						asked.delete(installation.enterprise?.id ?? "");
						log.info("slack app installed", {
							workspace: installation.team?.id ?? installation.enterprise?.id,
						});
						response.writeHead(200, html).end(successPage(installation, say));
					},
					failure: (error, _options, _request, response) => {
						log.warn("slack app not installed", { error });
						response.writeHead(400, html).end(failurePage(error, say));
					},
				});
			});
		},
	};
}

const html = { "content-type": "text/html; charset=utf-8" };

/** Beside the Web API, also where that is another's. */
function authorizationUrl(apiUrl: string | null): string {
	const base = apiUrl ?? "https://slack.com/api/";
	return new URL("../oauth/v2/authorize", base).href;
}
