import type { types } from "@slack/bolt";
import type { Card } from "../../src/chat/card.ts";
import type { Say } from "../../src/phrases/say.ts";
import { cardMessage, usualRoom } from "./card-message.ts";
import { richBlock, spanPieces } from "./rich-text.ts";
import { slackChannelId } from "./slack-channel.ts";
import { placeText, type ViewPlace } from "./view-place.ts";

/** `action_id`s of the home's own controls. */
export const homeChannel = "home_channel";
export const homeRefresh = "home_refresh";

const mostBlocks = 100;
/** The second is so small that its cards cannot have too many blocks. */
const rooms = [usualRoom / 2, usualRoom / 8];

/** The app's home: a channel to choose, and what the house says about it. */
export function homeView(
	cards: readonly Card[],
	place: ViewPlace,
	say: Say,
): types.HomeView {
	const top = [aboutBlock(say), controls(place, say)];
	const bodies = rooms.map((room) =>
		cards.flatMap((card, at) =>
			cardMessage(card, say, room).blocks.map((block) => ownId(block, at)),
		),
	);
	const fits = bodies.find(({ length }) => top.length + length <= mostBlocks);
	return {
		type: "home",
		private_metadata: placeText(place),
		blocks: [...top, ...(fits ?? bodies.at(-1) ?? [])],
	};
}

function aboutBlock(say: Say): types.RichTextBlock {
	return richBlock(spanPieces([{ text: say("platforms.slackHomeAbout") }]));
}

function controls({ channel }: ViewPlace, say: Say): types.ActionsBlock {
	const id = slackChannelId(channel);
	const picked = id.startsWith("D") ? {} : { initial_conversation: id };
	return {
		type: "actions",
		// A list keeps what was chosen while its block has the same id.
		block_id: `home-${id}`,
		elements: [
			{
				type: "conversations_select",
				action_id: homeChannel,
				placeholder: plain(say("platforms.slackHomeChoose")),
				filter: { include: ["public", "private"] },
				...picked,
			},
			{
				type: "button",
				action_id: homeRefresh,
				text: plain(say("platforms.slackHomeRefresh")),
			},
		],
	};
}

/** Buttons of several cards stand in one view, each with an id of its own. */
function ownId(block: types.KnownBlock, at: number): types.KnownBlock {
	if (block.type !== "actions") return block;
	const elements = block.elements.map((element) => ({
		...element,
		action_id: `${element.action_id}-${at}`,
	}));
	return { ...block, elements };
}

function plain(text: string): types.PlainTextElement {
	return { type: "plain_text", text, emoji: false };
}
