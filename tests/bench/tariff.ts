import { answerTariff } from "../../src/tariffs/answer-tariff.ts";
import { readBook } from "../../src/tariffs/book.ts";
import type { Benchmark } from "./benchmark.ts";

const questions = 10_000;
const importers = ["US", "US", "US", "CA", "MX", "EU", "GB", "CN"];
const origins = "CA MX CN DE JP KR GB BR IN VN CH FR US TW RU TR ZA AU".split(
	" ",
);

/** How fast the tariff book opens, and how many random questions it answers a second in one process. */
export const tariff: Benchmark = {
	name: "tariff",
	async *run(say) {
		say("opening the book");
		const opened = performance.now();
		const book = readBook();
		yield {
			figure: "ms to open and check the tariff book",
			value: performance.now() - opened,
			comparison: { of: "wanted at most", value: 300 },
		};
		say(`${questions} questions`);
		const words = [...book.products.values()].flatMap(({ en }) => en[0] ?? []);
		const next = random(7);
		const pick = <T>(list: readonly T[]) => list[next(list.length)] as T; // never empty
		const now = new Date("2026-11-24T00:00:00Z");
		const began = performance.now();
		for (let at = 0; at < questions; at++) {
			const query = next(5)
				? pick(words)
				: String(100_000 + next(870_000)).padStart(6, "0");
			const on = `${2018 + next(9)}-0${1 + next(9)}-${10 + next(19)}`;
			const asked = {
				query,
				importer: pick(importers),
				origin: pick(origins),
				on,
			};
			JSON.stringify(answerTariff(asked, book, now));
		}
		yield {
			figure: "tariff answers/s, as JSON, one process",
			value: questions / ((performance.now() - began) / 1000),
			comparison: { of: "wanted at least", value: 2000 },
		};
	},
};

/** Whole numbers below a limit, the same in every run. */
function random(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
		return (state >>> 8) % limit;
	};
}
