import { expect, test } from "vitest";
import type { MakeMemories, Memories } from "./memories.ts";
import { at } from "./sample-news.ts";
import { sampleAmendment, sampleProposal } from "./sample-proposals.ts";

const propose = ({ newsroom }: Memories, articleId: string, minutes = 0) =>
	newsroom.inTurn((turn) =>
		turn.propose(sampleProposal({ articleId, madeAt: at(minutes) })),
	);

/** What every BookChanges does. */
export function bookChangesContract(make: MakeMemories): void {
	test("an article proposes once, however often it is read", async () => {
		const memories = await make();
		expect(await propose(memories, "act-1")).toBe(true);
		expect(await propose(memories, "act-1", 9)).toBe(false);
		expect(await memories.bookChanges.proposals(null, 9)).toEqual([
			sampleProposal(),
		]);
	});

	test("a turn that fails proposes nothing", async () => {
		const { newsroom, bookChanges } = await make();
		const failing = newsroom.inTurn(async (turn) => {
			await turn.propose(sampleProposal());
			throw new Error("the turn broke");
		});
		await expect(failing).rejects.toThrow("the turn broke");
		expect(await bookChanges.proposals(null, 9)).toEqual([]);
	});

	test("finds them by state, the newest first, and by a unique beginning", async () => {
		const memories = await make();
		const { bookChanges } = memories;
		await propose(memories, "act-1", 1);
		await propose(memories, "act-2", 2);
		const [newest, older] = await bookChanges.proposals("open", 9);
		expect([newest?.articleId, older?.articleId]).toEqual(["act-2", "act-1"]);
		expect(await bookChanges.proposals("open", 1)).toHaveLength(1);
		expect(await bookChanges.proposals("confirmed", 9)).toEqual([]);
		const id = older?.id ?? "";
		expect((await bookChanges.proposal(id.slice(0, 5)))?.id).toBe(id);
		expect(await bookChanges.proposal("")).toBeNull();
		expect(await bookChanges.proposal("%")).toBeNull();
	});

	test("confirming keeps who changed what, and when", async () => {
		const memories = await make();
		const { bookChanges } = memories;
		await propose(memories, "act-1");
		const second = { measure: "us-232-aluminum", id: "a2" };
		expect(await bookChanges.confirm(sampleAmendment())).toBe(true);
		expect(await bookChanges.confirm(sampleAmendment(second))).toBe(true);
		expect(await bookChanges.amendments()).toEqual([
			sampleAmendment(),
			sampleAmendment(second),
		]);
		const [proposal] = await bookChanges.proposals("confirmed", 9);
		expect(proposal?.decided).toEqual({ by: "Ann", at: at(5) });
	});

	test("what was rejected cannot be confirmed, nor the other way round", async () => {
		const memories = await make();
		const { bookChanges } = memories;
		await propose(memories, "act-1");
		await propose(memories, "act-2");
		const other = sampleProposal({ articleId: "act-2" }).id;
		expect(await bookChanges.reject(other, "Bob", at(3))).toBe(true);
		const late = sampleAmendment({ proposalId: other });
		expect(await bookChanges.confirm(late)).toBe(false);
		await bookChanges.confirm(sampleAmendment());
		const confirmed = sampleProposal().id;
		expect(await bookChanges.reject(confirmed, "Bob", at(4))).toBe(false);
		expect(await bookChanges.amendments()).toHaveLength(1);
	});

	test("undoing withdraws what stands, keeps its record, and opens it again", async () => {
		const memories = await make();
		const { bookChanges } = memories;
		await propose(memories, "act-1");
		await bookChanges.confirm(sampleAmendment());
		const { id } = sampleProposal();
		expect(await bookChanges.undo(id, "Bob", at(8))).toBe(1);
		expect(await bookChanges.undo(id, "Eve", at(9))).toBe(0);
		expect(await bookChanges.amendments()).toEqual([
			sampleAmendment({ withdrawn: { by: "Bob", at: at(8) } }),
		]);
		const [proposal] = await bookChanges.proposals("open", 9);
		expect(proposal?.decided).toBeNull();
		expect(await bookChanges.confirm(sampleAmendment({ id: "a3" }))).toBe(true);
	});
}
