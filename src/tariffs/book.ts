import { readdirSync, readFileSync } from "node:fs";
import type { z } from "zod";
import { bookFaults } from "./check-book.ts";
import {
	type CodeList,
	type Column1,
	readCodeList,
	readColumn1,
} from "./code-list.ts";
import { jsonLine } from "./json-line.ts";
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
	/** `file:line` of a measure, version, rule or other part as it was read; null for what was not. */
	placeOf(part: object): string | null;
}

const shipped = new URL("book/", import.meta.url);

/**
 * Reads the book that ships with the bot. Throws an Error that names the files,
 * the lines and the rules that they break.
 */
export function readBook(): Book {
	const book = readBookFiles(shipped);
	const faults = bookFaults(book);
	if (faults.length === 0) return book;
	const lines = faults.map(({ at, where, what }) =>
		[at, where, what].filter((part) => part !== null).join(": "),
	);
	throw new Error(`the tariff book is not sound:\n${lines.join("\n")}`);
}

/**
 * Reads a book from a folder, without holding it against its own rules. Throws
 * an Error that names the file, the line and the rule when a file is not shaped
 * as a regime.
 */
export function readBookFiles(folder: URL = shipped): Book {
	const files = readdirSync(folder)
		.filter((file) => file.endsWith(".json"))
		.sort();
	const read = files.map((file) => readRegime(folder, file));
	const regimes = read.map(({ regime }) => regime);
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
		placeOf: placesIn(read),
	};
}

interface RegimeFile {
	readonly file: string;
	readonly text: string;
	readonly regime: z.infer<typeof regimeSchema>;
}

function readRegime(folder: URL, file: string): RegimeFile {
	const text = readFileSync(new URL(file, folder), "utf8");
	const read = regimeSchema.safeParse(parsed(text, file));
	if (read.success) return { file, text, regime: read.data };
	const faults = read.error.issues.map(
		({ path, message }) =>
			`tariff book ${file}:${jsonLine(text, path)}: ${path.join(".")}: ${message}`,
	);
	throw new Error(faults.join("\n"));
}

function parsed(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`tariff book ${file}: no JSON: ${why}`, { cause });
	}
}

/** Tells where a part was read; the lines are counted only when a fault wants to know. */
function placesIn(
	files: readonly RegimeFile[],
): (part: object) => string | null {
	const paths = new Map<object, readonly PropertyKey[]>();
	const homes = new Map<object, RegimeFile>();
	return (part) => {
		if (paths.size === 0) for (const of of files) note(of.regime, [], of);
		const [path, home] = [paths.get(part), homes.get(part)];
		return path && home ? `${home.file}:${jsonLine(home.text, path)}` : null;
	};

	function note(
		part: unknown,
		path: readonly PropertyKey[],
		of: RegimeFile,
	): void {
		if (typeof part !== "object" || part === null) return;
		paths.set(part, path);
		homes.set(part, of);
		const isList = Array.isArray(part);
		for (const [key, inner] of Object.entries(part)) {
			note(inner, [...path, isList ? Number(key) : key], of);
		}
	}
}

function merged<T>(
	tables: readonly Readonly<Record<string, T>>[],
): ReadonlyMap<string, T> {
	return new Map(tables.flatMap((table) => Object.entries(table)));
}
