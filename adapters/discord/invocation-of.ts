import {
	ApplicationCommandOptionType,
	type ChatInputCommandInteraction,
	type Interaction,
	PermissionFlagsBits,
} from "discord.js";
import type { ChannelRef } from "../../src/chat/channel.ts";
import type { Invocation } from "../../src/chat/command.ts";
import { formatCommandLine } from "../../src/chat/format-command-line.ts";

/** Who asked what, and where. */
export function invocationOf(
	interaction: Interaction,
	line: string,
): Invocation {
	const { user } = interaction;
	return {
		channel: channelOf(interaction),
		asker: {
			id: user.id,
			name: user.displayName,
			mayManage: mayManage(interaction),
			isAlone: interaction.guildId === null,
		},
		line,
	};
}

/** The channel where it happened; a thread counts as a channel. */
export function channelOf({ channelId }: Interaction): ChannelRef {
	if (channelId === null) throw new Error("an interaction without a channel");
	return { platform: "discord", id: channelId };
}

/** The options that Discord hands over one by one, as a command line. */
export function lineOfCommand({
	commandName,
	options,
}: ChatInputCommandInteraction): string {
	const [first] = options.data;
	const isSubcommand = first?.type === ApplicationCommandOptionType.Subcommand;
	const subcommand = isSubcommand ? first.name : null;
	const given = isSubcommand ? (first.options ?? []) : options.data;
	const values = given.map(({ name, value }) => [name, String(value ?? "")]);
	return formatCommandLine(commandName, subcommand, Object.fromEntries(values));
}

/** “Manage Channels” here; in direct messages people manage their own channel. */
function mayManage({ guildId, memberPermissions }: Interaction): boolean {
	if (guildId === null) return true;
	return memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false;
}
