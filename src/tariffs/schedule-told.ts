import { readFileSync } from "node:fs";
import { z } from "zod";
import { htsSource } from "./hts-revision.ts";
import type { Source } from "./measure.ts";
import { codesOf, linesOn, printedIn } from "./scheduled-rate.ts";
import type { Shipment } from "./tally.ts";
import { dottedCode } from "./tariff-line.ts";

/** What an imported schedule says of a code, as printed. */
export interface ScheduleTold {
	/** With its dots. */
	readonly code: string;
	/** Descriptions from the chapter down; the chapter's is short. */
	readonly path: readonly string[];
	readonly units: readonly string[];
	/** Column 1, column 1 special, and column 2; null where the lines beneath differ, empty where nothing is printed. */
	readonly general: string | null;
	readonly special: string | null;
	readonly other: string | null;
	/** The rate of goods that are claimed under USMCA (S, S+); null where lines differ, and in chapters 98 and 99. */
	readonly usmca: string | null;
	/** The schedule's own footnotes, as those to 9903 headings. */
	readonly notes: readonly string[];
	/** `2026 Revision 10`, and the first day that it speaks for. */
	readonly revision: string;
	readonly from: string;
	readonly source: Source;
}

const usmca = ["S", "S+"];

/** The export begins with headings; these are the titles of their chapters, some shortened. */
const chapters = z
	.record(z.string(), z.string())
	.parse(
		JSON.parse(
			readFileSync(new URL("chapter-titles.json", import.meta.url), "utf8"),
		),
	);

/** Tells of the one code that the goods mean, on a day, `YYYY-MM-DD`; null where no revision speaks of it. */
export function tellSchedule(
	{ goods, importer, lines }: Pick<Shipment, "goods" | "importer" | "lines">,
	on: string,
): ScheduleTold | null {
	if (codesOf(goods).length !== 1) return null;
	const [found] = linesOn(lines, { importer, on });
	const line = found?.line;
	if (!found || !line) return null;
	const { revision } = found;
	const isGoods = !/^9[89]/.test(line.code);
	return {
		code: dottedCode(line.code),
		path: [...chapterTitle(line.code), ...line.path],
		units: line.units,
		general: printedIn(found, "general"),
		special: printedIn(found, "special"),
		other: printedIn(found, "other"),
		usmca: isGoods ? printedIn(found, usmca) : null,
		notes: line.notes,
		revision: revision.name,
		from: revision.from,
		source: htsSource(revision),
	};
}

function chapterTitle(code: string): string[] {
	const title = chapters[code.slice(0, 2)];
	return title === undefined ? [] : [title];
}
