import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import {
	type CodeList,
	type Column1,
	readCodeList,
	readColumn1,
} from "./code-list.ts";
import {
	type BookEvent,
	type Instrument,
	type Measure,
	type Preference,
	type Product,
	regimeSchema,
	type Schedule,
	type Source,
	type StackRule,
} from "./measure.ts";

/** The tariff book: everything that the engine answers from. */
export interface Book {
	readonly sources: ReadonlyMap<string, Source>;
	readonly instruments: ReadonlyMap<string, Instrument>;
	readonly measures: readonly Measure[];
	readonly rules: readonly StackRule[];
	readonly products: ReadonlyMap<string, Product>;
	readonly events: readonly BookEvent[];
	readonly lists: ReadonlyMap<string, CodeList>;
	/** By importer: which ordinary schedule is held, and from when it speaks. */
	readonly schedules: ReadonlyMap<string, Schedule>;
	readonly preferences: readonly Preference[];
	readonly column1: Readonly<Partial<Record<string, Column1>>>;
}

const folder = new URL("book/", import.meta.url);

/**
 * Reads the book that ships with the bot. Throws an Error that names the file,
 * the place in it and the rule when a file is not shaped as a regime.
 */
export function readBook(): Book {
	const files = readdirSync(folder)
		.filter((file) => file.endsWith(".json"))
		.sort();
	const regimes = files.map(readRegime);
	const listNames = readdirSync(new URL("lists/", folder))
		.map((file) => file.replace(/\.txt$/, ""))
		.filter((name) => name !== "us-column-1");
	return {
		sources: merged(regimes.map(({ sources }) => sources)),
		instruments: merged(regimes.map(({ instruments }) => instruments)),
		measures: regimes.flatMap(({ measures }) => measures),
		rules: regimes.flatMap(({ rules }) => rules),
		products: new Map(
			regimes.flatMap(({ products }) => products).map((one) => [one.id, one]),
		),
		events: regimes
			.flatMap(({ events }) => events)
			.sort((a, b) => a.date.localeCompare(b.date)),
		lists: new Map(listNames.map((name) => [name, readCodeList(folder, name)])),
		schedules: merged(regimes.map(({ schedules }) => schedules)),
		preferences: regimes.flatMap(({ preferences }) => preferences),
		column1: { US: readColumn1(folder, "us-column-1") },
	};
}

function readRegime(file: string): z.infer<typeof regimeSchema> {
	const text = readFileSync(new URL(file, folder), "utf8");
	const read = regimeSchema.safeParse(JSON.parse(text));
	if (read.success) return read.data;
	throw new Error(`tariff book ${file}: ${z.prettifyError(read.error)}`);
}

function merged<T>(
	tables: readonly Readonly<Record<string, T>>[],
): ReadonlyMap<string, T> {
	return new Map(tables.flatMap((table) => Object.entries(table)));
}
