import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { answerInView } from "./answer-in-view.ts";
import {
	askerIn,
	askHouse,
	type HouseTools,
	type SlackUser,
} from "./ask-house.ts";
import { actionPrefix } from "./card-message.ts";
import { respondWith } from "./respond-with.ts";
import { openForm, takeForms } from "./take-forms.ts";
import { takeHome } from "./take-home.ts";
import { takeWhy } from "./take-why.ts";
import { commandLine } from "./typed-in-slack.ts";
import type { ViewPlace } from "./view-place.ts";
import { workUnderWay } from "./work-under-way.ts";

/**
 * Gives each slash command, press of a button, form and shortcut to `answer`.
 * Slack is answered at once, as it wants within 3 s; the reply follows through
 * the event's own response address. Gives a function that waits for the
 * answers under way.
 */
export function takeInvocations(
	app: App,
	tools: HouseTools,
): () => Promise<void> {
	const { workspaces, log } = tools;
	const work = workUnderWay(log);
	app.command(/^\//, async ({ command, context, ack }) => {
		await ack();
		work.begin(async () => {
			const { channel_id, response_url, user_id, user_name } = command;
			const channel = await workspaces.channelOf(context, channel_id);
			await answerLine(
				{
					place: { channel, respondTo: response_url },
					// Slack means to drop the name one day.
					user: { id: user_id, name: user_name || user_id },
					line: commandLine(command),
					trigger: command.trigger_id,
				},
				tools,
			);
		});
	});
	app.action<BlockAction<ButtonAction>>(
		{ type: "block_actions", action_id: new RegExp(`^${actionPrefix}`) },
		async ({ action, body, context, ack }) => {
			await ack();
			work.begin(async () => {
				const line = action.value;
				const pressed = { user: userOf(body), trigger: body.trigger_id };
				if (!line) return;
				if (body.view) {
					await answerInView({ ...pressed, line, view: body.view }, tools);
					return;
				}
				const id = body.channel?.id ?? containerChannel(body);
				if (!id) return;
				const channel = await workspaces.channelOf(context, id);
				const place = {
					channel,
					respondTo: body.response_url,
					thread: threadOf(body),
				};
				await answerLine({ ...pressed, place, line }, tools);
			});
		},
	);
	takeForms(app, work, tools);
	takeHome(app, work, tools);
	takeWhy(app, work, tools);
	return () => work.ended();
}

/** Someone's line, and the way back to them. */
interface Asked {
	readonly place: ViewPlace;
	readonly user: SlackUser;
	readonly line: string;
	/** What lets a form be opened, for 3 s. */
	readonly trigger: string;
}

async function answerLine(asked: Asked, tools: HouseTools): Promise<void> {
	const { place, user, line } = asked;
	if (await openForm(asked, tools)) return;
	const { channel } = place;
	const asker = await askerIn(channel, user, tools);
	const reply = await askHouse({ channel, asker, line }, tools);
	await respondWith(reply, place, tools);
}

function userOf({ user }: BlockAction): SlackUser {
	return { id: user.id, name: user.name ?? user.username ?? user.id };
}

function containerChannel({ container }: BlockAction): string | undefined {
	const channel: unknown = container.channel_id;
	return typeof channel === "string" ? channel : undefined;
}

/** A post that began a thread names itself: what it is asked is answered in the channel. */
function threadOf({ message }: BlockAction): string | undefined {
	const thread: unknown = message?.thread_ts;
	const isWithin = typeof thread === "string" && thread !== message?.ts;
	return isWithin ? thread : undefined;
}
