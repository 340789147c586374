import { type Selectable, sql } from "kysely";
import type { BookChanges, Proposal } from "../news/proposal.ts";
import type { Amendment } from "../tariffs/amendment.ts";
import { type Database, json } from "./database.ts";
import type { Tables } from "./tables.ts";

/** What was proposed for the tariff book, and what people confirmed. */
export function bookChanges(db: Database): BookChanges {
	return {
		...decisions(db),
		async proposals(state, limit) {
			const rows = await db
				.selectFrom("proposals")
				.selectAll()
				.$if(state !== null, (all) => all.where("state", "=", state ?? "open"))
				.orderBy("made_at", "desc")
				.orderBy("id")
				.limit(limit)
				.execute();
			return rows.map(proposalFrom);
		},
		async proposal(idStart) {
			const rows = await db
				.selectFrom("proposals")
				.selectAll()
				.where(sql<boolean>`starts_with(id, ${idStart})`)
				.limit(2)
				.execute();
			const [row] = rows;
			return row && rows.length === 1 ? proposalFrom(row) : null;
		},
		async amendments() {
			const rows = await db
				.selectFrom("amendments")
				.selectAll()
				.orderBy("seq")
				.execute();
			return rows.map(amendmentFrom);
		},
	};
}

function decisions(
	db: Database,
): Pick<BookChanges, "confirm" | "reject" | "undo"> {
	return {
		confirm: (amendment) =>
			db.transaction().execute(async (tx) => {
				const { id, proposalId, confirmedBy, confirmedAt, ...rest } = amendment;
				const { withdrawn: _never, ...change } = rest;
				const decided = { decided_by: confirmedBy, decided_at: confirmedAt };
				const open = await tx
					.updateTable("proposals")
					.set({ state: "confirmed", ...decided })
					.where("id", "=", proposalId)
					.where("state", "<>", "rejected")
					.returning("id")
					.executeTakeFirst();
				if (!open) return false;
				await tx
					.insertInto("amendments")
					.values({
						...{ id, proposal_id: proposalId, amendment: json(change) },
						...{ confirmed_by: confirmedBy, confirmed_at: confirmedAt },
						...{ withdrawn_by: null, withdrawn_at: null },
					})
					.execute();
				return true;
			}),
		async reject(id, by, at) {
			const row = await db
				.updateTable("proposals")
				.set({ state: "rejected", decided_by: by, decided_at: at })
				.where("id", "=", id)
				.where("state", "=", "open")
				.returning("id")
				.executeTakeFirst();
			return row !== undefined;
		},
		undo: (proposalId, by, at) =>
			db.transaction().execute(async (tx) => {
				const gone = await tx
					.updateTable("amendments")
					.set({ withdrawn_by: by, withdrawn_at: at })
					.where("proposal_id", "=", proposalId)
					.where("withdrawn_at", "is", null)
					.returning("id")
					.execute();
				await tx
					.updateTable("proposals")
					.set({ state: "open", decided_by: null, decided_at: null })
					.where("id", "=", proposalId)
					.execute();
				return gone.length;
			}),
	};
}

/** One that stands is left as it is: each article makes one. True when it is new. */
export async function keepProposal(
	tx: Database,
	proposal: Proposal,
): Promise<boolean> {
	const { id, articleId, state, madeAt, decided, ...rest } = proposal;
	const row = await tx
		.insertInto("proposals")
		.values({
			...{ id, article_id: articleId, proposal: json(rest), state },
			made_at: madeAt,
			decided_by: decided?.by ?? null,
			decided_at: decided?.at ?? null,
		})
		.onConflict((there) => there.doNothing())
		.returning("id")
		.executeTakeFirst();
	return row !== undefined;
}

function proposalFrom(row: Selectable<Tables["proposals"]>): Proposal {
	const { id, article_id: articleId, state, made_at: madeAt } = row;
	return {
		...{ id, articleId, state, madeAt, ...row.proposal },
		decided: decision(row.decided_by, row.decided_at),
	};
}

function amendmentFrom(row: Selectable<Tables["amendments"]>): Amendment {
	return {
		...row.amendment,
		id: row.id,
		proposalId: row.proposal_id,
		confirmedBy: row.confirmed_by,
		confirmedAt: row.confirmed_at,
		withdrawn: decision(row.withdrawn_by, row.withdrawn_at),
	};
}

function decision(by: string | null, at: Date | null) {
	return by === null || at === null ? null : { by, at };
}
