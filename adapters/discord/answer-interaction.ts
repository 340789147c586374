import { setTimeout as sleep } from "node:timers/promises";
import {
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	type Interaction,
	MessageFlags,
} from "discord.js";
import type { Answer, CommandSpec, Reply } from "../../src/chat/command.ts";
import { lineOfButton } from "./action-buttons.ts";
import type { CardMessage } from "./card-message.ts";
import { invocationOf, lineOfCommand } from "./invocation-of.ts";
import {
	type DressedCard,
	type DressTools,
	dressCard,
	sendCard,
} from "./send-card.ts";
import { suggestChoices } from "./suggest-choices.ts";

export interface Answering extends DressTools {
	readonly commands: readonly CommandSpec[];
	readonly answer: Answer;
}

interface DressedReply {
	readonly dressed: DressedCard;
	readonly audience: Reply["audience"];
}

type Asked = ChatInputCommandInteraction | ButtonInteraction;

/** Discord gives up after three seconds; people wonder much sooner. */
const deferAfterMs = 200;

/** Answers a command typed, an option being typed, or a button pressed. Throws what discord.js throws. */
export async function answerInteraction(
	interaction: Interaction,
	tools: Answering,
): Promise<void> {
	if (interaction.isAutocomplete()) {
		await suggestChoices(interaction, tools);
	} else if (interaction.isChatInputCommand()) {
		await answerLine(interaction, lineOfCommand(interaction), tools);
	} else if (interaction.isButton()) {
		const line = lineOfButton(interaction.customId);
		if (line === null) await refuseButton(interaction, tools);
		else await answerLine(interaction, line, tools);
	}
}

/**
 * Answers at once when the answer is soon there. Otherwise Discord is told
 * that one will come, and to whom as the command declares; a mistake meant for
 * the asker alone then takes the place of an answer promised to the channel.
 */
async function answerLine(
	interaction: Asked,
	line: string,
	tools: Answering,
): Promise<void> {
	const answering = dressedAnswer(interaction, line, tools);
	const late = sleep(deferAfterMs, null, { ref: false });
	const quick = await Promise.race([answering, late]);
	if (quick !== null) return replyAtOnce(interaction, quick);
	const promised = audienceOf(line, tools.commands);
	await interaction.deferReply(flagsFor(promised));
	const { dressed, audience } = await answering;
	if (promised === "channel" && audience === "asker") {
		await interaction.deleteReply();
		await sendCard(dressed, (message) =>
			interaction.followUp({ ...answerOf(message), ...flagsFor(audience) }),
		);
	} else {
		await sendCard(dressed, (message) =>
			interaction.editReply(answerOf(message)),
		);
	}
}

async function replyAtOnce(
	interaction: Asked,
	{ dressed, audience }: DressedReply,
): Promise<void> {
	await sendCard(dressed, (message) =>
		interaction.reply({ ...answerOf(message), ...flagsFor(audience) }),
	);
}

async function dressedAnswer(
	interaction: Asked,
	line: string,
	tools: Answering,
): Promise<DressedReply> {
	const { card, audience } = await safeAnswer(interaction, line, tools);
	return { dressed: await dressCard(card, tools), audience };
}

/** `answer` throws only when the house is broken; the asker is told in words. */
async function safeAnswer(
	interaction: Asked,
	line: string,
	{ answer, log, say }: Answering,
): Promise<Reply> {
	try {
		return await answer(invocationOf(interaction, line));
	} catch (error) {
		log.error("discord command failed", { line, error });
		return mistake(say("platforms.discordBroken"));
	}
}

async function refuseButton(
	interaction: ButtonInteraction,
	tools: Answering,
): Promise<void> {
	const { card, audience } = mistake(tools.say("platforms.discordOldButton"));
	const dressed = await dressCard(card, tools);
	await replyAtOnce(interaction, { dressed, audience });
}

function mistake(title: string): Reply {
	const card = { title, url: null, blocks: [], actions: [], footer: null };
	return { card: { ...card, tone: "mistake" }, audience: "asker" };
}

/** As discord.js takes a message. */
function answerOf({ embeds, components, pictures }: CardMessage) {
	const files = pictures.map(({ name, png, description }) => ({
		attachment: Buffer.from(png),
		name,
		...(description === "" ? {} : { description }),
	}));
	return { embeds, components, files };
}

function flagsFor(audience: Reply["audience"]) {
	return audience === "asker" ? { flags: MessageFlags.Ephemeral as const } : {};
}

/** As the line's command declares; what is no command is the asker's alone. */
function audienceOf(
	line: string,
	commands: readonly CommandSpec[],
): Reply["audience"] {
	const name = /^\/?(\S*)/.exec(line)?.[1];
	const command = commands.find((known) => known.name === name);
	return command?.audience ?? "asker";
}
