import type { App, types } from "@slack/bolt";
import type { Reply } from "../../src/chat/command.ts";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";
import {
	askerIn,
	askHouse,
	type HouseTools,
	type SlackUser,
} from "./ask-house.ts";
import { atMost } from "./at-most.ts";
import { choiceField, filledIn, offered } from "./form-inputs.ts";
import { type Form, formFor, formNamed, type Given } from "./form-of.ts";
import {
	answerView,
	formCallback,
	formView,
	waitingView,
} from "./modal-view.ts";
import { respondWith } from "./respond-with.ts";
import { showToChannel } from "./show-to-channel.ts";
import { readPlace, type ViewPlace } from "./view-place.ts";
import type { WorkUnderWay } from "./work-under-way.ts";

/** Slack wants a form's answer, and a list's choices, within 3 s. */
const answerWithinMs = 2_000;

/** Opens the form of a line that lacks something; gives whether it is open. */
export async function openForm(
	asked: { place: ViewPlace; line: string; trigger: string },
	{ commands, workspaces, say, log }: HouseTools,
): Promise<boolean> {
	const wanted = formFor(asked.line, commands);
	if (!wanted) return false;
	const { place, trigger } = asked;
	try {
		const { client } = await workspaces.of(place.channel);
		const view = formView(wanted, place, say);
		// Not at the pace of other calls: the trigger does not wait.
		await client.views.open({ trigger_id: trigger, view });
		return true;
	} catch (error) {
		// The house then says in words what the line lacks.
		log.warn("slack form not opened", { channel: place.channel.id, error });
		return false;
	}
}

/** Answers forms that are sent in, and offers choices while they are filled in. */
export function takeForms(
	app: App,
	work: WorkUnderWay,
	tools: HouseTools,
): void {
	const { commands, workspaces, say } = tools;
	app.view(formCallback, async ({ body, view, ack }) => {
		const place = readPlace(view.private_metadata);
		const form = formNamed(place?.form ?? "", commands);
		if (!place || !form) return ack();
		const given = filledIn(view.state.values);
		const { id, name } = body.user;
		const sent = { place, form, given, user: { id, name } };
		const answering = answerForm(sent, tools);
		const isInTime = await atMost(answerWithinMs, answering);
		if (isInTime) {
			const { next, isOver } = await answering;
			return isOver ? ack() : ack({ response_action: "update", view: next });
		}
		const waiting = waitingView(place, say);
		await ack({ response_action: "update", view: waiting });
		work.begin(async () => {
			const { next } = await answering;
			const { client } = await workspaces.of(place.channel);
			await client.views.update({ view_id: view.id, view: next });
		});
	});
	app.options<"block_suggestion">(
		{ type: "block_suggestion", action_id: choiceField },
		async ({ payload, ack }) => {
			const { block_id, value, view } = payload;
			const place = readPlace(view?.private_metadata);
			const form = formNamed(place?.form ?? "", commands);
			const option = form?.options.find(({ name }) => name === block_id);
			if (!place || !option?.suggest) return ack({ options: [] });
			const looking = option.suggest(value, place.channel);
			const isInTime = await atMost(answerWithinMs, looking);
			const choices = isInTime ? await looking : [];
			await ack({ options: offered(choices, value) });
		},
	);
}

interface Sent {
	readonly place: ViewPlace;
	readonly form: Form;
	readonly given: Given;
	readonly user: SlackUser;
}

/** What the modal shows next, and whether it may close instead, the answer being told elsewhere. */
interface Outcome {
	readonly next: types.ModalView;
	readonly isOver: boolean;
}

/** A mistake is shown above the fields, which keep what they hold. */
async function answerForm(sent: Sent, tools: HouseTools): Promise<Outcome> {
	const { place, form, given, user } = sent;
	const { channel } = place;
	const line = formatCommandLine(form.command, form.subcommand, given);
	const asker = await askerIn(channel, user, tools);
	const reply = await askHouse({ channel, asker, line }, tools);
	const { card } = reply;
	if (card.tone === "mistake") {
		const next = formView({ form, given }, place, tools.say, card);
		return { next, isOver: false };
	}
	const next = answerView(card, place, tools.say);
	return { next, isOver: await tell(reply, place, tools) };
}

/** By the response address, else to the channel alone; gives whether the asker was told. */
async function tell(
	reply: Reply,
	place: ViewPlace,
	tools: HouseTools,
): Promise<boolean> {
	if (await respondWith(reply, place, tools)) return true;
	await showToChannel(reply, place.channel, tools);
	return false;
}
