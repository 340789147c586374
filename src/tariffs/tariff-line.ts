import { z } from "zod";
import { day } from "./measure.ts";
import type { SurtaxFound, SurtaxList } from "./surtax-list.ts";

/** An edition of a country's tariff schedule, as it was imported. It speaks from its day until the next edition's. */
export const revisionSchema = z.strictObject({
	/** ISO country code of the importer whose schedule it is. */
	importer: z.string().regex(/^[A-Z]{2}$/),
	/** `2026 Revision 10`; what is imported again under its name replaces it. */
	name: z.string().trim().min(1).max(100),
	from: day,
});
export type Revision = z.infer<typeof revisionSchema>;

/** One coded line of a schedule, with the rates that it has or inherits, as printed; empty where there are none. */
export const tariffLineSchema = z.strictObject({
	/** 4 to 10 digits, without dots. */
	code: z.string().regex(/^\d{4,10}$/),
	/** Descriptions from the heading down to this line, without their colons. */
	path: z.array(z.string()),
	units: z.array(z.string()),
	/** Column 1 general, column 1 special and column 2. */
	general: z.string(),
	special: z.string(),
	other: z.string(),
	/** What the schedule's own footnotes say, each once, its own and those it inherits. */
	notes: z.array(z.string()),
});
export type TariffLine = z.infer<typeof tariffLineSchema>;

/** The three columns of rates of a line. */
export type Columns = Pick<TariffLine, "general" | "special" | "other">;

/** What one revision says of a code that was asked for. */
export interface LineFound {
	readonly revision: Revision;
	readonly asked: string;
	/** The line of that code, else the nearest line above it; null where even its heading does not exist. */
	readonly line: TariffLine | null;
	/** The code has a line of its own, or lines beneath it. */
	readonly exists: boolean;
	/** The different rates at and beneath the code; one when all its lines are charged alike. */
	readonly rates: readonly Columns[];
	/** The longest beginning of the code that exists, of 2 to 10 digits; null where not even its chapter does. */
	readonly parent: string | null;
	/** Where the code does not exist: codes that do, one step below `parent`, nearest first. */
	readonly near: readonly string[];
}

/** What the store keeps of imported schedules. */
export interface ScheduleMemory {
	/**
	 * Keeps a revision in place of the one of its importer and name, wholly or
	 * not at all: what the lines throw is thrown, and nothing has changed.
	 */
	keepRevision(
		revision: Revision,
		lines: Iterable<TariffLine> | AsyncIterable<TariffLine>,
	): Promise<void>;
	/** Keeps lists of a surtax order, each in place of the one of its order, schedule and day; all of them or none. */
	keepLists(lists: readonly SurtaxList[]): Promise<void>;
	/** What each imported list says of the goods of these codes, oldest list first. */
	findLists(codes: readonly string[]): Promise<SurtaxFound[]>;
	/** Of all importers, in order of importer and day. */
	revisions(): Promise<Revision[]>;
	/** What each revision of an importer says of these codes of 2 to 10 digits, oldest revision first. */
	findLines(importer: string, codes: readonly string[]): Promise<LineFound[]>;
}
/** `7208510030` as the schedule prints it: `7208.51.00.30`. */
export function dottedCode(code: string): string {
	return [code.slice(0, 4), ...(code.slice(4).match(/../g) ?? [])].join(".");
}
