import type { FaultKind, Injection } from "./fault-kinds.ts";
import { allRungs } from "./rungs.ts";

const atOnce = 3;

/** Three kinds at once, of those that can befall a run where it stands. */
export function severalOf(kinds: readonly FaultKind[]): FaultKind {
	const plain = kinds.filter(
		({ needsSmallDisk, publishesItself }) =>
			!needsSmallDisk && !publishesItself,
	);
	return {
		name: "several at once",
		rungs: allRungs,
		async inject(injection) {
			const here = plain.filter(({ rungs }) =>
				rungs.some(({ name }) => name === injection.scene.rung.name),
			);
			const picked = Array.from({ length: atOnce }, () =>
				injection.chance.pick(here),
			);
			await Promise.all(
				[...new Set(picked)].map((kind) => inject(kind, injection)),
			);
		},
	};
}

/** One may end the servers that another reaches for. */
async function inject(kind: FaultKind, injection: Injection): Promise<void> {
	injection.scene.notes.push(kind.name);
	await kind.inject(injection).catch((error) => {
		injection.scene.notes.push(`${kind.name} was cut short: ${error}`);
	});
}
