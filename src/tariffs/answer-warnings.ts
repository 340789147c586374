import type { Say } from "../phrases/say.ts";
import type { TariffQuestion } from "./answer-tariff.ts";
import type { Book } from "./book.ts";
import { confirmedByHand } from "./confirmed-by-hand.ts";
import { shiftDay } from "./date-words.ts";
import { contradictions, uselessValues } from "./fact-faults.ts";
import { preferencesOn } from "./preferences.ts";
import { quantityFacts } from "./quantity.ts";
import type { Shipment } from "./tally.ts";

/** Checks older than this many days are warned of. */
const staleAfterDays = 30;

interface Warned {
	readonly question: TariffQuestion;
	readonly shipment: Shipment;
	/** `YYYY-MM-DD`. */
	readonly verifiedTo: string;
	readonly now: Date;
	readonly say: Say;
}

/** What the asker should know beside the answer: a wide word, an old check, a day out of reach, a fact of no use. */
export function warningsOf(warned: Warned): string[] {
	return [
		...wideWord(warned),
		...datesOutOfReach(warned),
		...agreementNotHeld(warned),
		...uselessFacts(warned),
		...contradictory(warned),
		...confirmedByHand(warned),
	];
}

function wideWord({ shipment, say }: Warned): string[] {
	const { meant, term } = shipment.goods;
	const [first, ...others] = meant.map(({ en }) => en[0] ?? "");
	if (!first || others.length === 0) return [];
	const values = { word: term, first, others: others.join(", ") };
	return [say("tariffs.warning.wideWord", values)];
}

function datesOutOfReach({ question, shipment, verifiedTo, now, say }: Warned) {
	const today = now.toISOString().slice(0, 10);
	const warnings: string[] = [];
	if (shiftDay(verifiedTo, { days: staleAfterDays }) < today) {
		warnings.push(say("tariffs.warning.stale", { date: verifiedTo }));
	}
	if (question.on > verifiedTo && question.on > today) {
		warnings.push(say("tariffs.warning.future", { date: verifiedTo }));
	}
	const { begins } = shipment;
	if (begins !== null && question.on < begins) {
		warnings.push(say("tariffs.warning.before", { date: begins }));
	}
	return warnings;
}

/** An agreement that freed goods on that day, of which the book holds no rates. */
function agreementNotHeld({ question, shipment, say }: Warned): string[] {
	const { on } = question;
	const { sources } = shipment.book;
	return preferencesOn(on, shipment)
		.filter(({ ratesHeld, symbols }) => !ratesHeld && symbols.length === 0)
		.map(({ name, from, to, source }) =>
			say("tariffs.warning.preference", {
				...{ name, from, to },
				source: sources.get(source)?.title ?? "",
			}),
		);
}

function uselessFacts({ question, shipment, say }: Warned): string[] {
	const given = Object.keys(question.facts ?? {});
	if (given.length === 0) return [];
	const known = factNames(shipment.book);
	const names = known.join(", ");
	// A rate by quantity stands in imported schedules alone.
	const isCounted = shipment.lines.length > 0;
	return given
		.filter((name) => !known.includes(name))
		.filter((name) => !isCounted || !quantityFacts.includes(name))
		.map((name) => say("tariffs.warning.unknownFact", { name, names }));
}

/** The engine takes facts one by one; that they do not fit together is for the asker to mend. */
function contradictory({ question, shipment, say }: Warned): string[] {
	const { facts = {}, on } = question;
	const told = shipment.goods.product?.facts ?? {};
	return [
		...contradictions(facts, { told, on }).map((pair) =>
			say("tariffs.warning.contradiction", { ...pair }),
		),
		...uselessValues(facts).map((fact) =>
			say("tariffs.warning.factValue", { ...fact }),
		),
	];
}

/** The facts that something in the book turns on, in order. */
function factNames(book: Book): readonly string[] {
	const names = book.measures.flatMap(({ exemptions, tracks }) => [
		...exemptions.flatMap(({ when, share }) => [when.fact?.name, share?.fact]),
		...tracks
			.flatMap(({ versions }) => versions)
			.flatMap(({ when, share }) => [when?.fact?.name, share?.fact]),
	]);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
}
