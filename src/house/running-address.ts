import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";

/**
 * Keeps where a running house's pages are beside its embedded store, so that
 * the terminal's commands can ask the one that holds it. Gives the function
 * that takes it away again.
 */
export async function keepAddress(
	{ TRADEWIRE_HOME: home }: Config,
	address: string,
): Promise<() => Promise<void>> {
	const file = join(home, "address");
	await writeFile(file, address);
	return () => rm(file, { force: true });
}

/** Where the house that holds this data directory answers, as far as is known. */
export async function runningAddress(config: Config): Promise<string> {
	try {
		return await readFile(join(config.TRADEWIRE_HOME, "address"), "utf8");
	} catch {
		// It is still starting, or has crashed: the settings are the best guess.
		return `http://${config.HOST}:${config.PORT}`;
	}
}
