import type { CommandSpec } from "../../src/chat/command.ts";
import type { Say } from "../../src/phrases/say.ts";
import { neededScopes } from "./slack-scopes.ts";

/** Names the shortcut of a message to Slack, and back to us. */
export const whyCallback = "tradewire_why";

/**
 * The app's manifest, as "Create New App" > "From a manifest" takes it: YAML,
 * made from the commands. Slack wants hints and descriptions short, so
 * `/tradewire` names the commands and leaves the rest to its help.
 */
export function slackManifest(
	commands: readonly CommandSpec[],
	say: Say,
): string {
	const names = commands.map(({ name }) => name).join(" | ");
	const scopes = neededScopes.map((scope) => `      - ${scope}`).join("\n");
	const tariff = commands.find(({ name }) => name === "tariff");
	const hint = tariff?.example.replace(/^\/tariff /, "") ?? "";
	return `# What the Slack app is, for "Create New App" > "From a manifest".
# Made from the list of commands; the README says what each scope is for.
display_information:
  name: Tradewire
  description: ${quoted(say("platforms.slackAppAbout"))}
features:
  app_home:
    home_tab_enabled: true
    messages_tab_enabled: true
    messages_tab_read_only_enabled: false
  bot_user:
    display_name: Tradewire
    always_online: true
  shortcuts:
    - name: ${quoted(say("cards.why"))}
      type: message
      callback_id: ${whyCallback}
      description: ${quoted(say("platforms.slackShortcutAbout"))}
  slash_commands:
    - command: /tariff
      description: ${quoted(tariff ? say(tariff.about) : "")}
      usage_hint: ${quoted(hint)}
      should_escape: false
    - command: /tradewire
      description: ${quoted(say("platforms.slackCommandAbout"))}
      usage_hint: ${quoted(names)}
      should_escape: false
oauth_config:
  # For installing into several workspaces:
  # redirect_urls:
  #   - https://YOUR-ADDRESS/slack/oauth_redirect
  scopes:
    bot:
${scopes}
settings:
  event_subscriptions:
    bot_events:
      - app_home_opened
      - app_uninstalled
      - tokens_revoked
  interactivity:
    is_enabled: true
  socket_mode_enabled: true
  org_deploy_enabled: false
  token_rotation_enabled: false
`;
}

/** A YAML string; JSON's are. */
function quoted(text: string): string {
	return JSON.stringify(text);
}
