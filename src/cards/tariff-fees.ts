import { type Block, textBlock } from "../chat/card.ts";
import type { Language, Say } from "../phrases/say.ts";
import type { TariffAnswer } from "../tariffs/answer-tariff.ts";
import { type EntryFee, entryFees } from "../tariffs/entry-fees.ts";
import { moneyText } from "./money-text.ts";
import { tariffSourceLink } from "./tariff-source-link.ts";

interface FeesTold {
	readonly answer: TariffAnswer;
	/** Customs value; null when it was not given. */
	readonly value: number | null;
	readonly language: Language;
	readonly say: Say;
}

/** The fees due at entry beside the duty, and with money when a value is given; apart, for they are no duty. */
export function tariffFees(told: FeesTold): Block[] {
	const { answer, value, say } = told;
	const { importer, on } = answer;
	const byClaim = answer.claims.map((claim) => ({
		claim: claim.claim,
		fees: entryFees(importer, claim, { on, value }),
	}));
	const fees = byClaim[0]?.fees ?? [];
	if (fees.length === 0) return [textBlock(say("tariffs.fees.none"))];
	const column = (title: string, align: "left" | "right") => ({ title, align });
	const columns = byClaim.map(({ claim }) =>
		column(
			byClaim.length === 1
				? say("tariffs.card.amount")
				: say("tariffs.fees.claim", { claim }),
			"right",
		),
	);
	return [
		textBlock({ text: say("tariffs.fees.title"), style: "strong" }),
		{
			kind: "table",
			columns: [
				column(say("tariffs.fees.fee"), "left"),
				column(say("tariffs.card.rate"), "right"),
				...columns,
			],
			rows: fees.map((fee, at) => [
				[{ text: say("tariffs.fees.name", { fee: fee.id }) }],
				[{ text: rateOf(fee, say) }],
				...byClaim.map(({ fees: of }) => [{ text: dueOf(of[at], told) }]),
			]),
		},
		...notes(fees, told),
	];
}

function rateOf({ ratePercent, on }: EntryFee, say: Say): string {
	return say("tariffs.fees.rate", { rate: ratePercent, on });
}

function dueOf(fee: EntryFee | undefined, { value, language, say }: FeesTold) {
	if (!fee || fee.isExempt) return say("tariffs.fees.exempt");
	if (value === null) return "";
	if (fee.amount === null) return say("tariffs.card.noRate");
	return moneyText(fee.amount, language);
}

/** What limits a fee, when it is due at all, and where it is written. */
function notes(
	fees: readonly EntryFee[],
	{ language, say }: FeesTold,
): Block[] {
	return fees.map((fee) => {
		const { id, limits, limitsUnknown, source } = fee;
		const said = say("tariffs.fees.note", {
			fee: id,
			limits: limitsUnknown ? "unknown" : limits === null ? "none" : "held",
			least: limits === null ? "" : moneyText(limits.least, language),
			most: limits === null ? "" : moneyText(limits.most, language),
		});
		return textBlock(`${said} `, ...tariffSourceLink(source, say));
	});
}
