import {
	type APIApplicationCommand,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	PermissionFlagsBits,
	Routes,
} from "discord.js";
import type {
	CommandSpec,
	OptionSpec,
	SubcommandSpec,
} from "../../src/chat/command.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { DiscordRest } from "./discord-rest.ts";

interface SlashOption {
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly options?: readonly SlashOption[];
}

interface SlashCommand {
	readonly name: string;
	readonly description: string;
	readonly options: readonly SlashOption[];
	/** Permissions that a member needs to see it, as a text of bits; null for everyone. */
	readonly default_member_permissions: string | null;
}

const longestDescription = 100;

/** Our commands as Discord shows them. */
export function slashCommands(
	commands: readonly CommandSpec[],
	say: Say,
): SlashCommand[] {
	return commands.map((command) => ({
		name: command.name,
		description: described(say(command.about)),
		options: [
			...command.subcommands.map((sub) => subcommandOption(sub, say)),
			...valueOptions(command.options, say),
		],
		default_member_permissions:
			command.right === "manager"
				? String(PermissionFlagsBits.ManageChannels)
				: null,
	}));
}

/**
 * Registers the commands for all servers when Discord's list differs from
 * ours; gives whether it did. Throws ChatError.
 */
export async function registerCommands(
	commands: readonly SlashCommand[],
	applicationId: string,
	rest: DiscordRest,
): Promise<boolean> {
	const route = Routes.applicationCommands(applicationId);
	const about = `commands of Discord application ${applicationId}`;
	const known = await rest.ask(about, (api, signal) =>
		api.get(route, { signal }),
	);
	// Discord's own answer, of its documented shape.
	const registered = known as APIApplicationCommand[];
	if (isSame(commands, registered)) return false;
	await rest.ask(about, (api, signal) =>
		api.put(route, { body: commands, signal }),
	);
	return true;
}

function subcommandOption(sub: SubcommandSpec, say: Say): SlashOption {
	return {
		type: ApplicationCommandOptionType.Subcommand,
		name: sub.name,
		description: described(say(sub.about)),
		options: valueOptions(sub.options, say),
	};
}

/** Discord wants the required options first. */
function valueOptions(options: readonly OptionSpec[], say: Say): SlashOption[] {
	return [...options]
		.sort((one, other) => Number(other.required) - Number(one.required))
		.map(({ name, about, required, suggest }) => ({
			type: ApplicationCommandOptionType.String,
			name,
			description: described(say(about)),
			required,
			autocomplete: suggest !== undefined,
		}));
}

function described(text: string): string {
	return text.length <= longestDescription
		? text
		: `${text.slice(0, longestDescription - 1)}…`;
}

/** Discord leaves out what is false or empty, and adds fields of its own. */
function isSame(
	ours: readonly SlashCommand[],
	theirs: readonly APIApplicationCommand[],
): boolean {
	const typed = theirs.filter(
		({ type }) =>
			(type ?? ApplicationCommandType.ChatInput) ===
			ApplicationCommandType.ChatInput,
	);
	const essence = (commands: readonly Comparable[]) =>
		JSON.stringify(
			commands
				.map(commandEssence)
				.sort((one, other) => (one.name < other.name ? -1 : 1)),
		);
	return essence(ours) === essence(typed);
}

interface Comparable {
	readonly name: string;
	readonly description: string;
	readonly options?: readonly ComparableOption[];
	readonly default_member_permissions?: string | null;
}

interface ComparableOption {
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly options?: readonly ComparableOption[];
}

function commandEssence(command: Comparable) {
	const { name, description, options = [] } = command;
	const permissions = command.default_member_permissions ?? null;
	return {
		name,
		description,
		permissions,
		options: options.map(optionEssence),
	};
}

function optionEssence(option: ComparableOption): object {
	const { type, name, description, options = [] } = option;
	const { required = false, autocomplete = false } = option;
	const inner = options.map(optionEssence);
	return { type, name, description, required, autocomplete, options: inner };
}
