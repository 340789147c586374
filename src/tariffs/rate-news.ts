import { shiftDay } from "./date-words.ts";
import {
	type ClaimTotal,
	contradicts,
	type RateStep,
} from "./rate-timeline.ts";

/** What has been told of a question. */
export interface RateTold {
	/** The latest mark that was passed when it was told (`lastMark`); empty before the first. */
	readonly day: string;
	readonly steps: readonly RateStep[];
}

/** A day on which the answer changes, `YYYY-MM-DD` in the importer's zone. */
interface RateChange {
	readonly date: string;
	readonly before: readonly ClaimTotal[];
	readonly after: readonly ClaimTotal[];
}

/** Days of which something else was said than is right; `to` null: up to now. */
interface Corrected {
	readonly from: string;
	readonly to: string | null;
	readonly said: readonly ClaimTotal[];
	readonly right: readonly ClaimTotal[];
}

/** Something to tell those who watch a rate. */
export type RateNews =
	| (RateChange & {
			readonly kind: "in-force";
			/** The day on which it was to be told. */
			readonly due: string;
	  })
	| (RateChange & {
			readonly kind: "ahead";
			readonly days: number;
			readonly due: string;
	  })
	/** The book schedules it since it was last looked at, in place of changes on days that fell away. */
	| (RateChange & {
			readonly kind: "scheduled";
			readonly instead: readonly string[];
	  })
	/** A change that had been scheduled will not come; `after` is what it would have made of `before`. */
	| (RateChange & { readonly kind: "called-off" })
	/** The book has another history than was told; the latest days last. */
	| { readonly kind: "correction"; readonly days: readonly Corrected[] };

/** Told so many days ahead of a scheduled change, beside the day itself. */
const daysAhead = [7, 1] as const;

/**
 * What to tell on a day, in order of time, to those who were told that. Days
 * passed over, while nobody looked, are told now; of a change still ahead only
 * the nearest word is.
 */
export function rateNews(
	told: RateTold,
	steps: readonly RateStep[],
	today: string,
): RateNews[] {
	const known = changesIn(told.steps);
	const changes = changesIn(steps);
	const isNew = (change: RateChange) =>
		!known.some(
			({ date, after }) =>
				date === change.date && !contradicts(after, change.after),
		);
	const coming = changes.filter((one) => one.date > today && isNew(one));
	const gone = known.filter(
		({ date }) =>
			date > today && !changes.some((change) => change.date === date),
	);
	return [
		...corrections(told.steps, steps, today),
		...changes
			.filter((one) => !isNew(one))
			.flatMap((one) => marked(one, told.day, today)),
		...changes
			.filter((one) => one.date === today && isNew(one))
			.map((one) => ({ kind: "in-force" as const, due: today, ...one })),
		...coming.map((one, at) => ({
			kind: "scheduled" as const,
			instead: at === 0 ? gone.map(({ date }) => date) : [],
			...one,
		})),
		...(coming.length > 0 ? [] : gone).map((one) => ({
			kind: "called-off" as const,
			...one,
		})),
	];
}

/** What is told of these steps once everything due by a day has been. */
export function toldOn(steps: readonly RateStep[], today: string): RateTold {
	return { day: lastMark(steps, today), steps };
}

/** The last day up to today on which something was due; empty where none was. */
function lastMark(steps: readonly RateStep[], today: string): string {
	const marks = changesIn(steps).flatMap(({ date }) => [
		date,
		...heralds(date),
	]);
	return (
		marks
			.filter((mark) => mark <= today)
			.sort()
			.at(-1) ?? ""
	);
}

function heralds(date: string): string[] {
	return daysAhead.map((days) => shiftDay(date, { days: -days }));
}

function changesIn(steps: readonly RateStep[]): RateChange[] {
	return steps.slice(1).flatMap(({ from: date, claims: after }, at) => {
		const before = steps[at]?.claims ?? [];
		return contradicts(before, after) ? [{ date, before, after }] : [];
	});
}

/** A change that was known: told as it comes into force, or as its day comes near. */
function marked(change: RateChange, since: string, today: string): RateNews[] {
	const { date } = change;
	if (date <= today) {
		return date > since ? [{ kind: "in-force", due: date, ...change }] : [];
	}
	const due = heralds(date).findLast((day) => day <= today);
	if (due === undefined || due <= since) return [];
	return [{ kind: "ahead", days: daysBetween(today, date), due, ...change }];
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
}

/** Past days of which the steps contradict what was told; days of which nothing was said are none. */
function corrections(
	told: readonly RateStep[],
	steps: readonly RateStep[],
	today: string,
): RateNews[] {
	const days: Corrected[] = [];
	for (const { from, to, said, right } of sideBySide(told, steps)) {
		if (from >= today || !contradicts(said, right)) continue;
		const last = days.at(-1);
		const goesOn =
			last?.to === shiftDay(from, { days: -1 }) &&
			!contradicts(last.said, said) &&
			!contradicts(last.right, right);
		const until = to !== null && to < today ? to : null;
		if (last && goesOn) days[days.length - 1] = { ...last, to: until };
		else days.push({ from, to: until, said, right });
	}
	return days.length === 0 ? [] : [{ kind: "correction", days }];
}

/** Cuts two histories at the days on which either turns, where both have something to say. */
function sideBySide(
	told: readonly RateStep[],
	steps: readonly RateStep[],
): Corrected[] {
	const turns = [...told, ...steps].map(({ from }) => from);
	const days = [...new Set(turns)].sort();
	return days.flatMap((from, at) => {
		const said = claimsOn(told, from);
		const right = claimsOn(steps, from);
		const next = days[at + 1];
		const to = next === undefined ? null : shiftDay(next, { days: -1 });
		return said && right ? [{ from, to, said, right }] : [];
	});
}

function claimsOn(steps: readonly RateStep[], day: string) {
	return steps.findLast(({ from }) => from <= day)?.claims;
}
