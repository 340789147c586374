import { setTimeout as sleep } from "node:timers/promises";
import type {
	ApplicationCommandOptionChoiceData,
	AutocompleteInteraction,
} from "discord.js";
import type {
	Choice,
	CommandSpec,
	OptionSpec,
} from "../../src/chat/command.ts";
import { inertLine } from "../../src/chat/inert-text.ts";
import type { Log } from "../../src/log.ts";
import { cutText } from "./card-piece.ts";
import { channelOf } from "./invocation-of.ts";
import { isBlank } from "./markdown.ts";

const mostChoices = 25;
const longestChoice = 100;
/** Discord waits three seconds; what comes later is of no use. */
const patienceMs = 2_000;

/** Offers what may be meant by the text typed so far; nothing when that takes too long. */
export async function suggestChoices(
	interaction: AutocompleteInteraction,
	{ commands, log }: { commands: readonly CommandSpec[]; log: Log },
): Promise<void> {
	const { name, value } = interaction.options.getFocused(true);
	const suggest = optionSpec(interaction, name, commands)?.suggest;
	const channel = channelOf(interaction);
	const suggesting = (suggest?.(value, channel) ?? Promise.resolve([])).catch(
		(error): readonly Choice[] => {
			log.error("discord suggestion failed", { option: name, error });
			return [];
		},
	);
	const late = sleep(patienceMs, [], { ref: false });
	const choices = await Promise.race([suggesting, late]);
	await interaction.respond(fittingChoices(choices));
}

function optionSpec(
	{ commandName, options }: AutocompleteInteraction,
	name: string,
	commands: readonly CommandSpec[],
): OptionSpec | undefined {
	const command = commands.find((known) => known.name === commandName);
	const subcommand = options.getSubcommand(false);
	const specs =
		subcommand === null
			? command?.options
			: command?.subcommands.find((sub) => sub.name === subcommand)?.options;
	return specs?.find((option) => option.name === name);
}

/** One choice that breaks a rule would lose all: a value too long cannot be offered, a label is cut. */
function fittingChoices(
	choices: readonly Choice[],
): ApplicationCommandOptionChoiceData[] {
	const fitting = choices.filter(
		({ value }) => !isBlank(value) && value.length <= longestChoice,
	);
	const byValue = new Map(fitting.map((choice) => [choice.value, choice]));
	return [...byValue.values()]
		.slice(0, mostChoices)
		.map(({ value, label }) => ({ name: choiceName(label, value), value }));
}

function choiceName(label: string, value: string): string {
	const name = inertLine(label);
	if (isBlank(name)) return value;
	return name.length <= longestChoice
		? name
		: `${cutText(name, longestChoice - 1)[0] ?? ""}…`;
}
