import type { Finding } from "../chat/finding.ts";
import { type TerminalCommand, UsageError } from "./terminal-command.ts";

const marks = { well: "✓", off: "–", ill: "✗" } as const;

/** `doctor`: prints each finding as it comes; exits 1 when anything is ill. */
export function makeDoctorCommand(
	examine: () => AsyncIterable<Finding>,
): TerminalCommand {
	return {
		name: "doctor",
		usage: "doctor",
		about:
			"Checks settings, store, queue, platforms and feeds, and says what to do about each fault.",
		async run(words, terminal) {
			if (words.length > 0) throw new UsageError("doctor takes no words");
			let ill = 0;
			for await (const finding of examine()) {
				if (finding.state === "ill") ill++;
				terminal.print(
					`${marks[finding.state]} ${finding.what}: ${finding.says}`,
				);
				if (finding.mend !== null) terminal.print(`    → ${finding.mend}`);
			}
			terminal.print(ill === 0 ? "All well." : `${ill} to mend.`);
			return ill === 0 ? 0 : 1;
		},
	};
}
