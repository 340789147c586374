import type { BlockAction, types } from "@slack/bolt";
import {
	askerIn,
	askHouse,
	type HouseTools,
	type SlackUser,
} from "./ask-house.ts";
import { formFor } from "./form-of.ts";
import { answerView, formView, waitingView } from "./modal-view.ts";
import { showToChannel } from "./show-to-channel.ts";
import { showHome } from "./take-home.ts";
import { readPlace, type ViewPlace } from "./view-place.ts";

/** A button pressed in a modal of ours, or on the app's home. */
interface PressedInView {
	readonly view: NonNullable<BlockAction["view"]>;
	readonly user: SlackUser;
	readonly line: string;
	readonly trigger: string;
}

/** Answers where the button is: the modal shows the answer next, and the home a modal of its own. */
export async function answerInView(
	pressed: PressedInView,
	tools: HouseTools,
): Promise<void> {
	const { view, user, line } = pressed;
	const before = readPlace(view.private_metadata);
	if (!before) return;
	const { channel, respondTo, thread } = before;
	const place: ViewPlace = { channel, respondTo, thread };
	const wanted = formFor(line, tools.commands);
	if (wanted) {
		const { say } = tools;
		return void (await modalFor(pressed, formView(wanted, place, say), tools));
	}
	const waiting = waitingView(place, tools.say);
	const view_id = await modalFor(pressed, waiting, tools);
	const asker = await askerIn(channel, user, tools);
	const reply = await askHouse({ channel, asker, line }, tools);
	const { client } = await tools.workspaces.of(channel);
	const answer = answerView(reply.card, place, tools.say);
	await client.views.update({ view_id, view: answer });
	await showToChannel(reply, channel, tools);
	if (before.talk) await showHome(before, user, tools);
}

/** Shows it in the modal of the button, or in a new one over the home; gives its id. */
async function modalFor(
	{ view, trigger }: PressedInView,
	shown: types.ModalView,
	{ workspaces }: HouseTools,
): Promise<string> {
	const place = readPlace(view.private_metadata);
	if (!place) throw new Error("no view of ours");
	const { client } = await workspaces.of(place.channel);
	if (view.type === "modal") {
		await client.views.update({ view_id: view.id, view: shown });
		return view.id;
	}
	const opened = await client.views.open({ trigger_id: trigger, view: shown });
	return opened.view?.id ?? "";
}
