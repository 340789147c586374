import { submission } from "../adapters/slack/asking-house.ts";
import { type FakeSlack, team } from "../adapters/slack/fake-slack.ts";
import { buttonPress, channelOf } from "../adapters/slack/slack-house.ts";

/** One of everything that Slack sends to an app such as ours. */
export function slackShapes(slack: FakeSlack): object[] {
	const event = { ...{ api_app_id: "A1", token: "legacy" }, team_id: team };
	const user = { id: "U1", name: "ana", username: "ana" };
	const view = {
		...{ id: "V1", type: "modal", callback_id: "tradewire_form", blocks: [] },
		private_metadata: JSON.stringify({
			...{ channel: channelOf("C1").id, form: "digest at" },
		}),
	};
	const press = buttonPress(slack, { value: "/help", channel: "C1" });
	const filled = { time: { type: "timepicker", selected_time: "08:00" } };
	const message = { type: "message", bot_id: "B0BOT", ts: "1.0", text: "x" };
	return [
		press,
		{ ...press, view, container: { type: "view", view_id: "V1" } },
		submission(view, filled),
		{
			...{ type: "block_suggestion", action_id: "choice", block_id: "days" },
			...{ team: { id: team }, user, value: "daily", view },
		},
		{
			...{ type: "message_action", callback_id: "tradewire_why" },
			...{ team: { id: team }, user, channel: { id: "C1" }, message },
			...{ trigger_id: "1", response_url: slack.responseUrl() },
		},
		...[
			{
				type: "app_home_opened",
				tab: "home",
				user: "U1",
				channel: "DU1",
				view,
			},
			{ type: "app_uninstalled" },
			{ type: "tokens_revoked", tokens: { bot: ["U0BOT"] } },
			{ type: "message", channel: "C1", user: "U1", text: "hello", ts: "1.0" },
		].map((told) => ({ ...event, type: "event_callback", event: told })),
	];
}
