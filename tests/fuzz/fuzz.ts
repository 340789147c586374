import fc from "fast-check";
import { expect } from "vitest";

/** Hand settings: so many times the bounded runs, and the seed of a failure to see again. */
const times = Number(process.env.FUZZ_TIMES ?? 1);
const seed = process.env.FUZZ_SEED;
/** No input of ours deserves this long: what takes longer hangs. */
const hangMs = 20_000;
/** How long a bounded run goes on; a lengthened one as many times so long. */
const enoughMs = 15_000;

/** A test that ends by itself needs more than a lengthened run of it may take. */
export const fuzzTimeoutMs = (enoughMs + 2 * hangMs) * times;

/**
 * Throws as many inputs at `take` as are asked for, or as find time. Whatever
 * it throws is a crash, and an input over which it is silent too long a hang;
 * fast-check then prints the smallest such input with its seed. By hand:
 * `FUZZ_TIMES=20 FUZZ_SEED=… npx vitest run tests/fuzz`.
 */
export async function fuzz<T>(
	inputs: fc.Arbitrary<T>,
	runs: number,
	take: (input: T) => unknown,
): Promise<void> {
	let taken = 0;
	let slowest = 0;
	const property = fc.asyncProperty(inputs, async (input) => {
		const begun = performance.now();
		await take(input);
		const ms = performance.now() - begun;
		slowest = Math.max(slowest, ms);
		if (ms > hangMs) throw new Error(`hangs: ${Math.round(ms)} ms`);
		taken++;
	});
	await fc.assert(property, {
		numRuns: runs * times,
		timeout: hangMs,
		interruptAfterTimeLimit: enoughMs * times,
		...(seed ? { seed: Number(seed) } : {}),
	});
	if (times > 1) {
		const name = expect.getState().currentTestName;
		console.info(`${name}: ${taken} inputs, slowest ${Math.round(slowest)} ms`);
	}
}

/** Takes inputs as they come, and after each so many awaits a sign of life: what answers one after the other is not to be measured by how fast it is asked. */
export function paced<T>(
	take: (input: T) => void,
	aSignOfLife: () => Promise<unknown>,
): (input: T) => Promise<void> {
	let taken = 0;
	return async (input) => {
		take(input);
		if (++taken % 100 === 0) await aSignOfLife();
	};
}
