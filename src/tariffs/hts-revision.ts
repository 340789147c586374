import { readFileSync } from "node:fs";
import { z } from "zod";
import { day, type Source, sourceSchema } from "./measure.ts";
import { type Revision, revisionSchema } from "./tariff-line.ts";

/** The days on which USITC's releases of 2025 and 2026 took effect, by name. */
const { from: days } = z
	.strictObject({ source: sourceSchema, from: z.record(z.string(), day) })
	.parse(
		JSON.parse(
			readFileSync(new URL("hts-revisions.json", import.meta.url), "utf8"),
		),
	);

/** What was said of a revision beside its file. */
interface Said {
	readonly name?: string | undefined;
	/** `YYYY-MM-DD`. */
	readonly from?: string | undefined;
}

/**
 * Which revision of the HTSUS a file holds. The export itself does not say:
 * it is what was said, or else what the file's name says (`hts_2026_rev_10.json.gz`)
 * and the day on which that release is known to have taken effect.
 * @throws Error that says what is missing and how to give it
 */
export function htsRevision(file: string, said: Said): Revision {
	const name = said.name ?? nameIn(file);
	if (name === null) {
		throw new Error(
			`${file}: the file's name does not say which revision it is: add --revision "2026 Revision 10"`,
		);
	}
	const from = said.from ?? days[name] ?? basicDay(name);
	if (from === null) {
		throw new Error(
			`${file}: the day on which ${name} took effect is not known here: add --from YYYY-MM-DD`,
		);
	}
	const read = revisionSchema.safeParse({ importer: "US", name, from });
	if (read.success && isDay(from)) return read.data;
	throw new Error(`no day of the calendar: ${from}; type it like 2026-06-08`);
}

/** Where a revision's rates are written. */
export function htsSource({ name, from }: Revision): Source {
	return {
		title: `HTS ${name}`,
		publisher: "USITC",
		url: "https://hts.usitc.gov/",
		date: from,
		tier: "primary",
	};
}

/** `hts_2026_revision_10_json.json`, `2026HTSRev10.json`, `hts_2026_basic.json.gz`. */
function nameIn(file: string): string | null {
	const base = file.split(/[\\/]/).at(-1) ?? "";
	const [year] = /20\d\d(?!\d)/.exec(base) ?? [];
	const [, number] = /rev(?:ision)?[ _.-]*(\d{1,3})(?!\d)/i.exec(base) ?? [];
	if (year === undefined) return null;
	if (number !== undefined) return `${year} Revision ${Number(number)}`;
	return /basic/i.test(base) ? `${year} Basic Edition` : null;
}

/** A year's first edition takes effect with the year. */
function basicDay(name: string): string | null {
	const [, year] = /^(20\d\d) Basic Edition$/.exec(name) ?? [];
	return year === undefined ? null : `${year}-01-01`;
}

function isDay(text: string): boolean {
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
