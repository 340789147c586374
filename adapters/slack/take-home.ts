import type { App, BlockAction, ConversationsSelectAction } from "@slack/bolt";
import type { Card } from "../../src/chat/card.ts";
import {
	askerIn,
	askHouse,
	type HouseTools,
	plainCard,
	type SlackUser,
} from "./ask-house.ts";
import { homeChannel, homeRefresh, homeView } from "./home-view.ts";
import { isMember } from "./is-member.ts";
import { slackChannelId } from "./slack-channel.ts";
import { readPlace, type ViewPlace } from "./view-place.ts";
import type { WorkUnderWay } from "./work-under-way.ts";

/** What the home shows of a channel, by the commands that say it. */
const homeLines = [
	{ command: "subscriptions", line: "/subscriptions" },
	{ command: "feeds", line: "/feeds health" },
];

/** Shows the app's home to whoever opens it, chooses a channel there, or asks for it anew. */
export function takeHome(
	app: App,
	work: WorkUnderWay,
	tools: HouseTools,
): void {
	app.event("app_home_opened", async ({ event, context }) => {
		if (event.tab !== "home") return;
		work.begin(async () => {
			const { user, channel: talk, view } = event;
			const channel = await tools.workspaces.channelOf(context, talk);
			const before = readPlace(view?.private_metadata);
			const place = before?.talk === talk ? before : { channel, talk };
			await showHome(place, { id: user, name: user }, tools);
		});
	});
	app.action<BlockAction<ConversationsSelectAction>>(
		{ type: "block_actions", action_id: homeChannel },
		async ({ action, body, context, ack }) => {
			await ack();
			work.begin(async () => {
				const talk = readPlace(body.view?.private_metadata)?.talk;
				const picked = action.selected_conversation ?? talk;
				if (!talk || !picked) return;
				const channel = await tools.workspaces.channelOf(context, picked);
				await showHome({ channel, talk }, userOf(body), tools);
			});
		},
	);
	app.action<BlockAction>(
		{ type: "block_actions", action_id: homeRefresh },
		async ({ body, ack }) => {
			await ack();
			work.begin(async () => {
				const place = readPlace(body.view?.private_metadata);
				if (place) await showHome(place, userOf(body), tools);
			});
		},
	);
}

/** Publishes someone's home, about the channel of `place`. */
export async function showHome(
	place: ViewPlace,
	user: SlackUser,
	tools: HouseTools,
): Promise<void> {
	const workspace = await tools.workspaces.of(place.channel);
	const id = slackChannelId(place.channel);
	const maySee = id === place.talk || (await isMember(user.id, id, workspace));
	const cards = maySee
		? await channelCards(place, user, tools)
		: [plainCard(tools.say("platforms.slackHomeNotMember"), "warning")];
	const view = homeView(cards, place, tools.say);
	const { client, pace } = workspace;
	await pace.call("views.publish", () =>
		client.views.publish({ user_id: user.id, view }),
	);
}

/** What is for managers alone is not asked for others: a refusal is no news on a home. */
async function channelCards(
	{ channel }: ViewPlace,
	user: SlackUser,
	tools: HouseTools,
): Promise<readonly Card[]> {
	const asker = await askerIn(channel, user, tools);
	const lines = homeLines.filter(({ command }) =>
		tools.commands.some(
			({ name, right }) =>
				name === command && (right === "anyone" || asker.mayManage),
		),
	);
	const replies = await Promise.all(
		lines.map(({ line }) => askHouse({ channel, asker, line }, tools)),
	);
	return replies.map(({ card }) => card);
}

function userOf({ user }: BlockAction): SlackUser {
	return { id: user.id, name: user.name ?? user.username ?? user.id };
}
