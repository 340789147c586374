import type { Request } from "../chat/command.ts";
import { Mistake } from "../chat/mistake.ts";
import type { Proposal } from "../news/proposal.ts";
import type { CommandTools } from "./command-tools.ts";

/** The proposal whose id begins as typed. Throws Mistake when it is none, or not one alone. */
export async function proposalMeant(
	{ options }: Request,
	{ bookChanges }: Pick<CommandTools, "bookChanges">,
): Promise<Proposal> {
	const id = (options.id ?? "").toLowerCase();
	const proposal = await bookChanges.proposal(id);
	if (proposal) return proposal;
	const nearest = ["/proposals list"];
	throw new Mistake("proposals.unknown", { id }, { nearest });
}

/** The book is one for all channels: throws Mistake where this one has no say in it. */
export function requireBookChannel(
	{ channel, asker }: Request,
	{ mayAmend }: Pick<CommandTools, "mayAmend">,
): void {
	const isAlone = asker.isAlone ?? false;
	if (!mayAmend(channel, isAlone)) throw new Mistake("proposals.notHere");
}
