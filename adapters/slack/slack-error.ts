import { webApi } from "@slack/bolt";
import { ChatError, type ChatErrorKind } from "../../src/chat/chat-platform.ts";

const busyCodes = [
	"ratelimited",
	"rate_limited",
	"message_limit_exceeded",
	"external_channel_migrating",
	"streaming_state_conflict",
];
/** Slack itself says of some of these that the work may have been done. */
const unreachableCodes = [
	"fatal_error",
	"internal_error",
	"request_timeout",
	"service_unavailable",
	"team_added_to_org",
	"update_failed",
];

/** Codes that mean that the channel is closed to us, each with what an admin can do about it. */
const mending: Readonly<Partial<Record<string, string>>> = {
	channel_not_found:
		"the channel was deleted, or it is private and the app is not in it: type /invite @Tradewire there",
	is_archived: "the channel is archived: unarchive it to hear from it again",
	not_in_channel:
		"the app is not in the channel: type /invite @Tradewire there",
	is_inactive:
		"the channel is archived or frozen: unarchive it to hear from it again",
	channel_is_limited_access:
		"the channel is closed to apps: use another channel",
	messages_tab_disabled:
		"the app takes no direct messages: switch on App Home → Messages Tab in its settings",
	cannot_dm_bot: "this is a talk with another app: use a channel",
	user_disabled: "the account was switched off: use another channel",
	user_not_found: "the account is gone: use another channel",
	user_not_visible: "the app may not see this account: use another channel",
	channel_type_not_supported: "apps cannot write in this kind of channel",
	restricted_action:
		"a workspace setting keeps apps from writing there: change who may post in the channel",
	restricted_action_read_only_channel:
		"the channel is read-only: let the app post there",
	restricted_action_thread_only_channel:
		"the channel takes replies only: let the app post there",
	restricted_action_non_threadable_channel:
		"the channel takes no threads: let the app post there",
	restricted_action_thread_locked:
		"the thread is locked: unlock it, or let the app post there",
	posting_to_channel_denied:
		"the app may not post in the channel: change who may post there",
	posting_to_general_channel_denied:
		"the app may not post in #general: change who may post there",
	app_access_restricted:
		"the workspace does not let its members use the app: approve it there",
	user_is_restricted:
		"the app's user is restricted: lift that in the workspace",
	account_inactive: "the app was removed from the workspace: install it again",
	token_revoked: "the app's token was revoked: install the app again",
	token_expired: "the app's token has expired: install the app again",
	app_uninstalled: "the app was removed from the workspace: install it again",
	not_authed: "no token was given: set SLACK_BOT_TOKEN",
	invalid_auth:
		"Slack does not know the token: set SLACK_BOT_TOKEN to the Bot User OAuth Token",
	not_allowed_token_type:
		"the token is of the wrong kind: SLACK_BOT_TOKEN begins with xoxb-",
	team_access_not_granted:
		"the app is not approved for this workspace: approve it there",
	team_not_found: "the workspace is gone, or the app is not installed in it",
	team_disabled: "the workspace is disabled",
	org_login_required: "the workspace is being moved to an organisation",
	ekm_access_denied: "an admin has suspended the app's access",
	access_denied: "an admin has denied the app access",
	no_permission: "the app lacks a right: install it again with all its scopes",
	missing_scope:
		"the app lacks a scope: add those of the manifest and install it again",
	two_factor_setup_required: "the installer must set up two-factor login",
	accesslimited:
		"the workspace lets apps in from known addresses only: add ours to them",
	enterprise_is_restricted: "the organisation does not let the app in",
};

const busyMs = 30_000;

/** What an admin can do about a refusal; null when it is none of theirs. */
export function mendingOf(code: string): string | null {
	return mending[code] ?? null;
}

/** Slack's code for what went wrong, when Slack itself said so. */
export function slackCode(error: unknown): string | null {
	if (error instanceof ChatError) return slackCode(error.cause);
	if (!(error instanceof webApi.WebAPIPlatformError)) return null;
	// The client gives a page that is no JSON, a proxy's say, as a code.
	const code = error.data.error;
	return /^[\w.-]+$/.test(code) ? code : null;
}

/** What a failed call means for us; `doing` names it: `post to T1/C2`. */
export function slackError(error: unknown, doing: string): ChatError {
	if (error instanceof ChatError) return error;
	if (error instanceof webApi.WebAPIRateLimitedError) {
		const retryAfterMs = error.retryAfter * 1000;
		return new ChatError("busy", `${doing}: Slack is busy`, {
			retryAfterMs,
			cause: error,
		});
	}
	const code = slackCode(error);
	if (code === null) {
		const reason = error instanceof Error ? error.message : String(error);
		return new ChatError("unreachable", `${doing}: ${reason}`, {
			cause: error,
		});
	}
	const kind = kindOf(code);
	const reason = mending[code];
	return new ChatError(
		kind,
		`${doing}: ${reason ? `${reason} (${code})` : code}`,
		{
			...(kind === "busy" ? { retryAfterMs: waitOf(error) } : {}),
			cause: error,
		},
	);
}

function kindOf(code: string): ChatErrorKind {
	if (mending[code] !== undefined) return "gone";
	if (busyCodes.includes(code)) return "busy";
	// What is left, `invalid_blocks` say, is the fault of what we sent.
	return unreachableCodes.includes(code) ? "unreachable" : "refused";
}

function waitOf(error: unknown): number {
	const seconds =
		error instanceof webApi.WebAPIPlatformError
			? error.data.response_metadata?.retryAfter
			: undefined;
	return seconds === undefined ? busyMs : seconds * 1000;
}
