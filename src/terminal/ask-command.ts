import { cardText } from "../chat/card-text.ts";
import type { Answer, Invocation } from "../chat/command.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

/** A house with its door to commands open. */
export interface OpenAnswer {
	readonly answer: Answer;
	close(): Promise<void>;
}

/** Who sits at the machine manages what the machine runs. */
const here: Omit<Invocation, "line"> = {
	channel: { platform: "console", id: "terminal" },
	asker: { id: "terminal", name: "terminal", mayManage: true },
};

/** `tradewire ask "<command line>" [--json]`: one chat command; `open` is called once it is needed. */
export function makeAskCommand(
	open: () => Promise<OpenAnswer>,
): TerminalCommand {
	return {
		name: "ask",
		usage: 'ask "<command line>" [--json]',
		about: `Answers one chat command, such as "/tariff steel" or "/help", as in chat.
With --json the answering card is printed as one line of JSON. An answer that
says what is wrong ends with exit code 1.`,
		async run(words, terminal) {
			const { line, json } = readWords(words);
			const house = await open();
			try {
				const { card } = await house.answer({ ...here, line });
				const isWrong = card.tone === "mistake";
				if (json) terminal.print(JSON.stringify(card));
				else if (isWrong) terminal.complain(cardText(card));
				else terminal.print(cardText(card));
				return isWrong ? 1 : 0;
			} finally {
				await house.close();
			}
		},
	};
}

function readWords(words: readonly string[]): { line: string; json: boolean } {
	const unknown = words.find((word) => /^--(?!json$)[a-z]/.test(word));
	if (unknown) throw new UsageError(`ask does not know ${unknown}`);
	const json = words.includes("--json");
	const line = words.filter((word) => word !== "--json").join(" ");
	if (line.trim() === "") {
		throw new UsageError('say what to ask: ask "/tariff steel"');
	}
	return { line, json };
}
