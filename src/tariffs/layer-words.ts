import type { Say } from "../phrases/say.ts";
import { basisIn } from "./basis-in.ts";
import { bookSentence } from "./book-sentence.ts";
import type { Charge } from "./charge.ts";
import { askFor } from "./missing-facts.ts";
import type { SurtaxFound } from "./surtax-list.ts";

/** What else is to be known of a charge, in the book's own words. */
export function notesOf(
	{ measure, version, reason, status }: Charge,
	say: Say,
): string[] {
	if (status === "does_not_apply" || status === "unknown") return [];
	const instead = reason.kind === "instead" ? reason.why : undefined;
	const { note, disagreement } = measure;
	return [instead, version.note, note, disagreement]
		.filter((part) => part !== undefined)
		.map((part) => bookSentence(part, say));
}

/** Why a charge has the status it has, in a sentence or two. */
export function whyOf(charge: Charge, say: Say): string {
	const { measure, version, status, list } = charge;
	const reason = reasonOf(charge, say);
	if (status === "does_not_apply") return reason;
	const listed = list && say("tariffs.why.listed", listWords(list));
	return [
		reason,
		listed ?? undefined,
		measure.preference,
		version.note,
		measure.note,
	]
		.filter((part) => part !== undefined)
		.map((part) => bookSentence(part, say))
		.join(" ");
}

function listWords({ instrument, schedule, from }: SurtaxFound) {
	return { instrument, schedule, from };
}

function reasonOf(
	{ reason, kind, ratePercent, basis }: Charge,
	say: Say,
): string {
	switch (reason.kind) {
		case "charged":
			return say("tariffs.why.charged", {
				kind,
				rate: ratePercent,
				basis: basisIn(basis, say),
			});
		case "not-listed":
			return say("tariffs.why.notListed", listWords(reason.list));
		case "list-unknown":
			return say("tariffs.why.listUnknown", { rate: ratePercent });
		case "exempt":
		case "instead":
		case "excluded":
			return bookSentence(reason.why, say);
		case "condition":
			return say("tariffs.why.condition", {
				fact: reason.fact,
				ask: askFor(reason.fact, say),
			});
	}
}
