import { createHash } from "node:crypto";
import type { Amendment } from "../tariffs/amendment.ts";
import type { InstrumentReading } from "./read-instrument.ts";

/** open → confirmed (its amendments stand in the book), or rejected. */
export type ProposalState = "open" | "confirmed" | "rejected";

/** An official item that looks like an act on rates, for a person to look at. */
export interface Proposal {
	/** Short enough to be typed. */
	readonly id: string;
	readonly articleId: string;
	readonly title: string;
	readonly url: string | null;
	/** Who published it. */
	readonly outlet: string;
	/** `YYYY-MM-DD`; of our reading where the item gives none. */
	readonly day: string;
	readonly reading: InstrumentReading;
	readonly state: ProposalState;
	readonly madeAt: Date;
	/** Who confirmed or rejected it last, and when; null while nobody has. */
	readonly decided: { readonly by: string; readonly at: Date } | null;
}

/** Remembers what was proposed and what people made of it. Who changed what, and when, is never lost. */
export interface BookChanges {
	/** Newest first; of any state for null. */
	proposals(
		state: ProposalState | null,
		limit: number,
	): Promise<readonly Proposal[]>;
	/** By a unique beginning of its id. */
	proposal(idStart: string): Promise<Proposal | null>;
	/** In one transaction keeps the amendment and marks its proposal confirmed. False where it was rejected. */
	confirm(amendment: Amendment): Promise<boolean>;
	/** False when it was not open. */
	reject(id: string, by: string, at: Date): Promise<boolean>;
	/** In one transaction withdraws what stands of the proposal and opens it again; gives how many amendments that were. */
	undo(proposalId: string, by: string, at: Date): Promise<number>;
	/** In the order in which they were confirmed, those withdrawn too. */
	amendments(): Promise<readonly Amendment[]>;
}

/** The proposal's id: one article makes one proposal, however often it is read. */
export function proposalId(articleId: string): string {
	return createHash("sha256").update(articleId).digest("hex").slice(0, 8);
}
