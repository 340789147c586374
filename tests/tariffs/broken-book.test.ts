import {
	cpSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type Book, readBook, readBookFiles } from "../../src/tariffs/book.ts";
import { bookFaults } from "../../src/tariffs/check-book.ts";
import { shiftDay } from "../../src/tariffs/date-words.ts";
import type { Measure, RateVersion, Track } from "../../src/tariffs/measure.ts";

const book = readBook();

/** Every book with one version of one track rewritten, or left out where the change gives null. */
function* withEachVersion(
	change: (version: RateVersion) => RateVersion | null,
): Generator<{ name: string; broken: Book }> {
	for (const measure of book.measures) {
		for (const track of measure.tracks) {
			for (const version of track.versions) {
				const changed = change(version);
				if (changed === version) continue;
				const versions = track.versions.flatMap((one) =>
					one === version ? (changed ?? []) : one,
				);
				const name = `${measure.id} (${track.origins}) ${version.from}`;
				yield {
					name,
					broken: withTrack(measure, track, { ...track, versions }),
				};
			}
		}
	}
}

function withTrack(measure: Measure, track: Track, changed: Track): Book {
	const tracks = measure.tracks.map((one) => (one === track ? changed : one));
	const measures = book.measures.map((one) =>
		one === measure ? { ...measure, tracks } : one,
	);
	return { ...book, measures };
}

function without<T>(table: ReadonlyMap<string, T>, key: string) {
	return new Map([...table].filter(([name]) => name !== key));
}

function unnoticed(books: Iterable<{ name: string; broken: Book }>) {
	return [...books]
		.filter(({ broken }) => bookFaults(broken).length === 0)
		.map(({ name }) => name);
}

const shifts: readonly [
	string,
	(version: RateVersion) => RateVersion | null,
][] = [
	["left out", () => null],
	[
		"begun a day early",
		(v) => ({ ...v, from: shiftDay(v.from, { days: -1 }) }),
	],
	["begun a day late", (v) => ({ ...v, from: shiftDay(v.from, { days: 1 }) })],
	[
		"begun a year late",
		(v) => ({ ...v, from: shiftDay(v.from, { years: 1 }) }),
	],
	[
		"ended a day early",
		(v) => (v.to ? { ...v, to: shiftDay(v.to, { days: -1 }) } : v),
	],
	[
		"ended a day late",
		(v) => (v.to ? { ...v, to: shiftDay(v.to, { days: 1 }) } : v),
	],
	["never ended", (v) => (v.to ? { ...v, to: null } : v)],
	["ended early", (v) => (v.to ? v : { ...v, to: "2031-01-01" })],
	["set by an act unknown", (v) => ({ ...v, instrument: "lost" })],
	["on a source unknown", (v) => ({ ...v, sources: [...v.sources, "lost"] })],
];

/** The whole book is checked once for every version: slow on a busy machine. */
const patienceMs = 60_000;

test.each(shifts)(
	"every version %s is noticed",
	(_, change) => {
		expect(unnoticed(withEachVersion(change))).toEqual([]);
	},
	patienceMs,
);

test("every source left out is noticed", () => {
	const books = [...book.sources.keys()].map((name) => ({
		name,
		broken: { ...book, sources: without(book.sources, name) },
	}));
	expect(unnoticed(books)).toEqual([]);
});

test("every instrument left out, or without its source, is noticed", () => {
	const books = [...book.instruments].flatMap(([name, act]) => [
		{ name, broken: { ...book, instruments: without(book.instruments, name) } },
		{
			name: `${name} unsourced`,
			broken: {
				...book,
				instruments: new Map(book.instruments).set(name, {
					...act,
					source: "",
				}),
			},
		},
	]);
	expect(unnoticed(books)).toEqual([]);
});

test.each([-1, 1])("every stacking rule moved by %i day is noticed", (days) => {
	const books = book.rules.flatMap((rule) => {
		const moved = [{ ...rule, from: shiftDay(rule.from, { days }) }];
		if (rule.to) moved.push({ ...rule, to: shiftDay(rule.to, { days }) });
		return moved.map((one) => ({
			name: `${rule.id} ${one.from} ${one.to}`,
			broken: {
				...book,
				rules: book.rules.map((kept) => (kept === rule ? one : kept)),
			},
		}));
	});
	expect(unnoticed(books)).toEqual([]);
});

test("every measure left out is noticed where an act, a source or a word stood on it", () => {
	const books = book.measures.map((measure) => ({
		name: measure.id,
		broken: {
			...book,
			measures: book.measures.filter((one) => one !== measure),
		},
	}));
	expect(unnoticed(books).length).toBeLessThan(book.measures.length / 2);
});

const folder = mkdtempSync(join(tmpdir(), "book-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a copy of the book in which a text of one file is another. */
function readWith(file: string, text: string, other: string): Book {
	const copy = join(folder, "book");
	cpSync(new URL("../../src/tariffs/book", import.meta.url), copy, {
		recursive: true,
	});
	const whole = readFileSync(join(copy, file), "utf8");
	expect(whole).toContain(text);
	writeFileSync(join(copy, file), whole.replace(text, other));
	return readBookFiles(pathToFileURL(`${copy}/`));
}

test("a fault is told with file, line and rule", () => {
	const broken = readWith("us-232-wood.json", '"2026-12-31"', '"2026-12-30"');
	expect(bookFaults(broken)).toMatchObject([
		{
			at: expect.stringMatching(/^us-232-wood\.json:\d+$/),
			where: "us-232-cabinets (*)",
			what: "gap between 2026-12-30 and 2027-01-01",
		},
	]);
});

test("a file of the wrong shape does not open, and says where", () => {
	const read = () => readWith("us-232-wood.json", '"2026-12-31"', '"New Year"');
	expect(read).toThrow(
		/us-232-wood\.json:\d+: measures\.\d+\.tracks\.\d+\.versions\.0\.to/,
	);
});

test("a file that is no JSON does not open, and is named", () => {
	const read = () => readWith("us-122.json", "{", "");
	expect(read).toThrow(/us-122\.json: no JSON/);
});
