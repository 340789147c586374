import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The keys that secrets are sealed with: the first seals, any opens. */
export type SecretKeys = () => Promise<readonly string[]>;

/** Where a data directory keeps its key. */
export function secretKeyFile(home: string): string {
	return join(home, "secret.key");
}

/**
 * The keys of TRADEWIRE_SECRET_KEY, apart by spaces; without that setting, the
 * key in the data directory, made when it is first needed and readable by its
 * owner alone.
 */
export function secretKeys(setting: string | null, home: string): SecretKeys {
	if (setting !== null) {
		const keys = setting.split(/\s+/);
		return async () => keys;
	}
	let known: Promise<readonly string[]> | undefined;
	return () => {
		known ??= keyInFile(home);
		return known;
	};
}

async function keyInFile(home: string): Promise<readonly string[]> {
	const path = secretKeyFile(home);
	await mkdir(home, { recursive: true });
	const made = randomBytes(32).toString("base64");
	try {
		await writeFile(path, `${made}\n`, { mode: 0o600, flag: "wx" });
		return [made];
	} catch (error) {
		const isThere =
			error instanceof Error && "code" in error && error.code === "EEXIST";
		if (!isThere) throw error;
	}
	const kept = await readFile(path, "utf8");
	return kept.trim().split(/\s+/);
}
