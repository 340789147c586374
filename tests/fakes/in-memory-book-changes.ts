import type { BookChanges, Proposal } from "../../src/news/proposal.ts";
import type { Amendment } from "../../src/tariffs/amendment.ts";

/** Proposals by id. */
export type ProposalTable = Map<string, Proposal>;

/** Twin of the store's BookChanges. */
export function inMemoryBookChanges(proposals: ProposalTable): BookChanges {
	const amendments: Amendment[] = [];
	const decide = (id: string, changes: Partial<Proposal>) => {
		const known = proposals.get(id);
		if (known) proposals.set(id, { ...known, ...changes });
	};
	return {
		proposals: async (state, limit) =>
			[...proposals.values()]
				.filter((one) => state === null || one.state === state)
				.sort((a, b) => +b.madeAt - +a.madeAt || (a.id < b.id ? -1 : 1))
				.slice(0, limit),
		async proposal(idStart) {
			const found = [...proposals.values()].filter(({ id }) =>
				id.startsWith(idStart),
			);
			return found.length === 1 ? (found[0] ?? null) : null;
		},
		async confirm(amendment) {
			const { proposalId, confirmedBy: by, confirmedAt: at } = amendment;
			const state = proposals.get(proposalId)?.state ?? "rejected";
			if (state === "rejected") return false;
			amendments.push(amendment);
			decide(proposalId, { state: "confirmed", decided: { by, at } });
			return true;
		},
		async reject(id, by, at) {
			if (proposals.get(id)?.state !== "open") return false;
			decide(id, { state: "rejected", decided: { by, at } });
			return true;
		},
		async undo(proposalId, by, at) {
			let count = 0;
			for (const [index, one] of amendments.entries()) {
				if (one.proposalId !== proposalId || one.withdrawn) continue;
				amendments[index] = { ...one, withdrawn: { by, at } };
				count++;
			}
			decide(proposalId, { state: "open", decided: null });
			return count;
		},
		amendments: async () => [...amendments],
	};
}
