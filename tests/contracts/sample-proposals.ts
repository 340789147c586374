import { type Proposal, proposalId } from "../../src/news/proposal.ts";
import type { Amendment } from "../../src/tariffs/amendment.ts";
import { at } from "./sample-news.ts";

export function sampleProposal(changes: Partial<Proposal> = {}): Proposal {
	const articleId = changes.articleId ?? "act-1";
	return {
		id: proposalId(articleId),
		articleId,
		title: "Adjusting Imports of Steel Again",
		url: "https://example.org/act",
		outlet: "White House",
		day: "2026-06-04",
		reading: {
			act: "Proc. 11999",
			rates: [{ percent: 60, words: "… is increased to 60 percent …" }],
			days: [
				{ day: "2026-06-10", role: "effective", words: "… on June 10, 2026 …" },
			],
			provisions: ["99038187"],
			codes: ["7208"],
			countries: ["US", "CA"],
			measures: ["us-232-steel"],
		},
		state: "open",
		madeAt: at(0),
		decided: null,
		...changes,
	};
}

export function sampleAmendment(changes: Partial<Amendment> = {}): Amendment {
	return {
		...{ id: "a1", proposalId: proposalId("act-1") },
		...{ measure: "us-232-steel", origin: null, ratePercent: 60 },
		...{ from: "2026-06-10", to: null, act: "Proc. 11999" },
		source: {
			title: "Adjusting Imports of Steel Again",
			publisher: "White House",
			url: "https://example.org/act",
			date: "2026-06-04",
			tier: "primary",
		},
		confirmedBy: "Ann",
		confirmedAt: at(5),
		withdrawn: null,
		...changes,
	};
}
