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
import type { PhraseKey, Say } from "../../src/phrases/say.ts";
import type { DiscordRest } from "./discord-rest.ts";
import {
	type Localisations,
	localisedNames,
	localisedText,
	type Speakers,
} from "./localised.ts";

/** Who says what our commands are called: in English, and in the locales that have other words. */
export interface CommandSpeakers {
	readonly say: Say;
	readonly speakers: Speakers;
}

interface Described {
	readonly name: string;
	readonly name_localizations: Localisations;
	readonly description: string;
	readonly description_localizations: Localisations;
}

interface SlashOption extends Described {
	readonly type: number;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly options?: readonly SlashOption[];
}

interface SlashCommand extends Described {
	readonly options: readonly SlashOption[];
	/** Permissions that a member needs to see it, as a text of bits; null for everyone. */
	readonly default_member_permissions: string | null;
}

const longestDescription = 100;

/** Our commands as Discord shows them. */
export function slashCommands(
	commands: readonly CommandSpec[],
	tools: CommandSpeakers,
): SlashCommand[] {
	return withTexts(commands, tools).map(({ spec, described }) => ({
		...described,
		options: [
			...subcommandOptions(spec.subcommands, tools),
			...valueOptions(spec.options, tools),
		],
		default_member_permissions:
			spec.right === "manager"
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
	const query = new URLSearchParams({ with_localizations: "true" });
	const registered = await rest.read<APIApplicationCommand[]>(
		about,
		route,
		query,
	);
	if (isSame(commands, registered)) return false;
	await rest.ask(about, (api, signal) =>
		api.put(route, { body: commands, signal }),
	);
	return true;
}

function subcommandOptions(
	subcommands: readonly SubcommandSpec[],
	tools: CommandSpeakers,
): SlashOption[] {
	return withTexts(subcommands, tools).map(({ spec, described }) => ({
		type: ApplicationCommandOptionType.Subcommand,
		...described,
		options: valueOptions(spec.options, tools),
	}));
}

/** Discord wants the required options first. */
function valueOptions(
	options: readonly OptionSpec[],
	tools: CommandSpeakers,
): SlashOption[] {
	return withTexts(options, tools)
		.sort(
			(one, other) => Number(other.spec.required) - Number(one.spec.required),
		)
		.map(({ spec, described }) => ({
			type: ApplicationCommandOptionType.String,
			...described,
			required: spec.required,
			autocomplete: spec.suggest !== undefined,
		}));
}

/** Siblings with their names and what they are about, in every language. */
function withTexts<
	T extends { readonly name: string; readonly about: PhraseKey },
>(
	siblings: readonly T[],
	{ say, speakers }: CommandSpeakers,
): { readonly spec: T; readonly described: Described }[] {
	const names = localisedNames(
		siblings.map(({ name }) => name),
		speakers,
	);
	return siblings.map((spec) => ({
		spec,
		described: {
			name: spec.name,
			name_localizations: names.get(spec.name) ?? {},
			description: fitted(say(spec.about)),
			description_localizations: localisedText(
				spec.about,
				say,
				speakers,
				fitted,
			),
		},
	}));
}

function fitted(text: string): string {
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

interface ComparableText {
	readonly name: string;
	readonly name_localizations?: Localised;
	readonly description: string;
	readonly description_localizations?: Localised;
}

type Localised = Readonly<Record<string, string | null>> | null | undefined;

interface Comparable extends ComparableText {
	readonly options?: readonly ComparableOption[];
	readonly default_member_permissions?: string | null;
}

interface ComparableOption extends ComparableText {
	readonly type: number;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly options?: readonly ComparableOption[];
}

function commandEssence(command: Comparable) {
	const permissions = command.default_member_permissions ?? null;
	const options = (command.options ?? []).map(optionEssence);
	return { ...textEssence(command), permissions, options };
}

function optionEssence(option: ComparableOption): object {
	const { type, required = false, autocomplete = false } = option;
	const options = (option.options ?? []).map(optionEssence);
	return { type, ...textEssence(option), required, autocomplete, options };
}

function textEssence(texts: ComparableText) {
	return {
		name: texts.name,
		names: localisedEssence(texts.name_localizations),
		description: texts.description,
		descriptions: localisedEssence(texts.description_localizations),
	};
}

function localisedEssence(texts: Localised): string[] {
	return Object.entries(texts ?? {})
		.filter(([, text]) => text !== null)
		.map(([locale, text]) => `${locale} ${text}`)
		.sort();
}
