import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import AhoCorasick from "modern-ahocorasick";
import { makeMatcher } from "../../src/topics/make-matcher.ts";
import type { Benchmark, Row } from "./benchmark.ts";
import { curvesSvg } from "./curves-svg.ts";
import { type MatcherLoad, matcherLoad } from "./matcher-load.ts";

type Item = ReturnType<MatcherLoad["items"]>[number];
/** Gives how many topics, or aliases, an item meets. */
type Meet = (item: Item) => number;

const counts = [100, 1000, 10_000, 100_000];
const measuredItems = 2000;
/** Items that a slow rival is given at least, and how long it may take. */
const fewItems = 20;
const patienceMs = 3000;
const ourAliases = "our aliases";
/** Names of one concept, for a million aliases. */
const aliasesEach = 20;

/**
 * Matching news of 300 words: boolean topics, and aliases against what else
 * finds many words in a text. Speeds are by this process's own processor time,
 * so that what else the machine does counts little. `matcher --draw` draws the
 * curves anew in tests/bench/matcher.svg.
 */
export const matcher: Benchmark = {
	name: "matcher",
	async *run(say) {
		const load = matcherLoad();
		const items = load.items(measuredItems);
		const curves = new Map<string, [number, number][]>();
		const plot = (name: string, count: number, speed: number) =>
			curves.set(name, [...(curves.get(name) ?? []), [count, speed]]);
		for (const count of counts) {
			say(`${count} boolean topics`);
			for (const row of booleanRows(load, items, count)) {
				if (row.figure.startsWith("items/s")) {
					plot("our boolean topics", count, row.value);
				}
				yield row;
			}
		}
		for (const count of counts.slice(0, -1)) {
			say(`${count} aliases, and three others that find them`);
			for (const { name, speed, row } of aliasRows(load, items, count)) {
				plot(name, count, speed);
				if (row) yield row;
			}
		}
		say("a million aliases");
		for (const row of millionRows(load, items)) {
			if (row.figure.startsWith("items/s")) {
				plot(ourAliases, 1_000_000, row.value);
			}
			yield row;
		}
		if (process.argv.includes("--draw")) {
			const file = join(import.meta.dirname, "matcher.svg");
			writeFileSync(file, curvesSvg(curves));
		}
	},
};

function* booleanRows(
	load: MatcherLoad,
	items: readonly Item[],
	count: number,
): Generator<Row> {
	const topics = load.topics(count);
	const began = cpuMs();
	const compiled = makeMatcher(topics);
	const built = cpuMs() - began;
	let matches = 0;
	const meet: Meet = (item) => {
		const met = compiled.match(item, []).length;
		matches += met;
		return met;
	};
	warm(load, count, meet);
	matches = 0;
	const speed = speedOf(meet, items);
	yield {
		figure: `items/s, ${count} boolean topics`,
		value: speed,
		comparison: count === 100_000 ? wanted(20_000) : null,
	};
	if (count < 100_000) return;
	yield {
		figure: "items/s, 100000 boolean topics",
		value: speed,
		comparison: { of: "only split into words", value: speedOf(split, items) },
	};
	yield { figure: "ms to build them", value: built, comparison: atMost(3000) };
	yield {
		figure: "topics met by an item, of 100,000",
		value: matches / items.length,
		comparison: null,
	};
}

interface AliasRow {
	readonly name: string;
	readonly speed: number;
	readonly row: Row | null;
}

function* aliasRows(
	load: MatcherLoad,
	items: readonly Item[],
	count: number,
): Generator<AliasRow> {
	const aliases = load.aliases(count);
	const topics = aliases.map((alias, at) => ({
		id: `a${at}`,
		query: `"${alias}"`,
	}));
	const compiled = makeMatcher(topics);
	const meet: Meet = (item) => compiled.match(item, []).length;
	warm(load, count, meet);
	const ours = speedOf(meet, items);
	yield { name: ourAliases, speed: ours, row: null };
	for (const [name, rival] of rivals(aliases)) {
		const speed = speedOf(rival, items);
		const figure = `items/s, ${count} aliases`;
		const row = { figure, value: ours, comparison: { of: name, value: speed } };
		yield { name, speed, row };
	}
}

/** What else finds many words in a text; each is given text that is folded already. */
function* rivals(aliases: readonly string[]): Generator<[string, Meet]> {
	yield [
		"includes",
		({ title, body }) => {
			const text = `${title}\n${body}`.toLowerCase();
			return aliases.filter((alias) => text.includes(alias)).length;
		},
	];
	const any = new RegExp(`\\b(?:${aliases.join("|")})\\b`, "gi");
	yield [
		"one RegExp",
		({ title, body }) => [...`${title}\n${body}`.matchAll(any)].length,
	];
	const automaton = new AhoCorasick(aliases, { boundary: "ascii" });
	yield [
		"Aho-Corasick",
		({ title, body }) =>
			automaton.search(`${title}\n${body}`.toLowerCase()).length,
	];
}

function* millionRows(
	load: MatcherLoad,
	items: readonly Item[],
): Generator<Row> {
	const aliases = load.aliases(1_000_000).map((alias) => `"${alias}"`);
	const topics = Array.from(
		{ length: aliases.length / aliasesEach },
		(_, at) => ({
			id: `c${at}`,
			query: aliases
				.slice(at * aliasesEach, (at + 1) * aliasesEach)
				.join(" OR "),
		}),
	);
	aliases.length = 0;
	const before = megabytes();
	const began = cpuMs();
	const compiled = makeMatcher(topics);
	yield {
		figure: "ms to build a million aliases, 20 to a topic",
		value: cpuMs() - began,
		comparison: atMost(3000),
	};
	yield {
		figure: "MB that they take",
		value: megabytes() - before,
		comparison: null,
	};
	let matches = 0;
	const meet: Meet = (item) => {
		const met = compiled.match(item, []).length;
		matches += met;
		return met;
	};
	warm(load, topics.length, meet);
	matches = 0;
	yield {
		figure: "items/s, a million aliases",
		value: speedOf(meet, items),
		comparison: wanted(25_000),
	};
	yield {
		figure: "topics met by an item, of 50,000",
		value: matches / items.length,
		comparison: null,
	};
}

/** The least that reading a text can be, as a measure of the machine. */
const split: Meet = ({ title, body }) =>
	`${title} ${body}`.toLowerCase().split(/[^a-z0-9]+/).length;

/** Other news first: until the code is compiled, and every topic has chosen its anchors by what was seen. */
function warm(load: MatcherLoad, topics: number, meet: Meet): void {
	const items = load.items(1000);
	const rounds = 12 + Math.ceil(topics / 8 / items.length);
	for (let round = 0; round < rounds; round++) items.forEach(meet);
}

function speedOf(meet: Meet, items: readonly Item[]): number {
	const began = cpuMs();
	let count = 0;
	for (const item of items) {
		meet(item);
		count++;
		// To ask the time is itself work.
		if (count % fewItems === 0 && cpuMs() - began > patienceMs) break;
	}
	return (count / (cpuMs() - began)) * 1000;
}

function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Of the heap and of typed arrays, after what is garbage was collected. */
function megabytes(): number {
	setFlagsFromString("--expose-gc");
	runInNewContext("gc()");
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 2 ** 20;
}

function wanted(value: number): Row["comparison"] {
	return { of: "wanted at least", value };
}

function atMost(value: number): Row["comparison"] {
	return { of: "wanted at most", value };
}
