import Parser from "rss-parser";
import { parseFeed } from "../../src/feeds/parse-feed.ts";
import { type Benchmark, median, type Row } from "./benchmark.ts";
import { type FeedShape, writeAtom, writeRss } from "./write-feeds.ts";

const shapes = [
	["RSS", writeRss],
	["Atom", writeAtom],
] as const;
const sizes: readonly FeedShape[] = [
	{ items: 100, words: 40 },
	{ items: 3000, words: 40 },
	{ items: 100, words: 160 },
	{ items: 3000, words: 160 },
];

/** How fast feeds are read, sanitised and cleaned, against rss-parser on the same bytes. */
export const parse: Benchmark = {
	name: "parse",
	async *run(say) {
		for (const [format, write] of shapes) {
			for (const shape of sizes) {
				say(`${format}, ${shape.items} items`);
				yield await besideRssParser(format, write(shape), shape);
			}
		}
		say("50 MB");
		yield* large();
	},
};

async function besideRssParser(
	format: string,
	text: string,
	{ items, words }: FeedShape,
): Promise<Row> {
	const bytes = Buffer.from(text);
	const [ours, theirs]: [number[], number[]] = [[], []];
	const runs = items > 1000 ? 9 : 100;
	// Both are warm before they are timed, as in a program that reads feeds all day.
	for (let run = -runs; run < runs; run++) {
		const our = await spent(() => parseFeed(bytes));
		const their = await spent(() =>
			new Parser().parseString(bytes.toString("utf8")),
		);
		if (run < 0) continue;
		ours.push(our);
		theirs.push(their);
	}
	return {
		figure: `ms for rss-parser to read ${format}, ${items} items of ${words} words`,
		value: median(theirs),
		comparison: { of: "Tradewire", value: median(ours) },
	};
}

/** The time for a feed ten times as long, and the memory it takes. */
async function* large(): AsyncGenerator<Row> {
	const shape = { items: 3000, words: 160 };
	const small = Buffer.from(writeRss(shape));
	const items = Math.round((3000 * 50e6) / small.length);
	const bytes = Buffer.from(writeRss({ ...shape, items }));
	const times = bytes.length / small.length;
	const one = await spent(() => parseFeed(small));
	const many = await spent(() => parseFeed(bytes));
	yield {
		figure: `times as long for a feed ${times.toFixed(1)} times as long (${Math.round(bytes.length / 1e6)} MB)`,
		value: many / one,
		comparison: { of: "linear", value: times },
	};
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 20);
	const feed = await parseFeed(bytes);
	most = Math.max(most, process.memoryUsage().rss, feed.items.length);
	clearInterval(watch);
	yield {
		figure: "MB of memory at most, in the process, reading it",
		value: most / 1e6,
		comparison: { of: "12 times the input", value: (12 * bytes.length) / 1e6 },
	};
}

async function spent(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
