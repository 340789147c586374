import { setTimeout as sleep } from "node:timers/promises";
import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { CommandTools } from "./command-tools.ts";

/** Who asked does not wait longer; then what is promised is tried. */
const patienceMs = 2_000;

/**
 * Sees, before anything is promised to a channel, that we may post there.
 * @throws Mistake that names what is missing and what to click.
 */
export async function requireReach(
	{ channel }: Request,
	{ examineChannel }: Pick<CommandTools, "examineChannel">,
): Promise<void> {
	const timer = new AbortController();
	const late = sleep(patienceMs, [], { signal: timer.signal, ref: false });
	const findings = await Promise.race([
		examineChannel(channel).catch(() => []),
		late.catch(() => []),
	]);
	timer.abort();
	const faults = findings.filter(({ state }) => state === "ill");
	if (faults.length === 0) return;
	const sentences = faults.map(({ says, mend }) =>
		mend === null ? says : `${says} → ${mend}`,
	);
	throw new Mistake("commands.cannotPost", { faults: sentences.join("\n") });
}
