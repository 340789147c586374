import type { Request } from "../chat/command.ts";
import { formatCommandLine } from "../chat/format-command-line.ts";

/** The command line of the question as it was asked, with something in it changed. */
export function tariffLine(
	{ options }: Request,
	change: Readonly<Record<string, string>>,
): string {
	return formatCommandLine("tariff", null, { ...options, ...change });
}
