import { z } from "zod";
import { plainText } from "./duty-rate.ts";
import type { Columns, TariffLine } from "./tariff-line.ts";

/** A row of the export is not what it should be; the message says which, and what is wrong. */
export class HtsRowError extends Error {
	constructor(row: number, code: string, what: string) {
		const name = code === "" ? "" : ` (${code})`;
		super(`row ${row}${name}: ${what}`);
		this.name = "HtsRowError";
	}
}

const text = z.string().nullish();
const footnote = z.object({ columns: z.array(text).nullish(), value: text });

/** A row as USITC exports it; other fields are passed by. */
const rowSchema = z.object({
	htsno: z
		.string()
		.regex(/^(\d{4}(\.\d\d){0,3})?$/, "no tariff code like 7208.51.00")
		.nullish(),
	indent: z.coerce.number().int().min(0).max(30),
	description: z.string(),
	units: z.array(text).nullish(),
	general: text,
	special: text,
	other: text,
	footnotes: z.array(footnote).nullish(),
});
type Row = z.infer<typeof rowSchema>;

/** What stands open above a row: one entry for each indent. */
interface Above extends Columns {
	readonly code: string;
	readonly description: string;
	readonly notes: readonly string[];
}

/**
 * Turns rows of a USITC JSON export, in their order, into tariff lines. Rates
 * stand on the line where they are set, mostly of eight digits; what is
 * indented beneath, such as statistical suffixes, inherits them. Rows without
 * a code only describe.
 * @throws HtsRowError at the first row that is none of the schedule
 */
export class HtsReader {
	#row = 0;
	#above: Above[] = [];
	readonly #seen = new Set<string>();

	/** The line of the next row; null for one that only describes. */
	read(value: unknown): TariffLine | null {
		this.#row++;
		const row = this.#check(value);
		const code = (row.htsno ?? "").replaceAll(".", "");
		if (code !== "" && this.#seen.has(code)) {
			throw new HtsRowError(this.#row, row.htsno ?? "", "the code came before");
		}
		this.#seen.add(code);
		// The export leaves a grouping row out now and then: an indent may be skipped.
		this.#above.length = Math.min(this.#above.length, row.indent);
		const entry = under(row, code, this.#above);
		while (this.#above.length < row.indent) this.#above.push(nothing);
		this.#above.push(entry);
		return code === "" ? null : lineOf(entry, row, this.#above);
	}

	#check(value: unknown): Row {
		const read = rowSchema.safeParse(value);
		if (read.success) return read.data;
		const [issue] = read.error.issues;
		const named = z.object({ htsno: z.string() }).safeParse(value);
		const code = named.success ? named.data.htsno : "";
		const field = issue?.path.join(".") || "the row";
		throw new HtsRowError(this.#row, code, `${field}: ${issue?.message}`);
	}
}

const nothing: Above = {
	...{ code: "", description: "", notes: [] },
	...{ general: "", special: "", other: "" },
};

/** The row's own rates, or those of the nearest line above that its code belongs to. */
function under(row: Row, code: string, above: readonly Above[]): Above {
	const general = plainText(row.general ?? "");
	const special = plainText(row.special ?? "");
	const other = plainText(row.other ?? "");
	// Chapter 98 indents headings beneath others that they are no part of.
	const parents = above
		.filter((one) => code !== "" && code.startsWith(one.code))
		.toReversed();
	const charged = parents.find((one) => one.general + one.special !== "");
	// Column 1 is one whole: a line with a general rate of its own has its own special rates too.
	const column1 = general + special === "" ? charged : { general, special };
	const column2 = parents.find((one) => one.other !== "")?.other ?? "";
	const inherited = parents.find((one) => one.notes.length > 0)?.notes ?? [];
	return {
		code,
		description: plainText(row.description.replace(/<[^<>]*>/g, "")),
		general: column1?.general ?? "",
		special: column1?.special ?? "",
		other: other || column2,
		notes: [...new Set([...inherited, ...notesOf(row)])],
	};
}

/** What the schedule says of rates and headings; how to report statistics is no matter of duty. */
function notesOf({ footnotes }: Row): string[] {
	return (footnotes ?? [])
		.filter(({ columns }) => columns?.some((name) => rateColumns.has(name)))
		.map(({ value }) => plainText(value ?? ""))
		.filter((value) => value !== "");
}

const rateColumns = new Set<string | null | undefined>(
	"desc general special other".split(" "),
);

function lineOf(entry: Above, row: Row, above: readonly Above[]): TariffLine {
	const { code, general, special, other, notes } = entry;
	return {
		code,
		path: above
			.map(({ description }) => description.replace(/:$/, ""))
			.filter((description) => description !== ""),
		units: (row.units ?? []).flatMap((unit) => plainText(unit ?? "") || []),
		...{ general, special, other },
		notes: [...notes],
	};
}
