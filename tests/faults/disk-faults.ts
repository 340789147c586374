import { watch } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { FaultKind, Injection } from "./fault-kinds.ts";
import { embedded } from "./rungs.ts";
import { smallDiskMissing } from "./small-disk.ts";

/** What may happen to the embedded store's files. */
export const diskFaults: readonly FaultKind[] = [
	{
		name: "store killed as it writes",
		rungs: [embedded],
		inject: killAsItWrites,
	},
	{
		name: "disk full",
		rungs: [{ ...embedded, missing: smallDiskMissing }],
		needsSmallDisk: true,
		inject: fillDisk,
	},
];

/** `kill -9` at a write to the log that a transaction is kept in. */
async function killAsItWrites({ scene, chance, happened }: Injection) {
	const log = join(scene.env.TRADEWIRE_HOME ?? "", "store", "pg_wal");
	for (let kills = chance.between(1, 3); kills > 0; kills--) {
		await scene.wire.answered();
		const events = chance.between(1, 12);
		await written(log, events);
		for (const member of scene.crew.members) scene.crew.kill(member);
		happened();
	}
}

/** Resolves at the nth write to a file of the directory. */
function written(directory: string, nth: number): Promise<void> {
	return new Promise((resolve) => {
		let left = nth;
		const watching = watch(directory, () => {
			if (--left > 0) return;
			watching.close();
			resolve();
		});
		// A store that is gone writes no more.
		setTimeout(() => {
			watching.close();
			resolve();
		}, 1_000);
	});
}

async function fillDisk({ scene, chance, happened }: Injection) {
	if (!scene.disk) throw new Error("this run has no disk of its own");
	await wait(chance.between(0, 1_500));
	await scene.disk.fill();
	happened();
	await wait(chance.between(1_000, 4_000));
	await scene.disk.free();
}
