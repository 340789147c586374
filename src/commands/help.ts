import { answerCard } from "../cards/answer-card.ts";
import { type Block, type Card, textBlock } from "../chat/card.ts";
import type {
	Command,
	CommandSpec,
	OptionSpec,
	Request,
} from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import { nearestName } from "../chat/nearest-name.ts";

/** `/help [command]`: made from the list of commands, itself included. */
export function helpCommand(others: readonly CommandSpec[]): Command {
	const help: Command = {
		name: "help",
		about: "commands.helpAbout",
		example: "/help subscribe",
		audience: "asker",
		right: "anyone",
		options: [
			{
				name: "command",
				about: "commands.commandOption",
				required: false,
				suggest: async (typed) =>
					[...others, help]
						.filter(({ name }) => name.startsWith(plain(typed)))
						.map(({ name }) => ({ value: name, label: `/${name}` })),
			},
		],
		subcommands: [],
		answer: async (request) => {
			const typed = request.options.command;
			const all = [...others, help];
			return typed === undefined
				? helpOnAll(all, request)
				: helpOnOne(commandMeant(typed, all), request);
		},
	};
	return help;
}

function helpOnAll(commands: readonly CommandSpec[], { say }: Request): Card {
	const facts = commands.map(({ name, about }) => ({
		label: `/${name}`,
		value: [{ text: say(about) }],
	}));
	return answerCard(say("commands.helpTitle", { name: say("chat.name") }), {
		blocks: [textBlock(say("commands.helpText")), { kind: "facts", facts }],
		actions: commands
			.filter(({ name }) => ["topics", "subscriptions"].includes(name))
			.map(({ name }) => ({ label: `/${name}`, line: `/${name}` })),
		footer: say("commands.helpFooter"),
	});
}

function helpOnOne(command: CommandSpec, { say }: Request): Card {
	const { name, about, example, options, subcommands } = command;
	const lines: Block[] = subcommands.flatMap((sub) =>
		usageBlocks(`/${name} ${sub.name}`, sub, say),
	);
	const guide: Block[] = command.guide
		? [
				textBlock({ text: say(command.guide.title), style: "strong" }),
				{
					kind: "facts",
					facts: command.guide.rows.map((row) => ({
						label: row.form,
						value: [{ text: say(row.about) }],
					})),
				},
			]
		: [];
	const right: Block[] =
		command.right === "manager"
			? [textBlock({ text: say("commands.helpManager"), style: "soft" })]
			: [];
	return answerCard(`/${name}`, {
		blocks: [
			textBlock(say(about)),
			...(subcommands.length > 0
				? lines
				: usageBlocks(`/${name}`, { about: null, options }, say)),
			textBlock(`${say("chat.mistakeExample")} `, {
				text: example,
				style: "code",
			}),
			...guide,
			...right,
		],
	});
}

function usageBlocks(
	title: string,
	{
		about,
		options,
	}: {
		/** Null where it was told already. */
		readonly about: CommandSpec["about"] | null;
		readonly options: readonly OptionSpec[];
	},
	say: Request["say"],
): Block[] {
	const usage = [title, ...options.map(placeText)].join(" ");
	const told = about === null ? "" : `\n${say(about)}`;
	const line = textBlock({ text: usage, style: "code" }, told);
	const facts = options.map((option) => ({
		label: option.name,
		value: [{ text: say(option.about) }],
	}));
	return facts.length === 0 ? [line] : [line, { kind: "facts", facts }];
}

function placeText({ name, required }: OptionSpec): string {
	return required ? `<${name}>` : `[${name}]`;
}

function commandMeant(
	typed: string,
	commands: readonly CommandSpec[],
): CommandSpec {
	const name = plain(typed);
	const found = commands.find((command) => command.name === name);
	if (found) return found;
	const near = nearestName(name, commands);
	const nearest = near === undefined ? ["/help"] : [`/help ${near}`];
	throw new Mistake("chat.unknownCommand", { typed }, { nearest });
}

function plain(typed: string): string {
	return typed.toLowerCase().replace(/^\//, "");
}
