import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config.ts";

/** What opens a running house's doors to whoever may read its data directory, and so could read the store itself. */
export function newHousePass(): string {
	return randomBytes(32).toString("base64url");
}

/**
 * Keeps where a running house's pages are, and what opens them, beside its
 * embedded store, so that the terminal's commands can ask the one that holds
 * it. Gives the function that takes both away again.
 */
export async function keepAddress(
	{ TRADEWIRE_HOME: home }: Config,
	{ address, housePass }: { address: string; housePass: string },
): Promise<() => Promise<void>> {
	const files = [join(home, "address"), join(home, "pass")] as const;
	const forget = async () => {
		for (const file of files) await rm(file, { force: true });
	};
	// A file that a crash left keeps its rights: it is made anew.
	await forget();
	await writeFile(files[0], address);
	await writeFile(files[1], housePass, { mode: 0o600 });
	return forget;
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

/** What lets a command of this data directory in there; nothing when the house is not running. */
export async function passHeaders(
	config: Config,
): Promise<Record<string, string>> {
	try {
		const pass = await readFile(join(config.TRADEWIRE_HOME, "pass"), "utf8");
		return { authorization: `Bearer ${pass}` };
	} catch {
		return {};
	}
}
