import type { Book } from "./book.ts";
import { type BookFault, fault } from "./book-fault.ts";
import { dayFaults } from "./check-days.ts";
import { dueIn } from "./check-due.ts";
import { measureFaults } from "./check-measures.ts";
import { preferenceFaults } from "./check-preferences.ts";
import { productFaults } from "./check-products.ts";
import { unusedFaults } from "./check-unused.ts";

/**
 * Holds the book against its own rules, and flags as due the scheduled changes
 * that have come into force since a measure was last verified. `today` is
 * `YYYY-MM-DD`.
 */
export function checkBook(book: Book, today: string): BookFault[] {
	const due = book.measures.flatMap((measure) => dueIn(measure, today, book));
	return [...bookFaults(book), ...due];
}

/**
 * What breaks a rule of the book: versions without gap or overlap, each begun
 * on a day of its instrument; every version sourced and every source and
 * instrument used; every stacking rule dated and tagged; every term resolving
 * to one thing; every name known.
 */
export function bookFaults(book: Book): BookFault[] {
	return [
		...book.measures.flatMap((measure) => measureFaults(measure, book)),
		...repeated(book.measures.map(({ id }) => id)),
		...dayFaults(book),
		...instrumentFaults(book),
		...ruleFaults(book),
		...productFaults(book),
		...eventFaults(book),
		...scheduleFaults(book),
		...preferenceFaults(book),
		...sourceFaults(book),
		...unusedFaults(book),
	];
}

function repeated(ids: readonly string[]): BookFault[] {
	const seen = new Set<string>();
	return ids.flatMap((id) => {
		if (seen.has(id)) return [fault(id, "the id is used twice")];
		seen.add(id);
		return [];
	});
}

function instrumentFaults({ instruments, sources }: Book): BookFault[] {
	return [...instruments]
		.filter(([, { source }]) => !sources.has(source))
		.map(([key, { source }]) => fault(key, `no source ${source}`));
}

function ruleFaults(book: Book): BookFault[] {
	const { rules, measures, instruments } = book;
	const tags = new Set(measures.flatMap((measure) => measure.tags));
	return rules.flatMap((rule) => {
		const { id, from, to, when, drops, instrument } = rule;
		const wrong = [
			to !== null && to < from && "it ends before it begins",
			!tags.has(when) && `no measure has the tag ${when}`,
			drops && !tags.has(drops) && `no measure has the tag ${drops}`,
			!instruments.has(instrument) && `no instrument ${instrument}`,
		];
		return wrong.flatMap((what) =>
			what ? [fault(id, what, book.placeOf(rule))] : [],
		);
	});
}

function eventFaults({ events, measures, sources }: Book): BookFault[] {
	const ids = new Set(measures.map(({ id }) => id));
	return events.flatMap(({ date, measures: named, source }) => {
		const wrong = [
			!sources.has(source) && `no source ${source}`,
			...named.map((name) => !ids.has(name) && `no measure ${name}`),
		];
		return wrong.flatMap((what) =>
			what ? [fault(`event ${date}`, what)] : [],
		);
	});
}

function scheduleFaults({ schedules, sources }: Book): BookFault[] {
	return [...schedules]
		.filter(([, { source }]) => !sources.has(source))
		.map(([where, { source }]) => fault(where, `no source ${source}`));
}

/** What is not official must at least be there to read. */
function sourceFaults({ sources }: Book): BookFault[] {
	return [...sources]
		.filter(([, { tier, url }]) => tier === "secondary" && url === null)
		.map(([key]) => fault(key, "a secondary source without a link"));
}
