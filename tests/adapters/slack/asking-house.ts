import type { Invocation } from "../../../src/chat/command.ts";
import { makeAnswer } from "../../../src/flows/answer-command.ts";
import { makeLog } from "../../../src/log.ts";
import { now, openCommandHouse } from "../../commands/command-house.ts";
import { team } from "./fake-slack.ts";
import type { FakeView } from "./fake-views.ts";
import {
	buttonPress,
	makeSlackHouse,
	type openSlack,
	slashCommand,
	soon,
} from "./slack-house.ts";

/** The real commands over the real adapter and a fake Slack in which U1 made the channel C1. */
export async function openAskingHouse(
	settings: Parameters<typeof openSlack>[1] = {},
	tools: Parameters<typeof openSlack>[2] = {},
) {
	const { slack, platform, logged } = await makeSlackHouse(settings, tools);
	slack.creators.set("C1", "U1");
	const rooms = openCommandHouse();
	const asked: Invocation[] = [];
	const answer = makeAnswer(rooms.commands, {
		channels: rooms.channels,
		resume: async () => undefined,
		mayAsk: () => true,
		log: makeLog("error", (line) => logged.push(line)),
		now: () => now,
	});
	const hold = { until: Promise.resolve() };
	await platform.start(rooms.commands, async (invocation) => {
		asked.push(invocation);
		await hold.until;
		return answer(invocation);
	});
	const { views } = slack;
	const event = { ...{ api_app_id: "A1", token: "legacy" }, team_id: team };
	return {
		...{ slack, views, platform, logged, asked, hold },
		...{ channels: rooms.channels, topics: rooms.topics },
		/** Types `/tradewire …` in a channel. */
		type(text: string, user = "U1", channel = "C1") {
			const typed = { command: "/tradewire", text, channel, user };
			slack.send("slash_commands", slashCommand(slack, typed));
		},
		/** Presses a button of a modal, or of a home. */
		press(view: FakeView, value: string, user = "U1") {
			const { channel, message, response_url, ...press } = buttonPress(slack, {
				...{ value, user, channel: "" },
			});
			const container = { type: "view", view_id: view.id };
			slack.send("interactive", { ...press, container, view });
		},
		/** Sends a modal in, as Slack does; gives what Slack shows next, or null when it closes. */
		async submit(view: FakeView, filled: Record<string, object>, user = "U1") {
			const envelope = slack.send(
				"interactive",
				submission(view, filled, user),
			);
			await soon(() => {
				if (!slack.told.has(envelope)) throw new Error("no answer yet");
			});
			const told = slack.told.get(envelope);
			const isEmpty = JSON.stringify(told ?? {}) === "{}";
			views.answer(view.id, isEmpty ? null : told);
			return views.modals.get(view.id) ?? null;
		},
		openHome(user = "U1", view?: FakeView) {
			const opened = { type: "app_home_opened", tab: "home", user, view };
			slack.send("events_api", {
				...event,
				type: "event_callback",
				event: { ...opened, channel: `D${user}`, event_ts: "1.0" },
			});
		},
		async close() {
			await platform.stop();
			await slack.close();
		},
	};
}

/** A modal sent in; `filled` is by block. */
export function submission(
	view: FakeView,
	filled: Record<string, object>,
	user = "U1",
) {
	const values = Object.fromEntries(
		Object.entries(filled).map(([block, state]) => [block, { field: state }]),
	);
	return {
		type: "view_submission",
		team: { id: team, domain: "house" },
		user: { id: user, name: "ana", username: "ana" },
		...{ api_app_id: "A1", token: "legacy", trigger_id: "1.2.3" },
		view: { ...view, state: { values } },
	};
}
