import type { Book } from "../tariffs/book.ts";
import { isRateInstrument } from "./is-rate-instrument.ts";
import { type Proposal, proposalId } from "./proposal.ts";
import { readInstrument } from "./read-instrument.ts";

/** An official item, as the news has it. */
interface OfficialItem {
	readonly id: string;
	readonly title: string;
	/** All that the feed gave of it. */
	readonly text: string;
	readonly url: string | null;
	readonly outlet: string;
	readonly language: string;
	readonly published: Date | null;
}

/** UTF-16 units; what an act does stands before its annexes. */
const longestText = 60_000;

/** What an official item proposes for the book; null where it looks like no act on rates. */
export function propose(
	item: OfficialItem,
	book: Book,
	now: Date,
): Proposal | null {
	const { title, language, outlet, url } = item;
	const text = item.text.slice(0, longestText);
	if (!isRateInstrument({ title, text })) return null;
	const day = (item.published ?? now).toISOString().slice(0, 10);
	return {
		...{ id: proposalId(item.id), articleId: item.id, title, url, outlet, day },
		reading: readInstrument({ title, text, language, day }, book),
		state: "open",
		madeAt: now,
		decided: null,
	};
}

/** What a person would most likely confirm; null where the reading leaves it open. */
export function likeliest({ reading, day }: Proposal): {
	readonly measure: string;
	readonly rate: number;
	readonly from: string;
} | null {
	const [measure] = reading.measures;
	const [rate] = reading.rates;
	const effective = reading.days.filter(({ role }) => role === "effective");
	const from = effective.find((one) => one.day >= day) ?? effective.at(-1);
	return measure && rate && from
		? { measure, rate: rate.percent, from: from.day }
		: null;
}
