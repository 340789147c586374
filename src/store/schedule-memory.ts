import { sql, type Transaction } from "kysely";
import type {
	Columns,
	LineFound,
	Revision,
	ScheduleMemory,
	TariffLine,
} from "../tariffs/tariff-line.ts";
import { type Database, json } from "./database.ts";
import { findSurtaxLists, keepSurtaxLists } from "./surtax-lists.ts";
import type { Tables } from "./tables.ts";

/** Lines written by one statement: enough to be quick, few enough for its memory. */
const linesAtOnce = 500;
const mostNear = 5;

/** Imported tariff schedules. A revision is seen whole or not at all. */
export function scheduleMemory(db: Database): ScheduleMemory {
	return {
		async keepRevision({ importer, name, from }, lines) {
			await db.transaction().execute(async (turn) => {
				await turn
					.deleteFrom("revisions")
					.where("importer", "=", importer)
					.where("name", "=", name)
					.execute();
				const { id } = await turn
					.insertInto("revisions")
					.values({ importer, name, from_day: from })
					.returning("id")
					.executeTakeFirstOrThrow();
				for await (const some of inBatches(lines)) {
					await keepLines(turn, id, some);
				}
				// The embedded store has no autovacuum: without this, a look-up reads all lines.
				await sql`analyze tariff_lines`.execute(turn);
			});
		},
		keepLists: (lists) => keepSurtaxLists(db, lists),
		findLists: (codes) => findSurtaxLists(db, codes),
		async revisions() {
			const rows = await db
				.selectFrom("revisions")
				.select(["importer", "name", "from_day"])
				.orderBy("importer")
				.orderBy("from_day")
				.orderBy("id")
				.execute();
			return rows.map(revisionFrom);
		},
		async findLines(importer, codes) {
			const held = await db
				.selectFrom("revisions")
				.select(["id", "importer", "name", "from_day"])
				.where("importer", "=", importer)
				.orderBy("from_day")
				.orderBy("id")
				.execute();
			if (held.length === 0 || codes.length === 0) return [];
			const ids = held.map(({ id }) => id);
			const above = await linesAbove(db, ids, codes);
			const within = await ratesWithin(db, ids, codes);
			const found = held.flatMap((row) =>
				codes.map(async (asked): Promise<LineFound> => {
					const isHere = ({ revision_id: id }: { revision_id: number }) =>
						id === row.id;
					const line = above.findLast(
						(one) => isHere(one) && isAbove(one.code, asked),
					);
					const under = within.filter(
						(one) => isHere(one) && one.asked === asked,
					);
					const exists = under.length > 0;
					const parent = exists ? asked : await parentOf(db, row.id, asked);
					return {
						revision: revisionFrom(row),
						asked,
						line: line === undefined ? null : lineFrom(line),
						exists,
						rates: under.filter(isCharged).map(columnsOf),
						parent,
						near:
							exists || parent === null
								? []
								: await nearCodes(db, row.id, { asked, parent }),
					};
				}),
			);
			return Promise.all(found);
		},
	};
}

async function* inBatches(
	lines: Iterable<TariffLine> | AsyncIterable<TariffLine>,
): AsyncGenerator<readonly TariffLine[]> {
	let batch: TariffLine[] = [];
	for await (const line of lines) {
		batch.push(line);
		if (batch.length < linesAtOnce) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

/** One statement with one JSON parameter: rows of values would be thousands of parameters. */
async function keepLines(
	turn: Transaction<Tables>,
	id: number,
	lines: readonly TariffLine[],
): Promise<void> {
	await sql`insert into tariff_lines
		select ${id}, code, path, units, general, special, other, notes
		from jsonb_to_recordset(${json(lines)}::jsonb) as line (
			code text, path jsonb, units jsonb,
			general text, special text, other text, notes jsonb)`.execute(turn);
}

interface LineRow extends TariffLine {
	readonly revision_id: number;
}

/** The lines of the codes themselves and of all that stand above them. */
function linesAbove(
	db: Database,
	ids: readonly number[],
	codes: readonly string[],
): Promise<LineRow[]> {
	const wanted = codes.flatMap((code) => [
		...[4, 6, 8, 10].map((length) => code.slice(0, length)),
		`${code}00`,
	]);
	return db
		.selectFrom("tariff_lines")
		.selectAll()
		.where("revision_id", "in", ids)
		.where("code", "in", [...new Set(wanted)])
		.orderBy("code")
		.execute();
}

/** Eight digits without statistical suffixes are printed with two zeros behind them. */
function isAbove(line: string, asked: string): boolean {
	const whole = asked.length === 8 ? `${asked}00` : asked;
	return whole.startsWith(line);
}

interface RatesRow extends Columns {
	readonly revision_id: number;
	readonly asked: string;
}

/** The different rates at and beneath each code; `:` sorts right behind the digits. */
async function ratesWithin(
	db: Database,
	ids: readonly number[],
	codes: readonly string[],
): Promise<RatesRow[]> {
	const { rows } = await sql<RatesRow>`
		select revision_id, asked, general, special, other
		from unnest(${[...codes]}::text[]) as asked
		join tariff_lines on code >= asked collate "C" and code < asked || ':'
		where revision_id = any(${[...ids]}::integer[])
		group by revision_id, asked, general, special, other
		order by min(code)`.execute(db);
	return rows;
}

/** The longest beginning of a code that has lines beneath it, in steps of two digits. */
async function parentOf(
	db: Database,
	id: number,
	asked: string,
): Promise<string | null> {
	for (const length of [8, 6, 4, 2].filter((one) => one < asked.length)) {
		const parent = asked.slice(0, length);
		const { rows } = await sql`select 1 from tariff_lines
			where revision_id = ${id} and code >= ${parent} collate "C"
			and code < ${parent} || ':' limit 1`.execute(db);
		if (rows.length > 0) return parent;
	}
	return null;
}

/** Codes one step below the parent, those next to the code asked for first. */
async function nearCodes(
	db: Database,
	id: number,
	{ asked, parent }: { readonly asked: string; readonly parent: string },
): Promise<string[]> {
	const step = parent.length + 2;
	const { rows } = await sql<{ code: string }>`
		select distinct left(code, ${step}::integer) as code from tariff_lines
		where revision_id = ${id} and length(code) >= ${step}
		and code > ${parent} collate "C" and code < ${parent} || ':'`.execute(db);
	const wanted = Number(asked.slice(0, step));
	const distance = ({ code }: { readonly code: string }) =>
		Math.abs(Number(code) - wanted);
	return rows
		.toSorted((a, b) => distance(a) - distance(b))
		.slice(0, mostNear)
		.map(({ code }) => code);
}

function isCharged({ general, special, other }: Columns): boolean {
	return general + special + other !== "";
}

function columnsOf({ general, special, other }: Columns): Columns {
	return { general, special, other };
}

function revisionFrom(row: {
	readonly importer: string;
	readonly name: string;
	readonly from_day: string;
}): Revision {
	return { importer: row.importer, name: row.name, from: row.from_day };
}

function lineFrom({ revision_id: _, ...line }: LineRow): TariffLine {
	return line;
}
