import { vi } from "vitest";
import {
	type SlackTools,
	slackPlatform,
} from "../../../adapters/slack/slack-platform.ts";
import type { ChannelRef } from "../../../src/chat/channel.ts";
import type { Pace } from "../../../src/chat/pace.ts";
import { makeLog } from "../../../src/log.ts";
import { sayIn } from "../../../src/phrases/say.ts";
import { platformTools } from "../../fakes/platform-tools.ts";
import { appToken, botToken, FakeSlack, team } from "./fake-slack.ts";
import { collect } from "./slack-rules.ts";

/** Waits until it no longer throws, however busy the machine is. */
export function soon(isSo: () => void | Promise<void>): Promise<void> {
	return vi.waitFor(isSo, 15_000);
}

/** A channel of the fake's workspace. */
export function channelOf(id: string): ChannelRef {
	return { platform: "slack", id: `${team}/${id}` };
}

/** The real adapter over a fake Slack with two channels. */
export async function makeSlackHouse(
	settings: Partial<Parameters<typeof slackPlatform>[0]> = {},
	tools: Partial<SlackTools> = {},
) {
	const slack = new FakeSlack();
	await slack.open();
	slack.channels.set("C1", []);
	slack.channels.set("C2", []);
	return { slack, ...openSlack(slack, settings, tools) };
}

/** A pace that keeps nobody waiting. */
const atOnce: Pace = { book: async () => 0, rest: async () => undefined };

/** Another process with the same app; what it logs is kept. */
export function openSlack(
	slack: FakeSlack,
	settings: Partial<Parameters<typeof slackPlatform>[0]> = {},
	tools: Partial<SlackTools> = {},
) {
	const logged: string[] = [];
	const platform = slackPlatform(
		{
			botToken,
			install: null,
			appToken,
			signingSecret: null,
			apiUrl: slack.apiUrl,
			...settings,
		},
		{
			log: makeLog("info", (line) => logged.push(line)),
			say: sayIn("en"),
			http: null,
			...platformTools(),
			pace: atOnce,
			...tools,
		},
	);
	return { platform, logged };
}

/** All that people read of a message: its blocks' texts, in order. */
export function readBlocks(blocks: readonly unknown[]): string {
	const names = ["text", "fallback", "alt_text"];
	return names.flatMap((name) => collect(blocks, name)).join("\n");
}

/** A slash command as Slack sends it. */
export function slashCommand(
	slack: FakeSlack,
	asked: { command: string; text: string; channel: string; user?: string },
) {
	const user_id = asked.user ?? "U1";
	return {
		command: asked.command,
		text: asked.text,
		channel_id: asked.channel,
		channel_name: "trade",
		user_id,
		user_name: "ana",
		team_id: team,
		team_domain: "house",
		api_app_id: "A1",
		token: "legacy",
		trigger_id: slack.views.trigger(),
		is_enterprise_install: "false",
		response_url: slack.responseUrl(),
	};
}

/** The press of a button, as Slack sends it. */
export function buttonPress(
	slack: FakeSlack,
	pressed: { value: string; channel: string; user?: string; team?: string },
) {
	const button = { type: "button", action_id: "tradewire-0", block_id: "b" };
	return {
		type: "block_actions",
		team: { id: pressed.team ?? team, domain: "house" },
		user: { id: pressed.user ?? "U1", username: "ana", name: "ana" },
		channel: { id: pressed.channel, name: "trade" },
		container: { type: "message", channel_id: pressed.channel },
		message: { type: "message", ts: "1.0" },
		api_app_id: "A1",
		token: "legacy",
		trigger_id: slack.views.trigger(),
		response_url: slack.responseUrl(),
		actions: [{ ...button, action_ts: "1.0", value: pressed.value }],
	};
}
