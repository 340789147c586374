import { z } from "zod";
import { day, sourceSchema } from "./measure.ts";

/** An item of a list: a Canadian tariff item or a statistical code beneath one, and its rate where the order sets it by item. */
const surtaxItemSchema = z.strictObject({
	/** 4 to 10 digits, without dots. */
	code: z.string().regex(/^\d{4,10}$/),
	ratePercent: z.number().min(0).nullable(),
});

type SurtaxItem = z.infer<typeof surtaxItemSchema>;

/** One schedule of goods of a Canadian surtax order, as it stood on a day. */
export const surtaxListSchema = z.strictObject({
	/** `SOR/2025-95`, by which the book's acts are known too. */
	instrument: z.string().min(1),
	/** `SCHEDULE 2`. */
	schedule: z.string(),
	/** The day to which the list is consolidated: it answers from then on. */
	from: day,
	source: sourceSchema,
	items: z.array(surtaxItemSchema).min(1),
});
export type SurtaxList = z.infer<typeof surtaxListSchema>;

/** What one imported list says of the goods asked about. */
export interface SurtaxFound
	extends Pick<SurtaxList, "instrument" | "schedule" | "from" | "source"> {
	/** `in`: all of the goods; `part`: some of them; `out`: none. */
	readonly within: "in" | "part" | "out";
	/** Null where the list sets none, or several for these goods. */
	readonly ratePercent: number | null;
}

/** The lists of an act on a day, `YYYY-MM-DD`: the latest version of each of its schedules. */
export function listsOn(
	found: readonly SurtaxFound[],
	on: string,
): SurtaxFound[] {
	const latest = new Map<string, SurtaxFound>();
	for (const one of found) {
		const held = latest.get(one.schedule);
		const isLater = held === undefined || held.from <= one.from;
		if (one.from <= on && isLater) latest.set(one.schedule, one);
	}
	return [...latest.values()];
}

/** What the lists of an act say together: listed in one is listed; null where there is no list. */
export function listedIn(lists: readonly SurtaxFound[]): SurtaxFound | null {
	const order = ["in", "part", "out"] as const;
	for (const within of order) {
		const found = lists.find((list) => list.within === within);
		if (found) return found;
	}
	return null;
}

type Held = Pick<SurtaxFound, "within" | "ratePercent">;

/**
 * How a list holds goods of these codes, by those of its items that begin with
 * a code or that a code begins with. All listed: in. None: out. Else part.
 */
export function codesWithin(
	codes: readonly string[],
	items: readonly SurtaxItem[],
): Held {
	const [first, ...others] = codes.map((code) => codeWithin(code, items));
	if (!first) return { within: "out", ratePercent: null };
	const isOne = others.every(({ within }) => within === first.within);
	return {
		within: isOne ? first.within : "part",
		ratePercent: oneRate([first, ...others]),
	};
}

function codeWithin(code: string, items: readonly SurtaxItem[]): Held {
	const whole = items.find((item) => code.startsWith(item.code));
	if (whole) return { within: "in", ratePercent: whole.ratePercent };
	const parts = items.filter((item) => item.code.startsWith(code));
	return {
		within: parts.length > 0 ? "part" : "out",
		ratePercent: oneRate(parts),
	};
}

/** The rate that all share; null where they differ or have none. */
function oneRate(all: readonly Pick<SurtaxItem, "ratePercent">[]) {
	const rates = new Set(all.map(({ ratePercent }) => ratePercent));
	const [rate = null] = rates;
	return rates.size === 1 ? rate : null;
}
