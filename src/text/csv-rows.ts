/** The text is no table of comma-separated values; the message says where. */
export class CsvError extends Error {
	constructor(what: string) {
		super(what);
		this.name = "CsvError";
	}
}

/** A row by its columns' names, and its number as people count: the header is row 1. */
export interface CsvRow {
	readonly number: number;
	readonly cells: Readonly<Partial<Record<string, string>>>;
}

/**
 * Reads comma-separated values with a header (RFC 4180): quoted cells may hold
 * commas, line ends and doubled quotes; a byte order mark is passed by, and so
 * are empty lines.
 * @throws CsvError for an open quote or a row with more cells than the header
 */
export function csvRows(text: string): CsvRow[] {
	const [header, ...rows] = recordsIn(text.replace(/^\uFEFF/, ""));
	if (!header) throw new CsvError("it is empty");
	const names = header.cells.map((name) => name.trim().toLowerCase());
	return rows.map(({ number, cells }) => {
		if (cells.length > names.length) {
			throw new CsvError(
				`row ${number}: ${cells.length} cells under ${names.length} columns`,
			);
		}
		const named = names.map((name, at) => [name, (cells[at] ?? "").trim()]);
		return { number, cells: Object.fromEntries(named) };
	});
}

interface CsvRecord {
	readonly number: number;
	readonly cells: readonly string[];
}

/** One cell with what ends it: a comma, a line end, or the end of the text. */
const cell = /(?:"((?:[^"]|"")*)"[ \t]*|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

function recordsIn(text: string): CsvRecord[] {
	const records: CsvRecord[] = [];
	let cells: string[] = [];
	cell.lastIndex = 0;
	for (let number = 1; cell.lastIndex < text.length; ) {
		const found = cell.exec(text);
		if (!found) throw new CsvError(`row ${number}: a quote is out of place`);
		const [, quoted, plain = "", end] = found;
		cells.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === "," && cell.lastIndex < text.length) continue;
		if (end === ",") cells.push("");
		if (cells.some((one) => one !== "")) records.push({ number, cells });
		cells = [];
		number++;
	}
	return records;
}
