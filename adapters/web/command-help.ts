import type {
	Choice,
	CommandSpec,
	OptionSpec,
	SubcommandSpec,
} from "../../src/chat/command.ts";
import type { Say } from "../../src/phrases/say.ts";
import type { ChatWish } from "./chat-wishes.ts";
import type { CommandHelp, OptionHelp, SubcommandHelp } from "./wire.ts";

const mostChoices = 25;

/** What the page needs to complete a command line, in the reader's words. */
export function commandHelp(
	commands: readonly CommandSpec[],
	say: Say,
): readonly CommandHelp[] {
	return commands.map((command) => ({
		...subcommandHelp(command, say),
		example: command.example,
		subcommands: command.subcommands.map((sub) => subcommandHelp(sub, say)),
	}));
}

function subcommandHelp(
	{ name, about, options }: SubcommandSpec,
	say: Say,
): SubcommandHelp {
	const help = (option: OptionSpec): OptionHelp => ({
		name: option.name,
		about: say(option.about),
		required: option.required,
		greedy: option.greedy ?? false,
		suggests: option.suggest !== undefined,
	});
	return { name, about: say(about), options: options.map(help) };
}

/** What may be typed for an option; nothing for a command or option that is none. */
export async function suggestChoices(
	commands: readonly CommandSpec[],
	wish: ChatWish,
): Promise<readonly Choice[]> {
	const command = commands.find(({ name }) => name === wish.command);
	const sub = command?.subcommands.find(({ name }) => name === wish.subcommand);
	const option = (sub ?? command)?.options.find(
		({ name }) => name === wish.option,
	);
	const channel = { platform: "web", id: wish.channel };
	const choices = await option?.suggest?.(wish.typed ?? "", channel);
	return choices?.slice(0, mostChoices) ?? [];
}
