import type { App } from "@slack/bolt";
import type { Log } from "../../src/log.ts";
import type { Installs } from "./installs.ts";
import type { EventSource } from "./slack-workspaces.ts";

/** Forgets an installation when Slack says that the app was removed, or that its bot's token was revoked. */
export function takeRemovals(app: App, installs: Installs, log: Log): void {
	const remove = async (source: EventSource) => {
		const { isEnterpriseInstall, enterpriseId, teamId } = source;
		const id = isEnterpriseInstall ? enterpriseId : teamId;
		if (!id) return;
		await installs
			.removed(id)
			.catch((error) => log.error("slack removal failed", { error }));
	};
	app.event("app_uninstalled", ({ context }) => remove(context));
	app.event("tokens_revoked", async ({ event, context }) => {
		// A person's own token may be revoked too; we hold none.
		if (event.tokens.bot?.length) await remove(context);
	});
}
