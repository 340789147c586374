import { type SurtaxList, surtaxListSchema } from "./surtax-list.ts";

/** A row of the table: its number as people count, and its cells by column. */
interface ItemRow {
	readonly number: number;
	readonly cells: Readonly<Partial<Record<string, string>>>;
}

/** What was said beside the file, where its columns do not say it. */
interface Said {
	/** `YYYY-MM-DD`. */
	readonly consolidatedTo?: string | undefined;
	readonly source?: string | undefined;
	readonly publisher?: string | undefined;
}

/**
 * Reads Canadian surtax schedules from a table, one item a row, into one list for
 * each schedule of each order. Columns: instrument, tariff_item; and title,
 * schedule, consolidated_to, rate_percent, source_url, publisher where there
 * are such. Orders by their SOR number are Justice Canada's own.
 * @throws Error that names the row, what is wrong with it and what to do
 */
export function surtaxLists(
	rows: readonly ItemRow[],
	said: Said,
): SurtaxList[] {
	const lists = new Map<string, SurtaxList>();
	const [first] = rows;
	for (const name of ["instrument", "tariff_item"]) {
		if (first && first.cells[name] === undefined)
			throw new Error(`there is no column ${name}`);
	}
	for (const row of rows) {
		const list = listOf(row, said);
		const key = `${list.instrument}\n${list.schedule}\n${list.from}`;
		const held = lists.get(key);
		const known = held?.items.some(({ code }) => code === list.items[0]?.code);
		if (held && !known) held.items.push(...list.items);
		else if (!held) lists.set(key, list);
	}
	if (lists.size === 0) throw new Error("there is no item in it");
	return [...lists.values()];
}

function listOf({ number, cells }: ItemRow, said: Said): SurtaxList {
	const { instrument = "", schedule = "", title = "" } = cells;
	const wrong = (what: string) => new Error(`row ${number}: ${what}`);
	const from = cells.consolidated_to || said.consolidatedTo;
	if (from === undefined)
		throw wrong(
			"the day to which the list is consolidated is not said: add --consolidated-to YYYY-MM-DD",
		);
	const [, year, act] = /^SOR\/(\d{4})-(\d+)$/.exec(instrument) ?? [];
	const own = year && {
		url: `https://laws-lois.justice.gc.ca/eng/regulations/SOR-${year}-${act}/`,
		publisher: "Justice Canada",
	};
	const url = cells.source_url || said.source || (own ? own.url : null);
	const publisher =
		cells.publisher || said.publisher || (own ? own.publisher : null);
	if (url === null || publisher === null)
		throw wrong(
			`where ${instrument || "the order"} is published is not said: add --source URL and --publisher NAME`,
		);
	const read = surtaxListSchema.safeParse({
		...{ instrument, schedule, from },
		source: {
			title: [title, instrument, schedule].filter(Boolean).join(", "),
			...{ publisher, url, date: from, tier: "primary" },
		},
		items: [itemOf(cells)],
	});
	if (read.success) return read.data;
	const [issue] = read.error.issues;
	const field = columns[String(issue?.path.at(-1))] ?? issue?.path.join(".");
	throw wrong(`${field}: ${issue?.message}`);
}

const columns: Readonly<Record<string, string>> = {
	code: "tariff_item",
	from: "consolidated_to",
	ratePercent: "rate_percent",
	url: "source_url",
};

function itemOf({ tariff_item: item = "", rate_percent: rate = "" }) {
	const percent = rate.replace("%", "").trim();
	return {
		code: item.replaceAll(/[. ]/g, ""),
		ratePercent: percent === "" ? null : Number(percent),
	};
}
