import type { Command } from "../chat/command.ts";
import { Mistake, withExample } from "../chat/mistake.ts";

/** The same command, whose mistakes show a line of the subcommand that was asked for. */
export function withExamples(command: Command): Command {
	return {
		...command,
		async answer(request) {
			try {
				return await command.answer(request);
			} catch (error) {
				const asked = command.subcommands.find(
					({ name }) => name === request.subcommand,
				);
				if (!(error instanceof Mistake) || !asked?.example) throw error;
				throw withExample(error, asked.example);
			}
		},
	};
}
