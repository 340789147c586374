import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PoolNeeds } from "../open-pool.ts";
import { StoreError } from "../store-error.ts";
import type { StorePool } from "../store-pool.ts";
import { writeBackup } from "./write-backup.ts";

/** So many stay. */
const mostKept = 2;

/**
 * Backs an embedded store up into `<home>/backups` before a change of its
 * schema, so that the change can be undone. Throws StoreError when it cannot:
 * then nothing is changed.
 */
export function backUpBefore({ home, log }: PoolNeeds, pool: StorePool) {
	const folder = join(home, "backups");
	return async (change: string): Promise<void> => {
		const file = join(folder, `before-${change}.backup`);
		log.info("backing the store up before it changes", { change, file });
		try {
			await mkdir(folder, { recursive: true, mode: 0o700 });
			const heard = () => {};
			await writeBackup(pool, { file, now: new Date(), heard });
			await dropOldest(folder);
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			throw new StoreError(
				"refused",
				`the store is to be brought up to this version, and could not be backed up before (${why}): mend that and start again. It is as it was`,
				error,
			);
		}
	};
}

async function dropOldest(folder: string): Promise<void> {
	const names = await readdir(folder);
	const ours = names.filter((name) => /^before-.*\.backup$/.test(name));
	const dated = await Promise.all(
		ours.map(async (name) => {
			const path = join(folder, name);
			return { path, at: (await stat(path)).mtimeMs };
		}),
	);
	dated.sort((one, other) => other.at - one.at);
	for (const { path } of dated.slice(mostKept)) await rm(path);
}
