import { beforeEach, describe, expect, test } from "vitest";
import { sampleProposal } from "../contracts/sample-proposals.ts";
import { openCommandHouse, room } from "./command-house.ts";

let house: ReturnType<typeof openCommandHouse>;
const proposal = sampleProposal();
const { id } = proposal;
beforeEach(async () => {
	house = openCommandHouse();
	await house.newsroom.inTurn((turn) => turn.propose(proposal));
});

const confirm = `/proposals confirm ${id} measure:us-232-steel rate:60 from:2026-06-10`;
const steelOn = async (on: string) =>
	(await house.ask(`/tariff steel origin:CA on:${on}`)).title;

test("lists what waits, and shows its figures beside the book's", async () => {
	expect(await house.hear("/proposals list")).toContain(proposal.title);
	const said = await house.hear(`/proposals show ${id.slice(0, 5)}`);
	expect(said).toContain("Nothing changes until a person confirms it");
	expect(said).toMatch(/60%: … is increased to 60 percent …/);
	expect(said).toContain("2026-06-10, takes effect");
	expect(said).toContain("9903.81.87");
	expect(said).toMatch(/us-232-steel \(Section 232\)\s+50% since/);
	expect(said).toContain("What I cannot tell");
	expect(said).toContain(
		`/proposals confirm id:${id} measure:us-232-steel rate:60 from:2026-06-10`,
	);
});

test("nothing changes a rate until a person confirms it, and then at once", async () => {
	expect(await steelOn("2026-06-10")).toContain("50%");
	const said = await house.hear(confirm);
	expect(said).toContain("Section 232: 60% from 2026-06-10");
	expect(said).toMatch(/Until now\s+50% since/);
	expect(said).toContain("manager, 2026-06-04");
	expect(await steelOn("2026-06-09")).toContain("50%");
	expect(await steelOn("2026-06-10")).toContain("60%");
	const answer = await house.hear("/tariff steel origin:CA on:2026-06-10");
	expect(answer).toContain("Proc. 11999");
	expect(answer).toContain("White House, 2026-06-04");
	expect(answer).toContain("confirmed by a person on 2026-06-04");
});

test("keeps who changed what, and takes it back", async () => {
	await house.ask(confirm);
	expect(await house.hear("/proposals list confirmed")).toContain(
		"confirmed by manager on 2026-06-04",
	);
	expect(await house.hear(`/proposals undo ${id}`)).toContain("is withdrawn");
	expect(await steelOn("2026-06-10")).toContain("50%");
	const [amendment] = await house.bookChanges.amendments();
	expect(amendment?.withdrawn?.by).toBe("manager");
	expect(await house.hear("/proposals list")).toContain(proposal.title);
});

test("one act may change several measures", async () => {
	await house.ask(confirm);
	await house.ask(confirm.replace("steel", "aluminum"));
	expect(await house.bookChanges.amendments()).toHaveLength(2);
});

test("a person's own values count, and the act's own name", async () => {
	await house.ask(
		`/proposals confirm ${id} measure:us-232-steel rate:12.5% from:"July 1 2026" to:2026-07-31 origin:Mexico act:Proc. 12000`,
	);
	const [amendment] = await house.bookChanges.amendments();
	expect(amendment).toMatchObject({
		...{ ratePercent: 12.5, from: "2026-07-01", to: "2026-07-31" },
		...{ origin: "MX", act: "Proc. 12000" },
	});
});

describe("mends", () => {
	test.each([
		[
			`/proposals confirm ${id}`,
			"Say what the act says",
			[
				`/proposals confirm id:${id} measure:us-232-steel rate:60 from:2026-06-10`,
			],
		],
		["/proposals show zzz", "No single proposal", ["/proposals list"]],
		["/proposals list maybe", "none of open", []],
		[confirm.replace("us-232-steel", "us-232"), "no measure “us-232”", []],
		[confirm.replace("rate:60", "rate:sixty"), "is no rate", []],
		[confirm.replace("2026-06-10", "03/04/2026"), "is no single day", []],
		[confirm.replace("rate:60", "rate:50"), "charges that already", []],
		[`${confirm} to:2026-06-01`, "ends before it begins", []],
	])("%s", async (line, words, nearest) => {
		const card = await house.ask(line);
		expect(card.tone).toBe("mistake");
		expect(await house.hear(line)).toContain(words);
		expect(card.actions.map((action) => action.line)).toEqual(
			expect.arrayContaining(nearest),
		);
		expect(await house.bookChanges.amendments()).toEqual([]);
	});

	test("what was rejected, until that is undone", async () => {
		await house.ask(`/proposals reject ${id}`);
		expect(await house.hear(confirm)).toContain("This was rejected");
		expect(await house.hear(`/proposals reject ${id}`)).toContain(
			"rejected; undo",
		);
		await house.ask(`/proposals undo ${id}`);
		expect((await house.ask(confirm)).tone).toBe("done");
	});
});

describe("the book is everyone's", () => {
	const elsewhere = { ...room, id: "elsewhere" };

	test.each([confirm, `/proposals reject ${id}`, `/proposals undo ${id}`])(
		"%s is for the channels that were named",
		async (line) => {
			const card = await house.ask(line, "manager", elsewhere);
			expect(card.tone).toBe("mistake");
			expect(await house.bookChanges.amendments()).toEqual([]);
			expect((await house.bookChanges.proposal(id))?.state).toBe("open");
		},
	);

	test("and for those who manage them", async () => {
		expect((await house.ask(confirm, "guest")).tone).toBe("mistake");
		expect(await house.bookChanges.amendments()).toEqual([]);
	});
});
