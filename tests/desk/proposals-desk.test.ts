import fastify from "fastify";
import { beforeEach, describe, expect, test } from "vitest";
import { answerCard } from "../../src/cards/answer-card.ts";
import { proposalRoute } from "../../src/desk/proposal-route.ts";
import { proposalsView, readProposals } from "../../src/desk/proposals-view.ts";
import type { Proposal } from "../../src/news/proposal.ts";
import { sayIn } from "../../src/phrases/say.ts";
import { readBook } from "../../src/tariffs/book.ts";
import { sampleProposal } from "../contracts/sample-proposals.ts";

const book = readBook();
const say = sayIn("en");
const now = () => new Date("2026-06-04T12:00:00Z");

async function view(all: readonly Proposal[]) {
	const proposals = async (state: Proposal["state"] | null) =>
		all.filter((one) => one.state === state);
	const tools = { bookChanges: { proposals }, book: () => book, now };
	return proposalsView(await readProposals(tools), say).text;
}

test("shows an act's figures beside the book's, with a form filled in as far as it can be", async () => {
	const page = await view([sampleProposal()]);
	expect(page).toContain("60%");
	expect(page).toContain("… is increased to 60 percent …");
	expect(page).toMatch(
		/us-232-steel \(Section 232\)<\/td><td dir="auto">50% since/,
	);
	expect(page).toContain('name="measure" value="us-232-steel"');
	expect(page).toContain('name="rate" value="60"');
	expect(page).toContain('name="from" value="2026-06-10"');
	expect(page).toContain('<option value="us-232-aluminum">');
});

test("shows who confirmed what, and a button to undo it", async () => {
	const decided = { by: "Ann", at: now() };
	const page = await view([sampleProposal({ state: "confirmed", decided })]);
	expect(page).toContain("confirmed by Ann on 2026-06-04");
	expect(page).toContain('value="undo"');
});

test("says that nothing waits", async () => {
	expect(await view([])).toContain("No act waits for a person.");
});

test("an act that attacks stays text", async () => {
	const hostile = '"><script>alert(1)</script>';
	const page = await view([
		sampleProposal({
			title: hostile,
			outlet: hostile,
			url: "javascript:alert(1)",
			reading: {
				...sampleProposal().reading,
				act: hostile,
				rates: [{ percent: 1, words: hostile }],
			},
		}),
	]);
	expect(page).not.toContain("<script>");
	expect(page).not.toContain("javascript:");
});

describe("a form", () => {
	const asked: string[] = [];
	beforeEach(() => void asked.splice(0));
	const payload = new URLSearchParams({
		...{ action: "confirm", id: "1a2b3c4d", measure: "us-232-steel" },
		...{ rate: "60", from: "2026-06-10", to: "", act: 'Proc. "1" x' },
	}).toString();

	async function post(form = payload) {
		const http = fastify();
		proposalRoute(http, {
			ask: async (line, by) => {
				asked.push(line);
				return answerCard(`Section 232: 60% by ${by}`, { tone: "done" });
			},
			say,
		});
		http.addHook("onRequest", async (request) => {
			request.guest = { name: "ana", mayManage: true, isOperator: false };
		});
		return http.inject({
			...{ method: "POST", url: "/desk/proposals", payload: form },
			headers: { "content-type": "application/x-www-form-urlencoded" },
		});
	}

	test("is the command that it stands for, in the name of who sent it", async () => {
		const answer = await post();
		expect(answer.statusCode).toBe(200);
		expect(answer.body).toContain("Section 232: 60% by ana");
		expect(asked).toEqual([
			'/proposals confirm id:1a2b3c4d measure:us-232-steel rate:60 from:2026-06-10 act:"Proc. \\"1\\" x"',
		]);
	});

	test.each(["", "action=delete&id=1", "id=1"])(
		"%j is none of ours",
		async (form) => {
			expect((await post(form)).statusCode).toBe(400);
			expect(asked).toEqual([]);
		},
	);
});
